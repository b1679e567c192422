import { sum } from 'd3-array'
import { address } from '../api.ts'
import { counted, money, percent, percentTenth, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Heads, hidden, number } from '../frame/heads.tsx'
import { SetTools } from '../sets/set-tools.tsx'
import type { Answer } from '../state/answer.ts'
import { areas } from '../state/areas.ts'
import { scopedOf } from '../state/asked.ts'
import { opened } from '../state/count.ts'
import { definition, definitionAsked } from '../state/definition.ts'
import { membersOf } from '../state/members.ts'
import { ENGLAND } from '../state/state.ts'
import { view } from '../state/store.ts'
import { AwayCell } from '../table/place-cells.tsx'

/** What each place brings to places taken together; one is taken away here. */
export function Together({ shown }: { shown: Answer }) {
  const { places } = shown.asked
  if (places.includes(ENGLAND)) return null
  const codes = membersOf(opened.answer.value!, places)
  const rows = codes.flatMap((code) => areas.answer.value?.byCode.get(code) ?? [])
  const whole = sum(rows, (row) => row.total ?? 0)
  const shares = whole > 0 && rows.every((row) => (row.total ?? 0) >= 0)
  if (rows.length < 2) return null
  const files = (form: 'csv' | 'xlsx') =>
    address(`/control.${form}`, {
      ...scopedOf(shown.asked),
      ...definitionAsked(definition.value!),
      places: codes.join(','),
      called: view.value.placesNamed,
    })
  return (
    <section class="block together" aria-labelledby="together-title">
      <h2 id="together-title">{counted(rows.length, 'place')}, taken together</h2>
      <p class="note">
        Places are also ticked in the table
        <span class="keys-hint">, or on the map with Ctrl or Shift held</span>.{' '}
        <span class="files">
          As files: <TableFiles files={files} called="these places" />
        </span>
      </p>
      <SetTools />
      <table class="plain">
        <caption class="hidden">What each place brings</caption>
        <Heads
          of={[
            'Place',
            number('Total'),
            number('Of the whole'),
            number('A head'),
            number('Local share'),
            hidden('Take away'),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {row.name}
                {row.missing > 0 && <small>{counted(row.missing, 'return')} missing</small>}
              </th>
              <td class="number" data-head="Total">
                <Door opens={{ kind: 'all', id: 'all', place: row.code }} about={`total of ${row.name}`}>
                  {money(row.total)}
                </Door>
              </td>
              <td class="number" data-head="Of the whole">
                {shares && row.total !== null ? percent(row.total / whole) : ''}
              </td>
              <td class="number" data-head="A head">
                <Door
                  opens={{ kind: 'head', id: 'head', place: row.code }}
                  about={`spending a head in ${row.name}`}
                >
                  {pounds(row.head)}
                </Door>
              </td>
              <td class="number" data-head="Local share">
                <Door
                  opens={{ kind: 'share', id: definition.value!.id, place: row.code }}
                  about={`local share of ${row.name}`}
                >
                  {percentTenth(row.share)}
                </Door>
              </td>
              <AwayCell code={row.code} name={row.name} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
