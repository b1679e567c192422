import { type Mapping, meaningsOf, type Says, saysOf } from './mapping.ts'
import type { Part } from './terms.ts'

/** One of several columns of amounts of a table, which is checked as a table of its own. */
export interface Across {
  /** Number of the table it is checked as. */
  readonly number: number
  /** The column, 0 the first. */
  readonly at: number
  readonly says: Says
}

/** Numbers of tables as read are below it. */
const FIRST = 1_000_000
/** More than the columns a table may have. */
const COLUMNS = 2_048

/** The columns of amounts of a table that has several, or whose one says something; none of one that has not. */
export function acrossOf(part: Part, mapping: Mapping): readonly Across[] {
  const says = saysOf(part.headers, mapping)
  const columns = meaningsOf(part.headers, mapping).flatMap((meaning, at) =>
    meaning === 'amount' ? [at] : [],
  )
  if (columns.length < 2 && columns.every((at) => says[at] === undefined)) return []
  return columns.map((at) => {
    const said = says[at] ?? {}
    const programme = said.programme ?? (said.year === undefined ? part.headers[at]! : undefined)
    return {
      number: FIRST + part.part * COLUMNS + at,
      at,
      says: { ...said, ...(programme === undefined ? {} : { programme }) },
    }
  })
}
