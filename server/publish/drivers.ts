import { createHash } from 'node:crypto'
import type { PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import { type Grade, inOrder } from './terms.ts'

type Placing = PlanRequest['placing'][number]

export const OWN = 'own'

/** A driver that figures of a wider place can be shared by: it has a weight for every place in it. */
export interface Driver {
  readonly driver: string
  readonly name: string
  readonly grade: Grade
  /** Year its weights are of. */
  readonly year: string
  readonly weights: ReadonlyMap<string, number>
  /** Whether the count has it for the very place and year, so that a reader finds the share there. */
  readonly standing: boolean
}

interface Weight {
  readonly driver: string
  readonly name: string
  readonly year: string
  readonly place: string
  readonly weight: number
  readonly areas: readonly string[]
}

/** Weights of the count's drivers for upper-tier places. */
export async function readWeights({ engine }: Count, places: readonly string[]): Promise<Weight[]> {
  if (places.length === 0) return []
  return rowsOf<Weight>(await engine.ask('publish-weights', { places }))
}

const PERSONS = /^persons(?: \(mid-year\))?$/i
const gradeOf = (name: string): Grade => (PERSONS.test(name) ? 'D' : 'C')

/** Drivers that have a weight for every one of the places, of the year or else the latest they have. */
export function driversFor(
  weights: readonly Weight[],
  wide: { readonly place: string; readonly year: string },
  members: readonly string[],
): Driver[] {
  const found = new Map<string, Map<string, Weight[]>>()
  const inside = new Set(members)
  for (const one of weights) {
    if (!inside.has(one.place)) continue
    const years = found.get(one.driver) ?? new Map<string, Weight[]>()
    found.set(one.driver, years.set(one.year, [...(years.get(one.year) ?? []), one]))
  }
  return [...found].flatMap(([driver, years]) => {
    const whole = [...years]
      .filter(([, rows]) => rows.length === members.length && rows.some(({ weight }) => weight > 0))
      .sort(([a], [b]) => inOrder(b, a))
    const [year, rows] = whole.find(([one]) => one === wide.year) ?? whole[0] ?? []
    if (!year || !rows) return []
    return {
      driver,
      name: rows[0]!.name,
      grade: gradeOf(rows[0]!.name),
      year,
      weights: new Map(rows.map(({ place, weight }) => [place, weight])),
      standing: year === wide.year && rows.every(({ areas }) => areas.includes(wide.place)),
    }
  })
}

/** Own weights as a driver. */
export const ownDriver = ({ year, weights, reason }: Placing): Driver => ({
  driver: OWN,
  name: `Own weights: ${reason}`,
  grade: 'C',
  year,
  weights: new Map(Object.entries(weights!).sort(([a], [b]) => inOrder(a, b))),
  standing: false,
})

/** Identifier under which the count keeps the weights of a driver it does not have so: of its own weights, say. */
export function keptAs(driver: Driver, wide: { readonly place: string; readonly year: string }): string {
  if (driver.standing) return driver.driver
  const said = JSON.stringify([driver.driver, driver.name, wide.place, wide.year, [...driver.weights]])
  return `own-${createHash('sha256').update(said).digest('hex').slice(0, 8)}`
}
