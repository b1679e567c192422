import { computed } from '@preact/signals'
import { controlPassed, prices } from '../state/passed.ts'

/** What comparators take of prices and control: all but the reader's name, which files of theirs have no room for. */
export const passedToComparators = computed(() => {
  const { definition, rules } = controlPassed.value
  return { definition, rules, prices: prices.value }
})
