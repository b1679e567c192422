import type { PlanRequest } from '../api/contract-publish.ts'
import { apportion } from '../count/apportion.ts'
import type { Catalogue } from '../count/catalogue.ts'
import { type Driver, driversFor, OWN, ownDriver, type readWeights } from './drivers.ts'
import type { Part, WideFigure } from './staged.ts'
import { bodyKey, type Coarse, type Grade, groupKey } from './terms.ts'

/** What is known only for a wider place of one agency and year, and what it is shared by. */
export interface Wide {
  readonly place: string
  readonly agency: string
  readonly year: string
  /** Upper-tier places in it. */
  readonly members: readonly string[]
  readonly drivers: readonly Driver[]
  readonly chosen: { readonly driver: Driver; readonly grade: Grade; readonly reason: string | null } | null
}

export const isWide = ({ places }: Catalogue, code: string) => {
  const tier = places.get(code)?.tier
  return tier !== undefined && tier !== 'upper'
}

/** Figures of wider places by agency and year, each with the drivers there are and the one chosen. */
export function widePlaces(
  coarse: readonly Coarse[],
  catalogue: Catalogue,
  weights: Awaited<ReturnType<typeof readWeights>>,
  placing: PlanRequest['placing'],
): Map<string, Wide> {
  const chosen = new Map(placing.map((one) => [bodyKey(one), one]))
  const found = new Map<string, Wide>()
  for (const one of coarse) {
    if (!isWide(catalogue, one.place) || found.has(bodyKey(one))) continue
    const members = catalogue.members([one.place])
    const drivers = driversFor(weights, one, members)
    const said = chosen.get(bodyKey(one))
    const driver =
      said &&
      (said.driver === OWN
        ? said.weights && ownDriver(said)
        : drivers.find((each) => each.driver === said.driver))
    found.set(bodyKey(one), {
      place: one.place,
      agency: one.agency,
      year: one.year,
      members,
      drivers,
      chosen: driver ? { driver, grade: said.grade ?? driver.grade, reason: said.reason ?? null } : null,
    })
  }
  return found
}

/** Shares each figure of a wider place over its places, to the pound. */
export function share(
  figures: readonly WideFigure[],
  wides: ReadonlyMap<string, Wide>,
  stays: (group: string) => boolean,
): Part[] {
  return figures.flatMap((figure) => {
    const { weights } = wides.get(bodyKey(figure))!.chosen!.driver
    return [...apportion(BigInt(figure.pounds), weights)]
      .filter(([, pounds]) => pounds !== 0n)
      .map(([place, pounds]) => ({
        key: figure.key,
        place,
        weight: weights.get(place)!,
        pounds,
        stays: stays(groupKey({ ...figure, place })),
      }))
  })
}
