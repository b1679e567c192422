import { useSignal } from '@preact/signals'
import { counted, exactPence, integer } from '../../format.ts'
import { Heads, number } from '../../frame/heads.tsx'
import { yearInWords } from '../../words.ts'
import { nameOf } from '../map/in-words.ts'
import type { ReportReply } from '../state/server.ts'

const FEW = 20

/** What is accepted, by place, agency and year. */
export function GroupTable({ report }: { report: ReportReply }) {
  const all = useSignal(false)
  const { groups } = report
  if (groups.length === 0) return null
  const shown = all.value ? groups : groups.slice(0, FEW)
  return (
    <section class="card part" aria-labelledby="accepted-groups">
      <h3 id="accepted-groups">What is accepted, by place, agency and year</h3>
      <table class="plain stacks">
        <Heads of={['Agency', 'Place', 'Year', number('Rows'), number('Pounds')]} />
        <tbody>
          {shown.map(({ place, agency, year, rows, pence }) => (
            <tr key={`${place} ${agency} ${year}`}>
              <th scope="row">{nameOf('agency', agency)}</th>
              <td data-head="Place">{nameOf('place', place)}</td>
              <td data-head="Year">{yearInWords(year)}</td>
              <td class="number" data-head="Rows">
                {integer(rows)}
              </td>
              <td class="number" data-head="Pounds">
                {exactPence(pence)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > FEW && !all.value && (
        <button
          type="button"
          class="button"
          onClick={() => {
            all.value = true
          }}
        >
          Show all {counted(groups.length, 'group')}
        </button>
      )}
    </section>
  )
}
