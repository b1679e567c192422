import { parse } from 'csv-parse/sync'
import type { ControlTotal } from './reconcile/control-total.ts'

const COLUMNS = ['year', 'kind', 'id', 'difference', 'unexplained', 'status', 'unit'] as const
type Reviewed = Record<(typeof COLUMNS)[number], string>

const asReviewed = (total: ControlTotal): Reviewed =>
  Object.fromEntries(COLUMNS.map((column) => [column, String(total[column])])) as Reviewed
const key = (row: Reviewed) => [row.year, row.kind, row.id].join(' ')
const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The differences as a file for review: data/model/reviewed-bridge.csv. */
export const acceptBridge = (totals: readonly ControlTotal[]): string =>
  [COLUMNS, ...totals.map((total) => COLUMNS.map((column) => asReviewed(total)[column]))]
    .map((row) => `${row.map(quoted).join(',')}\n`)
    .join('')

/**
 * Compare every difference with the one last reviewed.
 * @throws naming each total that departs from the review, is new, or is gone
 */
export function checkBridge(totals: readonly ControlTotal[], reviewed: string): void {
  const known = new Map((parse(reviewed, { columns: true }) as Reviewed[]).map((row) => [key(row), row]))
  const faults: string[] = []
  for (const total of totals.map(asReviewed)) {
    const before = known.get(key(total))
    known.delete(key(total))
    if (!before) faults.push(`${key(total)} has not been reviewed`)
    else
      for (const column of COLUMNS)
        if (before[column] !== total[column])
          faults.push(`${key(total)}: ${column} is ${total[column]}, reviewed as ${before[column]}`)
  }
  for (const gone of known.keys()) faults.push(`${gone} was reviewed and is no longer compiled`)
  if (faults.length > 0)
    throw new Error(`Differences depart from data/model/reviewed-bridge.csv:\n  ${faults.join('\n  ')}`)
}
