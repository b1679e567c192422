import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { Published } from './staged.ts'

/** Own spending that is published, beside the totals it has to come to. */
export function compared(
  totals: PlanRequest['totals'],
  published: readonly Published[],
  catalogue: Catalogue,
): PlanReply['totals'] {
  const counted = published.filter(({ flow, stays }) => flow === 'own' && stays)
  return totals.map(({ label, pounds: expected, place, agency, year }) => {
    const places = place === undefined ? undefined : new Set(catalogue.members([place]))
    const found = counted
      .filter(
        (one) =>
          (!places || places.has(one.place)) &&
          (agency === undefined || agency === one.agency) &&
          (year === undefined || year === one.year),
      )
      .reduce((sum, { pounds }) => sum + pounds, 0)
    const difference = found - expected
    return { label, expected, found, difference, status: difference === 0 ? 'equal' : 'unexplained' }
  })
}
