import { computed } from '@preact/signals'
import { definition } from './definition.ts'
import { START } from './state.ts'
import { part } from './store.ts'

const chosenPrices = part('prices')
const chosenRules = part('rules')
const chosenName = part('named')

/** Prices as questions carry them; nothing for cash. */
export const prices = computed(() => (chosenPrices.value === START.prices ? '' : chosenPrices.value))

/** The reader's definition, rules and name of control, as questions about control carry them. */
export const controlPassed = computed(() => ({
  definition: definition.value?.id ?? '',
  rules: chosenRules.value,
  named: chosenName.value,
}))

/** Prices and rules, as questions about spending carry them. */
export const spendPassed = computed(() => ({ prices: prices.value, rules: chosenRules.value }))
