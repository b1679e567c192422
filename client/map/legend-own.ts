import { computed } from '@preact/signals'
import { changedHere } from '../change/changed.ts'
import { togetherBy } from '../change/together-by.ts'
import { answer, headOf, local } from '../state/answer.ts'
import { ENGLAND, type Measure } from '../state/state.ts'
import { part } from '../state/store.ts'
import { coloured } from './coloured.ts'

const places = part('places')
const measure = part('measure')
const unit = part('unit')

/** The figure of the place on screen, to be marked among the classes; a total of several places fits none. */
export const ownValue = computed((): { name: string; value: number } | null => {
  const shown = coloured.value
  if (shown?.diverging) return ownChange(shown)
  const asked = answer.answer.value
  if (!shown || !asked || asked.asked.places.join() !== places.value.join()) return null
  const only = places.value.length === 1 ? shown.values.get(places.value[0]!) : undefined
  const whole: Record<Measure, number | null> = {
    total: null,
    head: headOf(asked.spend),
    share: local.value.share,
  }
  const value = only ?? whole[measure.value]
  if (value === null || places.value[0] === ENGLAND) return null
  return { name: asked.asked.placeName, value }
})

/** The same of a change: of places together a change in pounds fits no class, as their total fits none. */
function ownChange({ values, measure }: NonNullable<typeof coloured.value>) {
  const here = changedHere.answer.value
  if (!here || here.places.join() !== places.value.join() || here.places[0] === ENGLAND) return null
  const only = here.places.length === 1 ? values.get(here.places[0]!) : undefined
  const value = only ?? togetherBy(here, measure, unit.value)
  return value === null ? null : { name: here.placeName, value }
}
