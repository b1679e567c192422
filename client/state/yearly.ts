import { computed } from '@preact/signals'
import type { Count } from '../api-types.ts'
import { count } from './count.ts'
import { part } from './store.ts'

const chosen = part('year')

/** The year on screen: the chosen one where the count has it, else the latest it holds in full. */
export const shownYear = computed(() => {
  const known = count.value
  return known && chosen.value !== null && known.years.includes(chosen.value)
    ? chosen.value
    : (known?.latest ?? null)
})

/** The count as it is of the year on screen: its published totals, its missing returns, what nobody explains. */
export const yearly = computed((): Count | null => {
  const known = count.value
  if (!known) return null
  const of = <Row extends { year: string }>(rows: readonly Row[]) =>
    rows.filter(({ year }) => year === shownYear.value)
  const control_totals = of(known.control_totals)
  const left = control_totals.filter(({ kind }) => kind === 'bridge').map((row) => row.unexplained)
  return {
    ...known,
    control_totals,
    missing: of(known.missing),
    unexplained: {
      net: left.reduce((all, amount) => all + amount, 0),
      gross: left.reduce((all, amount) => all + Math.abs(amount), 0),
    },
  }
})
