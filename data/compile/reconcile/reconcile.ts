import { bridgeGroups } from './bridge.ts'
import { type ControlTotal, type Evidence, total } from './control-total.ts'
import { identifiable } from './identifiable.ts'
import { capitalReturns, leftOut, possibleDoubleCounts, returns } from './returns.ts'

/** Every control total of a year: what the publications say, what was compiled, and the way from one to the other. */
export function reconcile(evidence: Evidence): ControlTotal[] {
  const full = evidence.regional.length > 0
  const groups = full ? bridgeGroups(evidence) : []
  return [
    ...(full ? identifiable(evidence, groups) : []),
    ...groups,
    ...returns(evidence),
    ...capitalReturns(evidence),
    ...leftOut(evidence),
    ...(full ? possibleDoubleCounts(evidence) : []),
    total(
      evidence,
      'population',
      'population',
      'Population of England at mid-year',
      evidence.persons,
      'persons',
      [],
      {
        source: evidence.sources.population,
      },
    ),
  ]
}
