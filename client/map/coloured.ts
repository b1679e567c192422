import { computed } from '@preact/signals'
import { areas, measureOf } from '../state/areas.ts'
import { count } from '../state/count.ts'
import { part } from '../state/store.ts'
import { countClasses } from './classes.ts'

const measure = part('measure')

/** What colours the map: every place's figure, and the breaks fixed for its year and measure. */
export const coloured = computed(() => {
  const shown = areas.answer.value
  if (!shown || !count.value) return null
  const breaks =
    count.value.breaks[shown.year]?.[measure.value === 'share' ? shown.definition : measure.value]
  if (!breaks) return null
  const values = new Map(shown.rows.map((area) => [area.code, measureOf(area, measure.value)]))
  return { measure: measure.value, breaks, values, ...countClasses([...values.values()], breaks) }
})
