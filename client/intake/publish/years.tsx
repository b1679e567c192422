import { exactChange, pounds } from '../../format.ts'
import { type Column, StackedTable } from '../../frame/stacked-table.tsx'
import { yearInWords } from '../../words.ts'
import type { PlanReply } from '../state/server.ts'

const COLUMNS: readonly Column<PlanReply['years'][number]>[] = [
  {
    title: 'Year',
    text: ({ year, fresh, budget, withBudgets }) => (
      <>
        {yearInWords(year)}
        {fresh && <small>not in the count before: it will hold your figures only</small>}
        {budget.lines > 0 && (
          <small>
            {pounds(budget.pounds)} of budget in place of a missing return {budget.lines === 1 ? 'is' : 'are'}{' '}
            taken out too. It is in none of these figures: with budgets shown, {pounds(withBudgets.before)}{' '}
            before and {pounds(withBudgets.after)} after.
          </small>
        )}
      </>
    ),
  },
  { title: 'Before', number: true, text: ({ before }) => pounds(before) },
  { title: 'Added', number: true, text: ({ added }) => pounds(added.pounds) },
  { title: 'Taken out', number: true, text: ({ replaced }) => pounds(replaced.pounds) },
  { title: 'After', number: true, text: ({ after }) => pounds(after) },
  {
    title: 'Change',
    number: true,
    text: ({ before, after }) => (before === null ? 'a new year' : exactChange(after - before)),
  },
]

/** The total of England by year, before and after, as a sum that adds up to the pound. */
export function Years({ plan: { years } }: { plan: Pick<PlanReply, 'years'> }) {
  if (years.length === 0) return null
  return (
    <section class="card part" aria-labelledby="years">
      <h3 id="years">The total of England, before and after</h3>
      <StackedTable columns={COLUMNS} rows={years} keyOf={({ year }) => year} />
    </section>
  )
}
