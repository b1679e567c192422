import type { Meaning, Part } from './terms.ts'

const TAKEN: Partial<Record<Meaning, string>> = {
  place: 'place',
  agency: 'agency',
  function: 'function',
  amount: 'amount',
  year: 'year',
  date: 'date',
  economic: 'economic',
  flow: 'flow',
  phase: 'phase',
  basis: 'basis',
  supplier: 'supplier',
  currency: 'currency',
  share: 'share',
}
const PROGRAMMES = ['programme', 'programme_2', 'programme_3']

/** Names and types of the columns of a table's text, by what they mean; x_ before those that mean nothing here. */
export function columnsOf(meanings: readonly Meaning[], asCame: boolean): Record<string, string> {
  const columns: Record<string, string> = asCame ? {} : { row: 'BIGINT', mark: 'VARCHAR' }
  let programmes = 0
  for (const [at, meaning] of meanings.entries()) {
    const name = meaning === 'programme' ? PROGRAMMES[programmes++] : TAKEN[meaning]
    columns[name && !(name in columns) ? name : `x_${at + 1}`] = 'VARCHAR'
  }
  if (!asCame) columns.x_beyond = 'VARCHAR'
  return columns
}

/** Every cell as it came, with names that are not those of the file. */
export function plainColumns({ headers, asCame }: Part): Record<string, string> {
  const cells = Object.fromEntries(headers.map((_, at) => [`c${at + 1}`, 'VARCHAR']))
  return asCame ? cells : { row: 'BIGINT', mark: 'VARCHAR', ...cells, beyond: 'VARCHAR' }
}
