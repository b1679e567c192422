import { exactChange, pounds } from '../../format.ts'
import { yearInWords } from '../../words.ts'
import type { PlanReply } from '../state/server.ts'

/** The total of England by year, before and after, as a sum that adds up to the pound. */
export function Years({ plan: { years } }: { plan: Pick<PlanReply, 'years'> }) {
  if (years.length === 0) return null
  return (
    <section class="card part" aria-labelledby="years">
      <h3 id="years">The total of England, before and after</h3>
      <table class="plain stacks">
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" class="number">
              Before
            </th>
            <th scope="col" class="number">
              Added
            </th>
            <th scope="col" class="number">
              Taken out
            </th>
            <th scope="col" class="number">
              After
            </th>
            <th scope="col" class="number">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, fresh, before, after, added, replaced, budget, withBudgets }) => (
            <tr key={year}>
              <th scope="row">
                {yearInWords(year)}
                {fresh && <small>not in the count before: it will hold your figures only</small>}
                {budget.lines > 0 && (
                  <small>
                    {pounds(budget.pounds)} of budget in place of a missing return{' '}
                    {budget.lines === 1 ? 'is' : 'are'} taken out too. It is in none of these figures: with
                    budgets shown, {pounds(withBudgets.before)} before and {pounds(withBudgets.after)} after.
                  </small>
                )}
              </th>
              <td class="number" data-head="Before">
                {pounds(before)}
              </td>
              <td class="number" data-head="Added">
                {pounds(added.pounds)}
              </td>
              <td class="number" data-head="Taken out">
                {pounds(replaced.pounds)}
              </td>
              <td class="number" data-head="After">
                {pounds(after)}
              </td>
              <td class="number" data-head="Change">
                {before === null ? 'a new year' : exactChange(after - before)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
