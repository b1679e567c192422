import { computed } from '@preact/signals'
import { definitionOf, settled } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { view } from '../state/store.ts'
import { lower, MEASURE_WORDS, scopeInWords, yearInWords } from '../words.ts'

/** The question on screen, in the words that can change. */
export const question = computed(() => {
  const asked = settled.value?.asked
  if (!asked || !count.value) return null
  return {
    measure: MEASURE_WORDS[view.value.measure],
    definition: lower(definitionOf(count.value, asked.definition).name),
    year: yearInWords(asked.year),
    scope: scopeInWords(count.value, view.value.without),
    place: asked.placeName,
  }
})
