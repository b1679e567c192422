import { computed } from '@preact/signals'
import type { ChangeReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import { asked, everywhereAsked, placesOf } from '../state/asked.ts'
import { count, recordedOnly } from '../state/count.ts'
import { controlPassed, prices } from '../state/passed.ts'
import { resource } from '../state/resource.ts'
import { view } from '../state/store.ts'
import { changeFrom } from './asked.ts'

/** A row of /change: a place, or a part of what is spent. */
export interface ChangeRow {
  key: string
  name: string
  before: number | null
  after: number | null
  recorded_before: number | null
  recorded_after: number | null
  change: number | null
  change_ratio: number | null
  head_before: number | null
  head_after: number | null
  head_change: number | null
  head_change_ratio: number | null
  share_before: number | null
  share_after: number | null
  share_change: number | null
}

type Reply = Table &
  Pick<ChangeReply, 'together' | 'notes' | 'missing' | 'own_returns' | 'breaks' | 'prices' | 'deflation'>

const ask = (query: object, stop: AbortSignal) =>
  get<Reply>(address('/change', query as Record<string, string>), stop)

/** What a change is asked by, but for its places. */
const base = computed(() => {
  const scoped = everywhereAsked.value
  if (!scoped || changeFrom.value === null) return null
  const { year, scope, fill } = scoped
  return { year, scope, fill, from: changeFrom.value, prices: prices.value, ...controlPassed.value }
})

const everywhereKey = computed(() => (base.value ? JSON.stringify(base.value) : null))

/** The change of every place: the map and the table of winners and losers. */
export const changedEverywhere = resource(everywhereKey, async (key, stop) => {
  const query = JSON.parse(key) as NonNullable<typeof base.value>
  const reply = await ask(query, stop)
  const partial = recordedOnly(count.peek(), query.year)
  const rows = rowsOf<ChangeRow>(reply).map((row) =>
    partial ? { ...row, share_before: null, share_after: null, share_change: null } : row,
  )
  const { together, notes, breaks } = reply
  return { query, rows, byCode: new Map(rows.map((row) => [row.key, row])), together, notes, breaks }
})

const hereKey = computed(() =>
  base.value && asked.value
    ? JSON.stringify({ query: base.value, places: asked.value.places, placeName: asked.value.placeName })
    : null,
)

/** The share under local control of the places together in a year; null where none can be meant. */
async function shareIn(query: object, stop: AbortSignal) {
  const reply = await get<Table>(address('/control', { ...query, together: true }), stop)
  return rowsOf<{ share: number | null }>(reply)[0]?.share ?? null
}

/** The change of the places on screen: in all, by kind of agency and by function. */
export const changedHere = resource(hereKey, async (key, stop) => {
  const { query, places, placeName } = JSON.parse(key) as {
    query: NonNullable<typeof base.value>
    places: string[]
    placeName: string
  }
  const here = { ...query, places: placesOf(places) }
  const { from, ...now } = here
  const [sectors, divisions, before, after] = await Promise.all([
    ask({ ...here, by: 'sector' }, stop),
    ask({ ...here, by: 'division' }, stop),
    shareIn({ ...now, year: from }, stop),
    shareIn(now, stop),
  ])
  const partial = recordedOnly(count.peek(), query.year)
  return {
    query,
    places,
    placeName,
    together: sectors.together,
    deflation: sectors.deflation,
    notes: sectors.notes,
    missing: sectors.missing,
    own: sectors.own_returns,
    share: partial ? { before: null, after: null } : { before, after },
    sectors: rowsOf<ChangeRow>(sectors),
    divisions: rowsOf<ChangeRow>(divisions),
    files: (by: string) => (form: 'csv' | 'xlsx') =>
      address(`/change.${form}`, { ...here, called: view.peek().placesNamed, by }),
  }
})

export type Changed = NonNullable<typeof changedHere.answer.value>
