import type { Catalogue } from '../count/catalogue.ts'
import type { Base } from './base.ts'
import { bodyKey, type Coarse } from './terms.ts'

/** Tells whether a budget is set aside: there is outturn for the place, agency and year, in the files or the count. */
export function budgetsAside(
  coarse: readonly Coarse[],
  base: Base,
  catalogue: Catalogue,
): (one: Coarse) => boolean {
  const brought = new Set(coarse.filter(({ phase }) => phase === 'outturn').map(bodyKey))
  const known = (key: string) => brought.has(key) || base.outturn.has(key)
  const beside = (one: Coarse) =>
    known(bodyKey(one)) || catalogue.members([one.place]).some((place) => known(bodyKey({ ...one, place })))
  return (one) => one.phase === 'budget' && beside(one)
}
