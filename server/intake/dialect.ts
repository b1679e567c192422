import { cellsOf } from './cells.ts'

export const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter that splits most of these records into the same number of cells, more than one. */
export function delimiterOf(records: readonly string[]): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const widths = new Map<number, number>()
    for (const record of records) {
      const { length } = cellsOf(record, delimiter).cells
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1)
    }
    for (const [width, times] of widths) {
      const score = times * Math.log2(width + 1)
      if (score > best.score * 1.0001) best = { delimiter, score }
    }
  }
  return best.delimiter
}
