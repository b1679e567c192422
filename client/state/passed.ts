import { computed } from '@preact/signals'
import { asked } from './asked.ts'
import { definition, definitionAsked } from './definition.ts'

/** Prices as questions carry them, of what the deflator knows; nothing for cash. */
export const prices = computed(() => asked.value?.prices ?? '')

/** The reader's definition, rules and name of control, as questions about control carry them. */
export const controlPassed = computed(() =>
  definition.value ? definitionAsked(definition.value) : { definition: '', rules: '', named: '' },
)

/** Prices and rules, as questions about spending carry them. */
export const spendPassed = computed(() => ({ prices: prices.value, rules: asked.value?.rules ?? '' }))
