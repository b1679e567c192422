import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import { asked, placesOf } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { definition, localOf } from '../state/definition.ts'
import { ownByYear } from '../state/own-by.ts'
import { ownRowsIn } from '../state/own-figures.ts'
import { spendPassed } from '../state/passed.ts'
import { resource } from '../state/resource.ts'
import { ENGLAND } from '../state/state.ts'

export interface YearFigures {
  year: string
  /** Pounds by class, from the first to the last. */
  classes: number[] | null
  head: number | null
}

const question = computed(() => {
  if (!asked.value || !count.value) return null
  const { scope, fill, places, placeName } = asked.value
  const years = count.value.financial_years.filter((one) => one.coverage === 'full').map((one) => one.year)
  if (years.length < 2) return null
  const query = { scope, fill, places: placesOf(places), year: years.join(','), ...spendPassed.value }
  return JSON.stringify({ query, years, placeName })
})

/** Every year counted in full of the places on screen. */
export const everyYear = resource(question, async (key, stop) => {
  const { query, years, placeName } = JSON.parse(key) as {
    query: Record<string, string>
    years: string[]
    placeName: string
  }
  const ask = (more: object) => get<Table>(address('/spend', { ...query, ...more }), stop)
  const [byClass, byHead] = await Promise.all([ask({ by: 'year,class' }), ask({ by: 'year', per: 'head' })])
  const heads = new Map(
    rowsOf<{ year: string; amount: number | null }>(byHead).map(({ year, amount }) => [year, amount]),
  )
  const amounts = rowsOf<{ year: string; class: number; amount: number | null }>(byClass)
  const rows = years.map((year): YearFigures => {
    const own = amounts.filter((row) => row.year === year && row.amount !== null)
    const classes = Array.from({ length: count.peek()!.classes.length }, (_, i) =>
      own.filter((row) => Number(row.class) === i + 1).reduce((sum, row) => sum + row.amount!, 0),
    )
    return { year, classes: own.length > 0 ? classes : null, head: heads.get(year) ?? null }
  })
  return { rows, placeName, prices: query.prices ?? '', query }
})

/** The same with totals and shares under the definition on screen, so that a new one asks nothing. */
export const everyYearShown = computed(() => {
  const known = everyYear.answer.value
  const chosen = definition.value
  if (!known || !chosen) return null
  const rows = known.rows.map(({ year, classes, head }) => {
    const { denominator, share } = localOf(classes, chosen.classes)
    return { year, total: denominator, head, share }
  })
  const years = new Set(rows.map(({ year }) => year))
  const own = ownRowsIn(known.query.places ? known.query.places.split(',') : [ENGLAND])
  return { ...known, rows, own: ownByYear(own.filter(({ year }) => years.has(year))) }
})
