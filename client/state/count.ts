import { computed, signal } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { Count, Place } from '../api-types.ts'
import { resource } from './resource.ts'
import { ENGLAND } from './state.ts'

/** What is opened once: the count on screen and its places. */
export interface Opened {
  count: Count
  upper: Place[]
  regions: Place[]
  england: Place
  byCode: Map<string, Place>
}

export const opened = resource(signal('count'), async (_question, stop): Promise<Opened> => {
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
})

export const count = computed(() => opened.answer.value?.count ?? null)

/** Whether a year holds recorded lines only, so that no share under local control can be drawn from it. */
export const recordedOnly = (known: Count | null | undefined, year: string) =>
  known?.financial_years.find((one) => one.year === year)?.coverage === 'recorded'
