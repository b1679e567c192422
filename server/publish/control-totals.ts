import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { ControlTotal } from '../count/reference.ts'
import type { About } from './about.ts'
import type { Move } from './lines.ts'
import type { Overtaken } from './overtaken.ts'

type Covers = (move: Move) => boolean

/** Sectors of local government: their spending is compiled from returns, all under one department's total. */
const LOCAL = new Set(['council', 'regional-body', 'police', 'fire'])

/**
 * Department whose published total has an agency's spending: its own, or that of all local government for a local
 * agency whose own has none.
 */
function departments({ agencies, controlTotals }: Catalogue): (agency: string) => string | undefined {
  const totals = new Set(controlTotals.filter(({ kind }) => kind === 'department').map(({ id }) => id))
  const local = agencies.find(({ sector, department }) => sector === 'council' && totals.has(department))
  const known = new Map(agencies.map((agency) => [agency.id, agency]))
  return (id) => {
    const agency = known.get(id)
    if (!agency || totals.has(agency.department)) return agency?.department
    return LOCAL.has(agency.sector) ? local?.department : undefined
  }
}

function coverOf(catalogue: Catalogue): (total: ControlTotal) => Covers | undefined {
  const departmentOf = departments(catalogue)
  const divisionOf = new Map(catalogue.functions.map(({ code, division }) => [code, division]))
  return ({ kind, id, unit }) => {
    if (unit !== 'GBP') return undefined
    if (kind === 'total') return () => true
    if (kind === 'region') return ({ place }) => catalogue.places.get(place)?.parent === id
    if (kind === 'department') return ({ agency }) => departmentOf(agency) === id
    if (kind === 'function') return (move) => divisionOf.get(move.function) === id
    return undefined
  }
}

/** What an import does to the figures it moves, in words. */
function doing(moves: readonly Move[]): string {
  const recorded = moves.some((one) => one.recorded > 0)
  const sharedOut = moves.some((one) => one.shared_out > 0)
  if (!recorded && !sharedOut) return 'Own figures added'
  const out = [...(recorded ? ['recorded'] : []), ...(sharedOut ? ['shared-out'] : [])]
  return `Own figures in place of ${out.join(' and ')} ones`
}

const KEPT = '; the lines taken out are kept in the count'

/** A total once what is compiled beside it has moved: a line says so, and what was not explained stays. */
function moved(
  total: ControlTotal,
  amount: number,
  label: string,
  kept: boolean,
  { title, publisher, made }: About,
  source: string,
): ControlTotal {
  if (amount === 0) return total
  const compiled = total.compiled + amount
  const difference = compiled - total.published
  return {
    ...total,
    compiled,
    difference,
    status: total.unexplained !== 0 ? 'unexplained' : difference === 0 ? 'equal' : 'bridged',
    bridge: [
      ...total.bridge,
      {
        label: `${label}: ${title}`,
        amount,
        source,
        reason: `Brought by ${publisher} and published on ${made}${kept ? KEPT : ''}`,
      },
    ],
  }
}

/** Published totals beside what is compiled once the import is in: each moves by its part, and a line says so. */
export function movedTotals(
  catalogue: Catalogue,
  moves: readonly Move[],
  about: About,
  source: string,
): ControlTotal[] {
  const cover = coverOf(catalogue)
  return catalogue.controlTotals.map((total) => {
    const covers = cover(total)
    if (!covers) return total
    const within = moves.filter((one) => one.year === total.year && covers(one))
    const amount = within.reduce((sum, { pounds }) => sum + pounds, 0)
    const takes = within.some((one) => one.recorded + one.shared_out > 0)
    return moved(total, amount, doing(within), takes, about, source)
  })
}

type Asked = PlanRequest['totals'][number]

/** Identifier of an own total: its import, its number there, and the place, agency and year it is limited to. */
const ownTotal = (amendment: string, position: number, { place, agency, year }: Asked) =>
  [`${amendment}-${position}`, place ?? '', agency ?? '', year ?? ''].join(':')

/** Totals of earlier imports, each less by what is taken out of the lines it was held against. */
export function overtakenTotals(
  totals: readonly ControlTotal[],
  catalogue: Catalogue,
  overtaken: readonly Overtaken[],
  about: About,
  source: string,
): ControlTotal[] {
  return totals.map((total) => {
    if (total.kind !== 'own') return total
    const [of, place, agency, year] = total.id.split(':')
    const places = place ? new Set(catalogue.members([place])) : undefined
    const amount = overtaken
      .filter(
        (one) =>
          of?.replace(/-\d+$/, '') === one.amendment &&
          (!places || places.has(one.place)) &&
          (!agency || agency === one.agency) &&
          (!year || year === one.year),
      )
      .reduce((sum, { pounds }) => sum - pounds, 0)
    return moved(total, amount, 'Taken out for own figures brought later', true, about, source)
  })
}

/** Totals the reader gave, as control totals of the count. */
export function ownTotals(
  asked: PlanRequest['totals'],
  found: PlanReply['totals'],
  years: PlanReply['years'],
  { id }: About,
  source: string,
): ControlTotal[] {
  return found.map(({ label, expected, found: compiled, difference, status }, at) => ({
    id: ownTotal(id, at + 1, asked[at]!),
    kind: 'own',
    year: asked[at]!.year ?? years.at(-1)!.year,
    covers: label,
    published: expected,
    compiled,
    difference,
    status,
    unexplained: difference,
    unit: 'GBP',
    bridge: [],
    source,
  }))
}
