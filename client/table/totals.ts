import { computed } from '@preact/signals'
import { sum } from 'd3-array'
import { change, counted, money, percent, pounds } from '../format.ts'
import { type Area, areas, together } from '../state/areas.ts'
import { count } from '../state/count.ts'
import { definition } from '../state/definition.ts'
import { shownRows } from './shown.ts'

/** What the rows on screen add up to. */
export const shownTotal = computed((): Area | null => {
  const rows = shownRows.value
  if (rows.length === 0 || !definition.value) return null
  const all = rows.length === areas.answer.value?.rows.length
  const name = all ? `All ${rows.length} places` : `${counted(rows.length, 'place')} shown`
  return together('shown', name, rows, definition.value.classes)
})

/** How the rows on screen stand to England and to what was published. */
export const reconciled = computed(() => {
  const all = areas.answer.value
  const total = shownTotal.value?.total
  if (!all || total === undefined || total === null || !count.value) return null
  const whole = sum(all.rows, (row) => row.total ?? 0)
  if (shownRows.value.length < all.rows.length) {
    return `These add to ${pounds(total)}, ${percent(total / whole)} of the ${money(whole)} of all ${all.rows.length} places.`
  }
  const published = count.value.control_totals.find((row) => row.kind === 'total' && row.year === all.year)
  if (!published || all.scope !== '' || all.fill !== '') {
    return `These add to ${pounds(total)}. No total is published for what is counted here.`
  }
  const gap = published.compiled - total
  return `These add to ${pounds(total)}${gap === 0 ? ', the whole count' : `; ${money(gap)} more has no place`}. Published: ${pounds(published.published)}; difference ${change(published.difference)}, of which ${money(published.unexplained)} net no file explains.`
})
