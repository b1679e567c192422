import { pounds } from '../../format.ts'
import { list, lower, yearInWords } from '../../words.ts'
import { lineId } from '../baseline/line.ts'
import { freeName } from '../state/change.ts'
import type { Draft } from '../state/draft.ts'

/** A row of /spend by sector, agency and division. */
export interface BodyRow {
  sector: string
  sector_name: string
  agency: string
  agency_name: string
  division: string
  division_name: string
  amount: number | null
  recorded: number | null
}

export type By = 'sector' | 'agency'

/** A body that spends in a place, or all bodies of a kind together, with what it spends on. */
export interface Body {
  id: string
  name: string
  amount: number
  recorded: number
  divisions: { id: string; name: string; amount: number }[]
}

/** The bodies of some rows, largest first; those that spend nothing on balance are left out. */
export function bodiesOf(rows: readonly BodyRow[], by: By): Body[] {
  const bodies = new Map<string, Body>()
  for (const row of rows) {
    const id = row[by]
    const body = bodies.get(id) ?? { id, name: nameOf(rows, row, by), amount: 0, recorded: 0, divisions: [] }
    const amount = row.amount ?? 0
    const division = body.divisions.find((one) => one.id === row.division)
    if (division) division.amount += amount
    else body.divisions.push({ id: row.division, name: row.division_name, amount })
    body.amount += amount
    body.recorded += row.recorded ?? 0
    bodies.set(id, body)
  }
  const found = [...bodies.values()].filter(({ amount }) => amount > 0)
  for (const { divisions } of found) divisions.sort((a, b) => b.amount - a.amount)
  return found.sort((a, b) => b.amount - a.amount)
}

/** A kind of body that is one body here goes by that body's name. */
function nameOf(rows: readonly BodyRow[], row: BodyRow, by: By) {
  if (by === 'agency') return row.agency_name
  const agencies = new Set(rows.filter(({ sector }) => sector === row.sector).map(({ agency }) => agency))
  return agencies.size === 1 ? row.agency_name : row.sector_name
}

/** A body chosen for the pool, with the divisions it would draw on; all of them where none is named. */
export interface Chosen {
  body: Body
  divisions: readonly string[]
}

export interface Counted {
  by: By
  places: readonly string[]
  placeName: string
  year: string
  count: { id: string; hash: string }
}

export function baselineOf({ body, divisions }: Chosen): number {
  if (divisions.length === 0) return body.amount
  return body.divisions
    .filter(({ id }) => divisions.includes(id))
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** The lines drawn on, as papers call them: NHS and health bodies on health in Croydon, 2017 to 2018. */
const lineName = (chosen: Chosen, { placeName, year }: Counted) =>
  `${chosen.body.name}${onWhat(chosen)} in ${placeName}, ${yearInWords(year)}`.slice(0, 200)

function onWhat({ body, divisions }: Chosen) {
  const names = body.divisions.filter(({ id }) => divisions.includes(id)).map(({ name }) => lower(name))
  return names.length === 0 ? '' : ` on ${list(names)}`
}

/** What a baseline is and where it is from, as the document notes it. */
export function noteOf(chosen: Chosen, counted: Counted) {
  const { body } = chosen
  const how =
    body.recorded === body.amount
      ? 'recorded'
      : body.recorded === 0
        ? 'shared out from wider totals, not recorded for the place'
        : 'partly recorded, partly shared out from wider totals'
  return `Baseline: ${pounds(baselineOf(chosen))} a year${onWhat(chosen)} in ${counted.placeName}, ${yearInWords(counted.year)}, net, cash prices, ${how}. Count ${counted.count.id}, ${counted.count.hash.slice(0, 12)}.`
}

/** The document with each chosen body as a partner that can draw on its lines; what it puts in is still to be given. */
export function withBodies(document: Draft, chosen: readonly Chosen[], counted: Counted): Draft {
  const partners = [...document.partners]
  const contributions = [...document.pot.contributions]
  for (const one of chosen) {
    const partner = freeName(
      one.body.id,
      partners.map(({ id }) => id),
    )
    partners.push({ id: partner, name: one.body.name.slice(0, 200) })
    const { by, places, year } = counted
    const id = lineId({ by, body: one.body.id, places, year, divisions: one.divisions })
    const line = { id, amount: baselineOf(one), name: lineName(one, counted) }
    contributions.push({ kind: 'line', partner, line, note: noteOf(one, counted) })
  }
  const places = [...new Set([...document.places, ...counted.places])]
  return { ...document, places, partners, pot: { ...document.pot, contributions } }
}
