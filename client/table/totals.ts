import { computed } from '@preact/signals'
import { sum } from 'd3-array'
import { differenceInWords } from '../difference.ts'
import { counted, money, percent, pounds } from '../format.ts'
import { type Area, areas, together } from '../state/areas.ts'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { ticked } from '../state/members.ts'
import { yearly } from '../state/yearly.ts'
import { pricesInWords } from '../words.ts'
import { shownRows } from './shown.ts'

/** What the rows on screen add up to. */
export const shownTotal = computed((): Area | null => {
  const rows = shownRows.value
  if (rows.length === 0 || !definition.value) return null
  const all = rows.length === areas.answer.value?.rows.length
  const name = all ? `All ${rows.length} places` : `${counted(rows.length, 'place')} shown`
  return together('shown', name, rows, definition.value.classes)
})

/** How the ticked places, or else the rows on screen, stand to England and to what was published. */
export const reconciled = computed(() => {
  const all = areas.answer.value
  if (!all || !count.value) return null
  const on = ticked.value
  const whole = sum(all.rows, (row) => row.total ?? 0)
  const of = (what: string, total: number) =>
    `${what} ${pounds(total)}, ${percent(total / whole)} of the ${money(whole)} of all ${all.rows.length} places.`
  if (on.size > 0) {
    const what = on.size === 1 ? '1 ticked:' : `The ${on.size} ticked add to`
    return of(
      what,
      sum(all.rows, (row) => (on.has(row.code) ? (row.total ?? 0) : 0)),
    )
  }
  const total = shownTotal.value?.total
  if (total === undefined || total === null) return null
  const every = shownRows.value.length === all.rows.length
  const shown = every
    ? `All ${all.rows.length} places add to`
    : `The ${counted(shownRows.value.length, 'place')} shown add to`
  if (!every) return of(shown, total)
  const published = count.value.control_totals.find((row) => row.kind === 'total' && row.year === all.year)
  if (all.prices !== '')
    return `${shown} ${pounds(total)} in ${pricesInWords(all.prices, count.value.deflator)}. Published totals are in cash: choose cash prices to compare.`
  if (!published || all.scope !== '' || all.fill !== '') {
    return `${shown} ${pounds(total)}. No total is published for what is counted here.`
  }
  const gap = published.compiled - total
  return `${shown} ${pounds(total)}${gap === 0 ? ', the whole count' : `; ${money(gap)} more has no place`}. Published: ${pounds(published.published)}; difference ${differenceInWords(published, yearly.value?.unexplained.gross)}.`
})

/** Why the returns missing come to fewer than the rows add up to: a body may serve several places. */
export const sharedReturns = computed(() => {
  const returns = shownTotal.value?.missing ?? 0
  if (sum(shownRows.value, (row) => row.missing) <= returns) return null
  return `${counted(returns, 'return')} missing: one of a body that serves several places counts once.`
})
