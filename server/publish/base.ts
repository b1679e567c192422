import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import { bodyKey, type Cell, type Coarse, groupKey } from './terms.ts'

interface Found extends Cell {
  readonly phase: string
  readonly fill: boolean
}

/** What the count has beside an import: own spending of the same places, years and sectors. */
export interface Base {
  readonly cells: readonly Cell[]
  /** Place, year, agency and class of which it has outturn; place, year and agency of which it has a budget in place of a return. */
  readonly outturn: ReadonlySet<string>
  readonly filled: ReadonlySet<string>
  /** Own spending of England by year. */
  readonly years: ReadonlyMap<string, { readonly pounds: number; readonly lines: number }>
}

/** Reads what the count has of the places, years and sectors an import touches. */
export async function readBase({ catalogue, engine }: Count, coarse: readonly Coarse[]): Promise<Base> {
  const sectorOf = new Map(catalogue.agencies.map(({ id, sector }) => [id, sector]))
  const distinct = (values: Iterable<string | undefined>) =>
    [...new Set(values)].filter((one) => one) as string[]
  const found = rowsOf<Found>(
    await engine.ask('publish-base', {
      places: catalogue.members(distinct(coarse.map(({ place }) => place))),
      years: distinct(coarse.map(({ year }) => year)),
      sectors: distinct(coarse.map(({ agency }) => sectorOf.get(agency))),
    }),
  )
  const cells = new Map<string, Cell>()
  for (const { phase: _phase, fill, ...cell } of found) {
    if (fill) continue
    const key = `${bodyKey(cell)}|${cell.economic}|${cell.basis}`
    const before = cells.get(key)
    cells.set(
      key,
      before ? { ...before, pounds: before.pounds + cell.pounds, lines: before.lines + cell.lines } : cell,
    )
  }
  const years = rowsOf<{ year: string; pounds: number; lines: number }>(await engine.ask('publish-years'))
  return {
    cells: [...cells.values()],
    outturn: new Set(found.filter(({ phase, fill }) => phase === 'outturn' && !fill).map(groupKey)),
    filled: new Set(found.filter(({ fill }) => fill).map(bodyKey)),
    years: new Map(years.map(({ year, ...rest }) => [year, rest])),
  }
}
