import { yearSaid } from './propose-amounts.ts'
import { isFigure, lookAt, type ProposedColumn } from './propose-column.ts'
import type { Part } from './terms.ts'
import { financialYear } from './years.ts'

/** The financial year that the name of a column says, and whether it is of a budget; undefined where it names none. */
function told(header: string) {
  const said = yearSaid(header)
  return said && /^\d{4}-\d{2}$/.test(financialYear(said.year) ?? '') ? said : undefined
}

/** Takes the one column of amounts of a table for those of the year it is named for, where no other column says when. */
export function withOneYear(part: Part, found: readonly ProposedColumn[]): readonly ProposedColumn[] {
  if (found.some(({ meaning }) => meaning === 'year' || meaning === 'date')) return found
  const named = found.some(({ meaning }) => meaning === 'amount')
  const ats = [...found.keys()].filter((at) => {
    const { meaning, header } = found[at]!
    if (named) return meaning === 'amount'
    const said = told(header)
    return meaning === 'ignore' && said && !said.programme && lookAt(part, at).share(isFigure) > 0.5
  })
  const [at] = ats
  const said = at !== undefined && ats.length === 1 ? told(found[at]!.header) : undefined
  if (!said) return found
  const { programme: _, ...says } = said
  return found.map((column, one) =>
    one === at
      ? {
          ...column,
          meaning: 'amount',
          says,
          why: 'Its name is a year and its cells are figures.',
          confidence: 'high',
        }
      : column,
  )
}
