import { exactChange, pounds } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
import { yearInWords } from '../../words.ts'
import type { PlanReply } from '../state/server.ts'

/** The total of England by year, before and after, as a sum that adds up to the pound. */
export function Years({ plan: { years } }: { plan: Pick<PlanReply, 'years'> }) {
  if (years.length === 0) return null
  return (
    <section class="card part" aria-labelledby="years">
      <h3 id="years">The total of England, before and after</h3>
      <table class="plain stacks">
        <Heads
          of={[
            'Year',
            number('Before'),
            number('Added'),
            number('Taken out'),
            number('After'),
            number('Change'),
          ]}
        />
        <tbody>
          {years.map(({ year, fresh, before, after, added, replaced }) => (
            <tr key={year}>
              <th scope="row">
                {yearInWords(year)}
                {fresh && <small>not in the count before: it will hold your figures only</small>}
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
