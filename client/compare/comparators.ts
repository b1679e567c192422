import { computed } from '@preact/signals'
import type { ComparatorsReply } from '../../server/api/contract.ts'
import { address, get, rowsOf, type Table } from '../api.ts'
import { asked } from '../state/asked.ts'
import { definition, moves } from '../state/definition.ts'
import { resource } from '../state/resource.ts'
import { ENGLAND } from '../state/state.ts'
import { part } from '../state/store.ts'
import { passedToComparators } from './passed.ts'

/** What places can be compared by, in words, and how a value of it is written. */
export const FEATURES = [
  { id: 'population', name: 'Population', about: 'people' },
  { id: 'density', name: 'Density', about: 'people a square kilometre' },
  { id: 'older', name: 'Older people', about: 'aged 65 and over, of all' },
  { id: 'younger', name: 'Children', about: 'aged 0 to 15, of all' },
  { id: 'deprivation', name: 'Deprivation', about: 'people in income deprivation, of all' },
] as const

const page = part('page')
const unlike = part('unlike')

export interface Neighbour {
  place: string
  place_name: string
  own: boolean
  distance: number
  total: number | null
  head: number | null
  share: number | null
  missing: number
  [feature: string]: string | number | boolean | null
}

/** Features switched on; never none. */
export const featuresOn = computed(() => {
  const on = FEATURES.filter(({ id }) => !unlike.value.includes(id))
  return on.length === 0 ? [FEATURES[0]] : on
})

const url = computed(() => {
  const wanted = page.value === 'compare' || (page.value === 'control' && moves.value !== '')
  if (!wanted || !asked.value || !definition.value) return null
  const { year, scope, fill, places } = asked.value
  if (places.length !== 1 || places[0] === ENGLAND) return null
  const features = featuresOn.value.map(({ id }) => id).join(',')
  return address('/comparators', {
    year,
    scope,
    fill,
    places: places[0],
    features,
    ...passedToComparators.value,
  })
})

/** The places most like the one on screen, itself first, and where it stands among them. */
export const comparators = resource(url, async (question, stop) => {
  const reply = await get<
    Table &
      Pick<ComparatorsReply, 'standing' | 'group' | 'left_out' | 'places' | 'years'> & { features: string[] }
  >(question, stop)
  const { standing, group, left_out, places, features, years } = reply
  const files = (form: 'csv' | 'xlsx') => question.replace('/comparators', `/comparators.${form}`)
  return {
    rows: rowsOf<Neighbour>(reply),
    standing,
    group,
    left_out,
    features,
    place: places?.[0],
    year: years[0]!,
    files,
  }
})

/** The last answer, so long as it is of the place on screen. */
export const comparatorsShown = computed(() => {
  const shown = comparators.answer.value
  const places = asked.value?.places
  return shown && places?.length === 1 && places[0] === shown.place ? shown : null
})
