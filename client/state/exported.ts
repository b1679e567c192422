import { computed } from '@preact/signals'
import { address } from '../api.ts'
import { asked, placesOf } from './asked.ts'
import { definition } from './definition.ts'
import { part } from './store.ts'

/** Pictures the server draws of the place on screen. */
export type PictureOf = 'map' | 'spectrum' | 'sectors' | 'agencies' | 'functions' | 'years' | 'range' | 'flow'

const measure = part('measure')

/** The question on screen as pictures, workbook and zip of a place ask it. */
const question = computed(() => {
  if (!asked.value || !definition.value) return null
  const { year, scope, fill, places } = asked.value
  return { year, scope, fill, places: placesOf(places), definition: definition.value.id }
})

/** Where a picture of the view is to be had; null before there is a question. */
export function pictureAddress(of: PictureOf, form: 'svg' | 'png') {
  if (!question.value) return null
  const { definition, ...rest } = question.value
  const more = of === 'flow' ? {} : of === 'map' ? { definition, measure: measure.value } : { definition }
  return address(`/pictures/${of}.${form}`, { ...rest, ...more })
}

/** Where the place on screen is to be had whole: a workbook, or a zip of all its parts. */
export const placeAddress = (form: 'xlsx' | 'zip') =>
  question.value && address(`/exports/place.${form}`, { ...question.value, measure: measure.value })
