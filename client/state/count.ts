import { computed, effect, signal } from '@preact/signals'
import { ApiError, address, countAsked, get, rowsOf, type Table } from '../api.ts'
import type { Count, Place } from '../api-types.ts'
import { resource } from './resource.ts'
import { ENGLAND } from './state.ts'
import { go, linkFaults, part } from './store.ts'

/** What is opened once: the count on screen and its places. */
export interface Opened {
  count: Count
  upper: Place[]
  regions: Place[]
  england: Place
  byCode: Map<string, Place>
}

const pinned = part('pinned')
effect(() => {
  countAsked.value = pinned.value
})

/** Hash of the count that is served where another is asked; null where the one asked is it. */
export const servedInstead = signal<string | null>(null)

const GONE =
  'The count this link was made on is not kept here: the figures are of the count that is served, and may differ.'

/** Whether the count the link names is here; where it is not, the link is let go of and that is told. */
async function ask(hash: string | null, stop: AbortSignal): Promise<Opened | null> {
  try {
    const known = await openedOf(stop)
    const { count } = await get<{ count: { hash: string } }>(address('/health'), stop)
    servedInstead.value = hash !== null && count.hash !== hash ? count.hash : null
    return known
  } catch (error) {
    if (hash === null || !(error instanceof ApiError) || error.status !== 400) throw error
    go({ pinned: null }, true)
    linkFaults.value = [GONE]
    return null
  }
}

async function openedOf(stop: AbortSignal): Promise<Opened> {
  const places = (tier: string) => get<Table>(address('/places', { tier }), stop).then(rowsOf<Place>)
  const [count, upper, regions, country] = await Promise.all([
    get<Count>(address('/count'), stop),
    places('upper'),
    places('region'),
    places('country'),
  ])
  const england = country.find((place) => place.code === ENGLAND)!
  const byCode = new Map([...upper, ...regions, england].map((place) => [place.code, place]))
  return { count, upper, regions, england, byCode }
}

/** Asked by hash, so that another count is a question of its own. */
const asking = computed(() => ({ hash: countAsked.value }))

export const opened = resource(asking, ({ hash }, stop) => ask(hash, stop))

export const count = computed(() => opened.answer.value?.count ?? null)

/** Whether a year holds recorded lines only, so that no share under local control can be drawn from it. */
export const recordedOnly = (known: Count | null | undefined, year: string) =>
  known?.financial_years.find((one) => one.year === year)?.coverage === 'recorded'
