import { pounds } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
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
        <Heads of={['What', 'Years', number('Places'), number('Added'), number('Taken out')]} />
        <tbody>
          {amendments.map(({ id, title, publisher, made, years, places, added, replaced }) => (
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
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
