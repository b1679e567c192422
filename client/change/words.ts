import { computed } from '@preact/signals'
import { settled } from '../state/asked.ts'
import { part } from '../state/store.ts'
import { yearInWords } from '../words.ts'
import { changeFrom } from './asked.ts'

const prices = part('prices')

/** Prices as a sentence says them. */
export const inPrices = (of: string) =>
  of === '' || of === 'cash' ? 'in cash' : `in prices of ${yearInWords(of.replace('real:', ''))}`

/** The two years of the change on screen; null where none is shown. */
export const changeInWords = computed(() => {
  const year = settled.value?.asked.year
  if (!year || changeFrom.value === null) return null
  return `from ${yearInWords(changeFrom.value)} to ${yearInWords(year)}`
})

export const pricesNow = computed(() => inPrices(prices.value))
