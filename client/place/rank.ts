import { computed } from '@preact/signals'
import { type Area, measureOf } from '../state/areas.ts'
import type { Measure } from '../state/state.ts'
import { part } from '../state/store.ts'
import { ranked } from './rank-groups.ts'

const measure = part('measure')

export const RANK_WORDS: Record<Measure, string> = { total: 'by total', head: 'a head', share: 'by share' }

export interface Standing {
  area: Area
  value: number
  rank: number
}

/** Places with a figure, highest first; equals share the better rank. */
export function standings(places: readonly Area[], by: Measure): Standing[] {
  const known = places.flatMap((area) => {
    const value = measureOf(area, by)
    return value === null ? [] : [{ area, value }]
  })
  known.sort((a, b) => b.value - a.value || (a.area.name < b.area.name ? -1 : 1))
  return known.map((one) => ({ ...one, rank: known.findIndex(({ value }) => value === one.value) + 1 }))
}

/** Where the place stands in the group it is ranked among, by the measure on the map. */
export const rank = computed(() => {
  const shown = ranked.value
  if (!shown) return null
  const { group, place } = shown
  const order = standings(group.places, measure.value)
  const at = order.findIndex(({ area }) => area.code === place.code)
  if (at === -1) return null
  return {
    group,
    place,
    order,
    at,
    rank: order[at]!.rank,
    of: order.length,
    incomplete: group.places.filter((area) => area.missing > 0).length,
  }
})
