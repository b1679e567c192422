import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import type { Workbench } from '../engine/workbench.ts'
import type { Receipt } from '../intake/receipt.ts'
import { budgetsAside } from './aside.ts'
import { type Base, readBase } from './base.ts'
import { digestOf } from './digest.ts'
import { readWeights } from './drivers.ts'
import { type Brought, decideAll, sketch } from './groups.ts'
import { hindrancesOf, MOST_PARTS, type NamedFile, unknownNames, unlike } from './hindrances.ts'
import { type Profile, type Purpose, profilesOf } from './kindred.ts'
import { penceOf } from './pence.ts'
import { groupsShown, widesShown, yearsShown } from './plan-reply.ts'
import { requestFaults } from './request-faults.ts'
import { gather, type Published, readCoarse, readPartly, round } from './staged.ts'
import { budgetsOut, takenOut } from './taken.ts'
import { bodyKey, type Cell, type Coarse, type Fate, groupKey, Unplannable } from './terms.ts'
import { compared } from './totals.ts'
import { isWide, share, type Wide, widePlaces } from './wide.ts'

export interface ToPlan {
  /** The database a check left, opened to be read: tables of its own are made in it. */
  readonly bench: Workbench
  readonly intake: string
  readonly files: readonly NamedFile[]
  readonly receipt: Receipt
  readonly count: Count
  readonly request: PlanRequest
  /** Whether the files are payments, each with its day, of which more follow: not the sums of a year. */
  readonly payments?: boolean
}

export interface Planned {
  readonly reply: PlanReply
  /** Groups that are published, in the order of their keys, and what of the count gives way to each. */
  readonly groups: readonly Brought[]
  readonly taken: ReadonlyMap<string, readonly Cell[]>
  /** What of its budgets in place of missing returns gives way to each: no part of what is counted. */
  readonly budgets: ReadonlyMap<string, readonly Cell[]>
  readonly wides: ReadonlyMap<string, Wide>
  readonly published: readonly Published[]
  readonly base: Base
  readonly profiles: readonly Profile[]
}

/**
 * What accepted lines become in a count: which places they go to, what gives way to them and what is left out.
 * @throws Unplannable, QueryError
 */
export async function plan({
  bench,
  intake,
  files,
  receipt,
  count,
  request,
  payments = false,
}: ToPlan): Promise<Planned> {
  const { catalogue } = count
  const coarse = await readCoarse(bench)
  const purposes = await bench.ask<Purpose>('publish-purposes')
  const strange = unknownNames(
    coarse,
    purposes.map((one) => one.function),
    catalogue,
  )
  const known = strange.length === 0 ? coarse : []
  const base = await readBase(count, known)
  const inside = catalogue.members(
    known.map(({ place }) => place).filter((place) => isWide(catalogue, place)),
  )
  const wides = widePlaces(known, catalogue, await readWeights(count, inside), request.placing)
  const aside = budgetsAside(known, base, catalogue, wides, request.decisions)
  const sketches = sketch(known, aside, catalogue, wides)
  const faults = requestFaults(request, count, wides, new Set(sketches.keys()))
  if (faults.length > 0) throw new Unplannable(faults)

  const groups = decideAll(sketches, catalogue, base, await readPartly(bench), request, payments)
  const doesOf = new Map(groups.map(({ key, decided }) => [key, decided.does]))
  const fateOf = (one: Coarse): Fate => {
    if (strange.length > 0) return 'left'
    if (aside(one)) return 'aside'
    if (isWide(catalogue, one.place)) return wides.get(bodyKey(one))!.chosen ? 'place' : 'not-placed'
    return doesOf.get(groupKey(one)) === 'leave' ? 'left' : 'publish'
  }
  const figures = await round(bench, coarse, fateOf)
  const many = figures.reduce((sum, one) => sum + wides.get(bodyKey(one))!.members.length, 0)
  const parts = many > MOST_PARTS ? [] : share(figures, wides, (key) => doesOf.get(key) !== 'leave')
  const published = await gather(bench, parts)
  const going = groups.filter(({ decided }) => decided.does !== 'leave')
  const { taken, spared } = takenOut(base.cells, groups)
  const budgets = budgetsOut(base.budgets, groups)
  const pence = penceOf(coarse, fateOf, figures, parts)
  const pounds = published.filter(({ stays }) => stays).reduce((sum, one) => sum + one.pounds, 0)
  const profiles = strange.length > 0 ? [] : await profilesOf(count, purposes)
  const hindrances =
    strange.length > 0
      ? strange
      : [...unlike(purposes, profiles), ...hindrancesOf(files, catalogue, groups, many)]
  const seen = { coarse: known, aside, groups, published, taken, spared, budgets, base }
  const shown = groupsShown(seen)
  return {
    reply: {
      intake,
      count: { id: count.id, hash: count.hash },
      digest: digestOf(request, receipt, count.hash),
      hindrances,
      groups: shown.slice(0, 1000),
      groupsInAll: shown.length,
      wide: widesShown(known, aside, wides, figures, parts),
      years: yearsShown(seen, catalogue),
      pence: {
        accepted: String(pence.accepted),
        published: String(pence.published),
        left: String(pence.left),
        notPlaced: String(pence.notPlaced),
        aside: String(pence.aside),
      },
      pounds,
      rounding: String(BigInt(pounds) * 100n - pence.published),
      totals: compared(request.totals, published, catalogue),
    },
    groups: going,
    taken,
    budgets,
    wides,
    published,
    base,
    profiles,
  }
}
