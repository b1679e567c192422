import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'
import type { Catalogue } from '../count/catalogue.ts'
import type { ControlTotal } from '../count/reference.ts'
import type { About } from './about.ts'
import type { Move } from './lines.ts'

type Covers = (move: Move) => boolean

/** Department under which a published total has local authorities, whose own departments have none. */
function departments({ agencies, controlTotals }: Catalogue): (agency: string) => string | undefined {
  const totals = new Set(controlTotals.filter(({ kind }) => kind === 'department').map(({ id }) => id))
  const local = agencies.find(({ sector, department }) => sector === 'council' && totals.has(department))
  const known = new Map(agencies.map(({ id, department }) => [id, department]))
  return (agency) => {
    const department = known.get(agency)
    return department !== undefined && totals.has(department) ? department : local?.department
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

/** Published totals beside what is compiled once the import is in: each moves by its part, and a line says so. */
export function movedTotals(
  catalogue: Catalogue,
  moves: readonly Move[],
  { title, publisher, made }: About,
  source: string,
): ControlTotal[] {
  const cover = coverOf(catalogue)
  return catalogue.controlTotals.map((total) => {
    const covers = cover(total)
    const amount = covers
      ? moves
          .filter((one) => one.year === total.year && covers(one))
          .reduce((sum, { pounds }) => sum + pounds, 0)
      : 0
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
          label: `Own figures in place of shared-out ones: ${title}`,
          amount,
          source,
          reason: `Brought by ${publisher} and published on ${made}; the lines taken out are kept in the count`,
        },
      ],
    }
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
    id: `${id}-${at + 1}`,
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
