import type { PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import { OWN } from './drivers.ts'
import { bodyKey, type Fault, groupKey } from './terms.ts'
import type { Wide } from './wide.ts'

type Placing = PlanRequest['placing'][number]
type Decision = PlanRequest['decisions'][number]

/** Less is nought where weights are taken to their millionths, as server/count/apportion.ts takes them. */
const LEAST_WEIGHT = 1e-6

/** What in a request names things that are not there, or contradicts itself: all of it at once. */
export function requestFaults(
  request: PlanRequest,
  { catalogue }: Count,
  wides: ReadonlyMap<string, Wide>,
  groups: ReadonlySet<string>,
): Fault[] {
  const agencies = new Map(catalogue.agencies.map(({ id, sector }) => [id, sector]))
  const faults: Fault[] = []
  const fault = (where: string, message: string, value?: unknown) =>
    void faults.push(value === undefined ? { where, message } : { where, message, value })

  const known = (
    where: string,
    { place, agency }: { place?: string | undefined; agency?: string | undefined },
  ) => {
    const before = faults.length
    if (place !== undefined && !catalogue.places.has(place))
      fault(`${where}.place`, 'is no place of the count', place)
    if (agency !== undefined && !agencies.has(agency))
      fault(`${where}.agency`, 'is no agency of the count', agency)
    return faults.length === before
  }

  const repeated = <T>(name: string, all: readonly T[], keyOf: (one: T) => string) => {
    const first = new Map<string, number>()
    for (const [at, one] of all.entries()) {
      const before = first.get(keyOf(one))
      if (before === undefined) first.set(keyOf(one), at)
      else fault(`${name}.${at}`, `is about the same as ${name}.${before}`)
    }
  }

  const weighed = (where: string, { weights = {} }: Placing, members: readonly string[]) => {
    for (const code of Object.keys(weights))
      if (!members.includes(code)) fault(`${where}.weights.${code}`, 'is no place within it')
    if (!Object.values(weights).some((weight) => weight >= LEAST_WEIGHT))
      fault(`${where}.weights`, 'have none above nought: there is nothing to share by')
  }

  const placed = (placing: Placing, at: number) => {
    const where = `placing.${at}`
    const wide = wides.get(bodyKey(placing))
    if (!known(where, placing)) return
    if (!wide) return fault(where, 'the files have no figure of this wider place, agency and year')
    if (placing.driver === OWN) weighed(where, placing, wide.members)
    else if (placing.weights) fault(`${where}.weights`, 'are given only with the driver own')
    else if (!wide.drivers.some(({ driver }) => driver === placing.driver))
      fault(
        `${where}.driver`,
        catalogue.drivers.some(({ driver }) => driver === placing.driver)
          ? 'does not have a weight for every place within it'
          : 'is no driver of the count',
        placing.driver,
      )
    if (!placing.reason && (placing.driver === OWN || placing.grade === 'B'))
      fault(`${where}.reason`, 'is needed with own weights and with grade B')
  }

  const decided = (decision: Decision, at: number) => {
    const where = `decisions.${at}`
    if (known(where, decision) && !groups.has(groupKey(decision)))
      fault(where, 'nothing is brought of this place, agency, year and class')
  }

  repeated('placing', request.placing, bodyKey)
  repeated('decisions', request.decisions, groupKey)
  request.placing.forEach(placed)
  request.decisions.forEach(decided)
  for (const [at, total] of request.totals.entries()) known(`totals.${at}`, total)
  return faults
}
