import { computed } from '@preact/signals'
import { areas, measureOf } from '../state/areas.ts'
import { breaks } from '../state/breaks.ts'
import { part } from '../state/store.ts'
import { countClasses } from './classes.ts'

const measure = part('measure')

/** What colours the map: every place's figure, and the breaks fixed for its year and measure. */
export const coloured = computed(() => {
  const shown = areas.answer.value
  if (!shown || !breaks.value) return null
  const values = new Map(shown.rows.map((area) => [area.code, measureOf(area, measure.value)]))
  const fixed = breaks.value
  return { measure: measure.value, breaks: fixed, values, ...countClasses([...values.values()], fixed) }
})
