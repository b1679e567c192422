import { pounds } from '../../format.ts'
import { dayInWords } from '../../scenario/keep/when.ts'
import { count } from '../../state/count.ts'
import { list, yearInWords } from '../../words.ts'

/** What was published of one's own into the count that is served. */
export function Amendments() {
  const amendments = count.value?.amendments ?? []
  if (amendments.length === 0) return null
  return (
    <section class="card part" aria-labelledby="amendments">
      <h3 id="amendments">Published into the count that is served</h3>
      <table class="plain stacks">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Years</th>
            <th scope="col" class="number">
              Places
            </th>
            <th scope="col" class="number">
              Added
            </th>
            <th scope="col" class="number">
              Taken out
            </th>
          </tr>
        </thead>
        <tbody>
          {amendments.map(({ id, title, publisher, made, years, places, added, replaced, budget }) => (
            <tr key={id}>
              <th scope="row">
                {title}
                <small>
                  {publisher}, {dayInWords(made)}
                </small>
              </th>
              <td data-head="Years">{list(years.map(yearInWords))}</td>
              <td class="number" data-head="Places">
                {places}
              </td>
              <td class="number" data-head="Added">
                {pounds(added.pounds)}
              </td>
              <td class="number" data-head="Taken out">
                {pounds(replaced.pounds)}
                {budget.lines > 0 && <small>and {pounds(budget.pounds)} of budget, not counted</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
