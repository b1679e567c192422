import type { Count, DefinitionShare } from '../api-types.ts'
import type { Chosen, Local } from '../state/definition.ts'

/** One definition's share of a place, with the figures it is made of. */
export interface RangeRow extends Local {
  key: string
  id: string
  name: string
  classes: readonly number[]
  /** Whether it is the reader's own. */
  own: boolean
  /** Whether it is the one on screen. */
  chosen: boolean
}

/** Every definition that ships and the reader's own, narrowest first; the reader's own stands last of equals. */
export function rangeRows(shipped: readonly DefinitionShare[], chosen: Chosen, own: Local): RangeRow[] {
  const rows: RangeRow[] = shipped.map(({ id, name, classes, numerator, denominator, share }) => ({
    key: id,
    id,
    name,
    classes,
    numerator,
    denominator,
    share,
    own: false,
    chosen: !chosen.own && chosen.id === id,
  }))
  if (chosen.own) {
    const { id, name, classes } = chosen
    rows.push({ ...own, key: 'own', id, name, classes, own: true, chosen: true })
  }
  return rows.sort((a, b) => (a.numerator ?? 0) - (b.numerator ?? 0) || Number(a.own) - Number(b.own))
}

const differing = (a: readonly number[], b: readonly number[]) =>
  a.filter((one) => !b.includes(one)).length + b.filter((one) => !a.includes(one)).length

/** The definition that ships with these classes, else the one that fewest classes part from them. */
export function startOf({ definitions }: Pick<Count, 'definitions'>, classes: readonly number[]) {
  return definitions.reduce((best, one) =>
    differing(one.classes, classes) < differing(best.classes, classes) ? one : best,
  )
}
