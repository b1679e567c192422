import { computed } from '@preact/signals'
import { settled } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { view } from '../state/store.ts'
import { lower, MEASURE_WORDS, pricesInWords, scopeInWords, yearInWords } from '../words.ts'

/** The question on screen, in the words that can change. */
export const question = computed(() => {
  const asked = settled.value?.asked
  if (!asked || !count.value || !definition.value) return null
  return {
    measure: MEASURE_WORDS[view.value.measure],
    definition: lower(definition.value.name),
    year: yearInWords(asked.year),
    prices: pricesInWords(asked.prices, count.value.deflator),
    scope: scopeInWords(count.value, asked.year, view.value.without, view.value.fill),
    place: asked.placeName,
  }
})
