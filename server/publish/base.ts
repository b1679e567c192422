import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import { type Cell, type Coarse, groupKey, none, plus, type Sum } from './terms.ts'

interface Found extends Cell {
  readonly phase: string
  readonly fill: boolean
  readonly own: boolean
}

/** What the count has beside an import: own spending of the same places, years and sectors. */
export interface Base {
  readonly cells: readonly Cell[]
  /** Budgets that stand in for returns not made, counted only where a question asks. */
  readonly budgets: readonly Cell[]
  /** Place, year, agency and class of which it has outturn. */
  readonly outturn: ReadonlySet<string>
  /** Place, year, agency and class of which all that is recorded was brought by readers. */
  readonly own: ReadonlySet<string>
  /** Own spending of England by year, and the budgets in place of missing returns that are not in it. */
  readonly years: ReadonlyMap<string, Sum & { readonly budget: Sum }>
}

/** Cells of one place, year, agency, class and basis as one. */
function merged(found: readonly Found[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const { phase: _phase, fill: _fill, own: _own, ...cell } of found) {
    const key = `${groupKey(cell)}|${cell.basis}`
    cells.set(key, { ...cell, ...plus(cells.get(key) ?? none, cell) })
  }
  return [...cells.values()]
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
  const recorded = found.filter(({ basis, fill }) => basis === 'recorded' && !fill)
  const official = new Set(recorded.filter(({ own }) => !own).map(groupKey))
  const years = rowsOf<Sum & { year: string; budget_lines: number; budget: number }>(
    await engine.ask('publish-years'),
  )
  return {
    cells: merged(found.filter(({ fill }) => !fill)),
    budgets: merged(found.filter(({ fill }) => fill)),
    outturn: new Set(found.filter(({ phase, fill }) => phase === 'outturn' && !fill).map(groupKey)),
    own: new Set(
      recorded
        .filter(({ own }) => own)
        .map(groupKey)
        .filter((key) => !official.has(key)),
    ),
    years: new Map(
      years.map(({ year, lines, pounds, budget_lines, budget }) => [
        year,
        { lines, pounds, budget: { lines: budget_lines, pounds: budget } },
      ]),
    ),
  }
}
