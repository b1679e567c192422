import { computed } from '@preact/signals'
import { asked } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { ownOnly } from '../state/own-year.ts'
import { part } from '../state/store.ts'
import { yearInWords } from '../words.ts'
import { yearsAlike } from './years-alike.ts'

const from = part('from')

/** The year that change is shown from; null where none is asked for, or one that cannot be. */
export const changeFrom = computed(() => {
  const year = asked.value?.year
  if (!count.value || !year || from.value === null) return null
  return yearsAlike(count.value, year).includes(from.value) ? from.value : null
})

/** Why no change is shown where one is asked for. */
export const changeFault = computed(() => {
  const year = asked.value?.year
  if (!count.value || !year || from.value === null || changeFrom.value !== null) return null
  if (from.value === year)
    return `A change needs two years; ${yearInWords(year)} was asked for twice. That year is shown alone.`
  const own = [from.value, year].find((one) => ownOnly(count.value, one))
  if (own !== undefined)
    return `${yearInWords(own)} holds figures of your own only, with no return of it in this count: not to be compared with another year. ${yearInWords(year)} is shown alone.`
  const known = count.value.financial_years.some((one) => one.year === from.value)
  return known
    ? `One of ${yearInWords(from.value)} and ${yearInWords(year)} holds recorded lines only, so that no change can be drawn between them. ${yearInWords(year)} is shown alone.`
    : `This count has no year ${from.value} to show change from. ${yearInWords(year)} is shown alone.`
})
