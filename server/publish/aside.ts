import type { PlanRequest } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { Base } from './base.ts'
import { bodyKey, type Coarse, groupKey } from './terms.ts'
import { isWide, type Wide } from './wide.ts'

/**
 * Tells whether a budget is set aside: there is outturn of own spending for the place, agency, year and class, in the
 * files or the count, of the place itself, of what lies in it, or of a wider place that is shared over it. What is
 * decided of a budget goes before.
 */
export function budgetsAside(
  coarse: readonly Coarse[],
  base: Base,
  catalogue: Catalogue,
  wides: ReadonlyMap<string, Wide>,
  decisions: PlanRequest['decisions'],
): (one: Coarse) => boolean {
  const outturn = coarse.filter(({ phase, flow }) => phase === 'outturn' && flow === 'own')
  const brought = new Set(outturn.filter(({ place }) => !isWide(catalogue, place)).map(groupKey))
  for (const one of outturn)
    if (wides.get(bodyKey(one))?.chosen)
      for (const place of catalogue.members([one.place])) brought.add(groupKey({ ...one, place }))
  const known = (key: string) => brought.has(key) || base.outturn.has(key)
  const wanted = new Set(decisions.filter(({ does }) => does !== 'leave').map(groupKey))
  const beside = (one: Coarse) =>
    catalogue.members([one.place]).some((place) => known(groupKey({ ...one, place })))
  return (one) => one.phase === 'budget' && !wanted.has(groupKey(one)) && beside(one)
}
