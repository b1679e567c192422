import type { Mapping } from './mapping.ts'
import type { ProposedColumn } from './propose-column.ts'
import type { Meaning } from './terms.ts'

const SHOWN = 5

interface Column extends ProposedColumn {
  /** As the mapping has it. */
  readonly now: Meaning
  readonly changed: boolean
}

function few(columns: readonly Column[]): string {
  const names = columns.slice(0, SHOWN).map(({ header }) => header)
  return columns.length > SHOWN ? `${names.join('; ')}; and ${columns.length - SHOWN} more` : names.join('; ')
}

/** Columns left out, those for like reasons together: each sum has others it is of. */
function leftOut(columns: readonly Column[]): string[] {
  const groups = new Map<string, Column[]>()
  for (const column of columns) {
    const reason = column.changed
      ? 'As the mapping says.'
      : column.why.startsWith('It is the sum of')
        ? 'They are the sum of others: counting them as well would count those twice.'
        : column.why
    groups.set(reason, [...(groups.get(reason) ?? []), column])
  }
  return [...groups].map(([reason, of]) => `  ${of.length} left out (${reason}): ${few(of)}`)
}

/** What columns are taken to mean and why, for a terminal: one a line, but columns of amounts and those left out together where there are several of amounts. */
export function columnsInWords(proposed: readonly ProposedColumn[], mapping: Mapping): string[] {
  const used = new Map(mapping.columns.map(({ header, meaning }) => [header, meaning]))
  const columns = proposed.map((column): Column => {
    const now = used.get(column.header) ?? 'ignore'
    return { ...column, now, changed: now !== column.meaning }
  })
  const line = ({ header, now, why, changed }: Column) =>
    `  ${header}: ${now} (${changed ? 'as the mapping says' : why})`
  const amounts = columns.filter(({ now }) => now === 'amount')
  if (amounts.length < 2) return columns.map(line)
  const rest = columns.filter(({ now }) => now === 'ignore' || now === 'other-amount')
  return [
    ...columns.filter((column) => column.now !== 'amount' && !rest.includes(column)).map(line),
    `  ${amounts.length} columns of amounts: ${few(amounts)}`,
    ...leftOut(rest),
  ]
}
