import { clean, normal } from './clean.ts'

const TOTAL =
  /^(?:(?:grand|sub|overall|net|gross|service|council|report|final|page|column|control|combined)\s?)*totals?(?: (?:net|gross|expenditure|spend|spending|cost|costs|amount|payments?|budget|all|for|of|to)\b.*)?$/

/** Whether a cell labels its row as a total; a firm whose name begins so does not. */
export const saysTotal = (cell: string): boolean => TOTAL.test(normal(cell))

const FIGURE = /^[£(−–-]*\s*\d[\d.,\s]*[)%-]*$/

/** What a row with one filled cell is: a note or heading where that cell is words. */
export function lonely(cells: readonly string[]): boolean {
  const full = cells.filter((cell) => clean(cell) !== '')
  return full.length === 1 && cells.length >= 3 && !FIGURE.test(full[0]!.trim()) && !saysTotal(full[0]!)
}
