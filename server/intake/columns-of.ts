import type { Meaning, Part } from './terms.ts'

const TAKEN: ReadonlySet<Meaning> = new Set([
  ...(['place', 'agency', 'function', 'amount', 'year', 'date', 'economic'] as const),
  ...(['flow', 'phase', 'basis', 'supplier', 'currency', 'share'] as const),
])
/** Columns before those of the table. */
const ROW_AND_MARK = 2
const PROGRAMMES = ['programme', 'programme_2', 'programme_3']

/** Names and types of the columns of a table's text, by what they mean; x_ before those that mean nothing here. */
export function columnsOf(meanings: readonly Meaning[], asCame: boolean): Record<string, string> {
  const columns: Record<string, string> = asCame ? {} : { row: 'BIGINT', mark: 'VARCHAR' }
  let programmes = 0
  for (const [at, meaning] of meanings.entries()) {
    const name = meaning === 'programme' ? PROGRAMMES[programmes++] : TAKEN.has(meaning) ? meaning : undefined
    columns[name && !(name in columns) ? name : `x_${at + 1}`] = 'VARCHAR'
  }
  if (!asCame) columns.x_beyond = 'VARCHAR'
  return columns
}

/** Those of a table with amounts across several columns, each named a_ and the number of its table. */
export function columnsAcross(
  meanings: readonly Meaning[],
  across: readonly { at: number; number: number }[],
  asCame: boolean,
): Record<string, string> {
  const own = Object.entries(
    columnsOf(
      meanings.map((each) => (each === 'amount' ? 'ignore' : each)),
      asCame,
    ),
  )
  const numbers = new Map(across.map(({ at, number }) => [at, `a_${number}`]))
  return Object.fromEntries(
    own.map(([name, type], place) => {
      const at = asCame ? place : place - ROW_AND_MARK
      return [numbers.get(at) ?? (meanings[at] === 'agency-name' ? 'agency_name' : name), type]
    }),
  )
}

/** Every cell as it came, with names that are not those of the file. */
export function plainColumns({ headers, asCame }: Part): Record<string, string> {
  const cells = Object.fromEntries(headers.map((_, at) => [`c${at + 1}`, 'VARCHAR']))
  return asCame ? cells : { row: 'BIGINT', mark: 'VARCHAR', ...cells, beyond: 'VARCHAR' }
}
