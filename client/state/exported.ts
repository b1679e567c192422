import { computed } from '@preact/signals'
import { address } from '../api.ts'
import { asked, placesOf, scopedOf } from './asked.ts'
import { definition, definitionAsked } from './definition.ts'
import { part } from './store.ts'

/** Pictures the server draws of the place on screen. */
export type PictureOf = 'map' | 'spectrum' | 'sectors' | 'agencies' | 'functions' | 'years' | 'range' | 'flow'

const measure = part('measure')
const called = part('placesNamed')

/** The question on screen as pictures, workbook and zip of a place ask it. */
const question = computed(() => {
  if (!asked.value || !definition.value) return null
  const spending = {
    ...scopedOf(asked.value),
    places: placesOf(asked.value.places),
    called: called.value,
  }
  return { spending, control: definitionAsked(definition.value) }
})

/** Where a picture of the view is to be had; null before there is a question. */
export function pictureAddress(of: PictureOf, form: 'svg' | 'png') {
  if (!question.value) return null
  const { spending, control } = question.value
  if (of === 'flow') return address(`/pictures/${of}.${form}`, { ...spending, prices: '' })
  const more = of === 'map' ? { measure: measure.value } : {}
  return address(`/pictures/${of}.${form}`, { ...spending, ...control, ...more })
}

/** Where the place on screen is to be had whole: a workbook, or a zip of all its parts. */
export const placeAddress = (form: 'xlsx' | 'zip') => {
  if (!question.value) return null
  const { spending, control } = question.value
  return address(`/exports/place.${form}`, { ...spending, ...control, measure: measure.value })
}
