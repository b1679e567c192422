import type { PlanReply } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { Base } from './base.ts'
import { gathered } from './gathered.ts'
import type { Brought } from './groups.ts'
import type { Part, Published, WideFigure } from './staged.ts'
import {
  bodyKey,
  type Cell,
  type Coarse,
  type Group,
  groupKey,
  inOrder,
  none,
  plus,
  rounded,
  type Sum,
} from './terms.ts'
import { warningOf } from './warnings.ts'
import type { Wide } from './wide.ts'

type Taken = ReadonlyMap<string, readonly Cell[]>
type Aside = (one: Coarse) => boolean

export interface Seen {
  readonly coarse: readonly Coarse[]
  readonly aside: Aside
  readonly groups: readonly Brought[]
  readonly published: readonly Published[]
  readonly taken: Taken
  /** What stays though a group reaches it, by the group's key. */
  readonly spared: Taken
  /** Budgets in place of missing returns that give way. */
  readonly budgets: Taken
  readonly base: Base
}

/** Lines and pounds of all of them together. */
export const summed = (all: readonly Sum[]): Sum =>
  all.reduce((sum, { lines, pounds }) => plus(sum, { lines, pounds }), none)

const ofFlow = (flow: 'own' | 'transfer') => (one: { readonly flow: string }) =>
  (one.flow === 'own') === (flow === 'own')
const penceIn = (all: readonly Coarse[]) => all.reduce((sum, { pence }) => sum + pence, 0n)
const rowsIn = (all: readonly { readonly rows: number }[]) => all.reduce((sum, { rows }) => sum + rows, 0)

const sizeOf = ({ pounds, before: { recorded, sharedOut, budget } }: Group) =>
  Math.max(...[pounds, recorded.pounds + sharedOut.pounds + budget.pounds].map(Math.abs))
const isLeft = ({ does }: Group) => Number(does === 'leave')

/** The largest change first; of like changes what is published before what is left out. */
const byChange = (a: Group, b: Group) =>
  Math.abs(b.change) - Math.abs(a.change) ||
  isLeft(a) - isLeft(b) ||
  sizeOf(b) - sizeOf(a) ||
  inOrder(groupKey(a), groupKey(b))

/** Every group with what the count has and what becomes of it. */
export function groupsShown({
  coarse,
  aside,
  groups,
  published,
  taken,
  spared,
  budgets,
  base,
}: Seen): Group[] {
  const gone = new Set([...budgets.values()].flat())
  const staying = gathered(
    base.budgets.filter((cell) => !gone.has(cell)),
    bodyKey,
  )
  const brought = gathered(coarse, groupKey)
  const going = gathered(published, groupKey)
  const shown = groups.map((group): Group => {
    const rows = brought(group.key)
    const setAside = rows.filter(aside)
    const kept = rows.filter((one) => !aside(one))
    const lines = going(group.key)
    const own = lines.filter(ofFlow('own'))
    const { does, covers, classes, why } = group.decided
    const left = does === 'leave' ? rounded(penceIn(kept.filter(ofFlow('own')))) : 0
    const pounds = left + summed(own).pounds
    const replaced = summed(taken.get(group.key) ?? [])
    const budget = summed(budgets.get(group.key) ?? [])
    return {
      place: group.place,
      agency: group.agency,
      year: group.year,
      economic: group.economic,
      basis: group.recorded ? 'recorded' : 'shared_out',
      rows: rowsIn(kept) + rowsIn(lines.filter(({ placed }) => placed)),
      pounds,
      before: group.before,
      otherClasses: group.otherClasses,
      otherBudget: group.otherBudget,
      doubt: group.doubt,
      waits: group.decided.waits ?? false,
      does,
      covers,
      classes,
      replaced,
      budget,
      change: does === 'leave' ? 0 : pounds - replaced.pounds,
      why,
      warning: warningOf({
        group,
        pounds,
        replaced: replaced.pounds + budget.pounds,
        spared: summed(spared.get(group.key) ?? []),
        transfers: rowsIn(kept.filter(ofFlow('transfer'))),
        aside: penceIn(setAside),
        mixed: group.recorded && lines.some(({ placed }) => placed),
        budget: summed(staying(bodyKey(group))),
      }),
    }
  })
  return shown.sort(byChange)
}

/** Figures of wider places: own spending, the drivers there are, and who gets what. */
export function widesShown(
  coarse: readonly Coarse[],
  aside: Aside,
  wides: ReadonlyMap<string, Wide>,
  figures: readonly WideFigure[],
  parts: readonly Part[],
): PlanReply['wide'] {
  const brought = gathered(coarse, bodyKey)
  const keys = new Map(figures.filter(ofFlow('own')).map((one) => [one.key, bodyKey(one)]))
  const got = gathered(
    parts.filter(({ key }) => keys.has(key)),
    ({ key }) => keys.get(key)!,
  )
  return [...wides].map(([key, { place, agency, year, drivers, chosen }]) => {
    const kept = brought(key).filter((one) => !aside(one))
    const placed = new Map<string, bigint>()
    for (const part of got(key)) placed.set(part.place, (placed.get(part.place) ?? 0n) + part.pounds)
    const all = [...placed.values()].reduce((sum, pounds) => sum + pounds, 0n)
    const other = chosen && chosen.driver.year !== year
    return {
      place,
      agency,
      year,
      rows: rowsIn(kept),
      pounds: chosen ? Number(all) : rounded(penceIn(kept.filter(ofFlow('own')))),
      drivers: drivers.map((one) => ({
        driver: one.driver,
        name: one.name,
        grade: one.grade,
        year: one.year,
      })),
      driver: chosen?.driver.driver ?? null,
      grade: chosen?.grade ?? null,
      note: other ? `The count has no weights of ${year}: those of ${chosen.driver.year} are used.` : null,
      parts: [...(chosen?.driver.weights ?? [])].map(([member, weight]) => ({
        place: member,
        weight,
        pounds: Number(placed.get(member) ?? 0n),
      })),
    }
  })
}

/** England's own spending of each year touched, before and after. */
export function yearsShown(
  { coarse, published, taken, budgets, base }: Omit<Seen, 'groups' | 'aside' | 'spared'>,
  { years }: Catalogue,
): PlanReply['years'] {
  const counted = published.filter((one) => one.flow === 'own' && one.stays)
  const out = (cells: Taken, year: string) =>
    summed([...cells.values()].flat().filter((one) => one.year === year))
  return [...new Set(coarse.map(({ year }) => year))].sort().map((year) => {
    const had = base.years.get(year)
    const before = had?.pounds
    const added = summed(counted.filter((one) => one.year === year))
    const [replaced, budget] = [out(taken, year), out(budgets, year)]
    const after = (before ?? 0) + added.pounds - replaced.pounds
    const budgetBefore = had?.budget.pounds ?? 0
    return {
      year,
      fresh: !years.includes(year),
      before: before ?? null,
      after,
      added,
      replaced,
      budget,
      withBudgets: {
        before: before === undefined ? null : before + budgetBefore,
        after: after + budgetBefore - budget.pounds,
      },
    }
  })
}
