import type { PlanRequest } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { Base } from './base.ts'
import { type Decided, type Doubt, decide, doubtOf } from './decide.ts'
import type { Partly } from './staged.ts'
import { bodyKey, type Cell, type Coarse, groupKey, none, plus, rounded, type Sum } from './terms.ts'
import { isWide, type Wide } from './wide.ts'

/** Place, agency, year and class of which something is brought, and what is done with it. */
export interface Brought {
  readonly key: string
  readonly place: string
  readonly year: string
  readonly agency: string
  readonly sector: string
  readonly economic: Cell['economic']
  /** Whether any of it is not set aside. */
  readonly kept: boolean
  /** Whether own spending is brought, and not transfers only. */
  readonly own: boolean
  /** Whether some of it is recorded for the place itself. */
  readonly recorded: boolean
  /** Whether some of that is outturn of own spending, to which a budget in place of its return gives way. */
  readonly outturn: boolean
  /** Pence of own spending recorded for the place itself, what is set aside left out. */
  readonly pence: bigint
  readonly before: {
    readonly recorded: Sum
    readonly sharedOut: Sum
    readonly sector: Sum
    readonly budget: Sum
  }
  readonly otherClasses: Sum
  readonly otherBudget: Sum
  /** How many of its districts what is recorded is of, where not all. */
  readonly partly: Partly | null
  readonly doubt: Doubt | null
  readonly decided: Decided
}

const ASIDE: Decided = {
  does: 'leave',
  covers: 'agency',
  classes: 'same',
  why: 'A budget, and there is outturn: set aside.',
}

type Sketch = Omit<
  Brought,
  'key' | 'sector' | 'before' | 'otherClasses' | 'otherBudget' | 'partly' | 'doubt' | 'decided'
>

/** Groups that rows of places make, and those that parts of wider places make once placed: all places in them, those with no part too. */
export function sketch(
  coarse: readonly Coarse[],
  aside: (one: Coarse) => boolean,
  catalogue: Catalogue,
  wides: ReadonlyMap<string, Wide>,
): Map<string, Sketch> {
  const groups = new Map<string, Sketch>()
  const add = (place: string, one: Coarse, recorded: boolean) => {
    const { year, agency, economic, flow, phase } = one
    const key = groupKey({ place, year, agency, economic })
    const before = groups.get(key)
    groups.set(key, {
      place,
      year,
      agency,
      economic,
      kept: !aside(one) || (before?.kept ?? false),
      own: (flow === 'own' && !aside(one)) || (before?.own ?? false),
      recorded: recorded || (before?.recorded ?? false),
      pence: (before?.pence ?? 0n) + (recorded && flow === 'own' && !aside(one) ? one.pence : 0n),
      outturn: (recorded && flow === 'own' && phase === 'outturn') || (before?.outturn ?? false),
    })
  }
  for (const one of coarse) {
    if (!isWide(catalogue, one.place)) add(one.place, one, true)
    else {
      const { chosen, members } = wides.get(bodyKey(one))!
      for (const place of chosen ? members : []) add(place, one, false)
    }
  }
  return groups
}

/** What is done with each group, beside what the count has. */
export function decideAll(
  sketches: ReadonlyMap<string, Sketch>,
  catalogue: Catalogue,
  base: Base,
  partlyOf: ReadonlyMap<string, Partly>,
  request: PlanRequest,
  payments: boolean,
): Brought[] {
  const sectorOf = new Map(catalogue.agencies.map(({ id, sector }) => [id, sector]))
  const decisions = new Map(request.decisions.map((one) => [groupKey(one), one]))
  const sums = new Map<string, Sum>()
  const count = (key: string, { lines, pounds }: Sum) =>
    void sums.set(key, plus(sums.get(key) ?? none, { lines, pounds }))
  const sectorKey = (one: Pick<Cell, 'place' | 'year' | 'sector'>) => `${one.place}|${one.year}|${one.sector}`
  for (const cell of base.cells) {
    count(`${groupKey(cell)}|${cell.basis}`, cell)
    if (cell.basis === 'recorded') continue
    count(`${bodyKey(cell)}|shared`, cell)
    count(`${sectorKey(cell)}|${cell.economic}|sector`, cell)
  }
  for (const cell of base.budgets)
    for (const key of [groupKey(cell), bodyKey(cell)]) count(`${key}|budget`, cell)
  const sum = (key: string) => sums.get(key) ?? none
  const less = (a: Sum, b: Sum): Sum => ({ lines: a.lines - b.lines, pounds: a.pounds - b.pounds })
  return [...sketches].map(([key, one]) => {
    const sector = sectorOf.get(one.agency) ?? ''
    const [recorded, sharedOut] = [sum(`${key}|recorded`), sum(`${key}|shared_out`)]
    const budget = sum(`${key}|budget`)
    const partly = one.recorded
      ? (partlyOf.get(`${key}|${one.outturn ? 'outturn' : 'budget'}`) ?? null)
      : null
    const before = { recorded, sharedOut, budget: one.outturn ? budget : none }
    const doubt =
      one.own && one.recorded ? doubtOf(rounded(one.pence), before, partly !== null, request) : null
    const ofSector = sum(`${sectorKey({ ...one, sector })}|${one.economic}|sector`)
    return {
      key,
      ...one,
      sector,
      before: { recorded, sharedOut, sector: less(ofSector, sharedOut), budget },
      otherClasses: less(sum(`${bodyKey(one)}|shared`), sharedOut),
      otherBudget: less(sum(`${bodyKey(one)}|budget`), budget),
      partly,
      doubt: one.kept ? doubt : null,
      decided: one.kept
        ? decide(one.own ? before : null, decisions.get(key), request, {
            estimated: !one.recorded,
            doubt,
            monthly: payments && base.own.has(key),
          })
        : ASIDE,
    }
  })
}
