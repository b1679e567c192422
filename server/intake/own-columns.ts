import type { ProposedColumn } from './propose-column.ts'
import type { Meaning } from './terms.ts'

/** Columns of a line as it is exported that an import reads; what its other columns say follows from these. */
const READ: readonly Meaning[] = [
  ...(['place', 'year', 'agency', 'function', 'programme'] as const),
  ...(['economic', 'flow', 'phase', 'amount', 'basis'] as const),
]
/** Columns that together only an export of lines has. */
const SIGNS = [...READ, 'line', 'measure', 'decides', 'source_row', 'source_column']

/** Whether a table is lines exported from a count. */
export const isOwn = (headers: readonly string[]): boolean => SIGNS.every((name) => headers.includes(name))

/** What a column of exported lines means. */
export function ownColumn(header: string): Omit<ProposedColumn, 'header' | 'sample'> {
  const meaning = READ.find((name) => name === header)
  return {
    meaning: meaning ?? 'ignore',
    why: meaning
      ? 'The table is lines exported from a count, and this is what it calls it.'
      : 'The table is lines exported from a count: what this says follows from the others.',
    confidence: 'high',
  }
}
