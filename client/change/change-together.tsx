import { max } from 'd3-array'
import { address } from '../api.ts'
import { counted, money } from '../format.ts'
import { TableFiles } from '../frame/files.tsx'
import { Heads, hidden, number } from '../frame/heads.tsx'
import { SetTools } from '../sets/set-tools.tsx'
import { opened } from '../state/count.ts'
import { membersOf } from '../state/members.ts'
import { ENGLAND } from '../state/state.ts'
import { view } from '../state/store.ts'
import { AwayCell } from '../table/place-cells.tsx'
import { ChangeMark, partedInWords } from './change-mark.tsx'
import { PartedMark, PartedNote } from './change-sources.tsx'
import { type Changed, changedEverywhere } from './changed.ts'
import { inForm } from './measured.ts'
import { inOrder } from './order.ts'
import { partedChange, reachOf } from './resting.ts'

/** What each place brings to the change of places taken together. */
export function ChangeTogether({ shown }: { shown: Changed }) {
  const all = changedEverywhere.answer.value
  if (!all || shown.places.includes(ENGLAND)) return null
  const codes = membersOf(opened.answer.value!, shown.places)
  if (codes.length < 2) return null
  const rows = inOrder(
    codes.flatMap((code) => all.byCode.get(code) ?? []),
    'change',
    true,
  )
  const parted = rows.map(partedChange)
  const most = max(parted, (one) => (one ? reachOf(one) : 0)) || 1
  const files = (form: 'csv' | 'xlsx') =>
    address(`/change.${form}`, {
      ...shown.query,
      places: codes.join(','),
      called: view.value.placesNamed,
      order: '-change',
    })
  return (
    <section class="block together" aria-labelledby="change-together">
      <h2 id="change-together">{counted(rows.length, 'place')}, taken together</h2>
      <p class="note">
        What each brings to the change.{' '}
        <span class="files">
          As files: <TableFiles files={files} called="the change of these places" />
        </span>
      </p>
      <SetTools />
      <table class="plain">
        <caption class="hidden">What each place brings to the change</caption>
        <Heads
          of={[
            'Place',
            <td class="change-track" aria-hidden="true" />,
            number('Before'),
            number('After'),
            number('Change'),
            number('Per cent'),
            hidden('Take away'),
          ]}
        />
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                <PartedMark place={row.key} />
              </th>
              <td class="change-track" aria-hidden="true">
                <ChangeMark parted={parted[i]!} most={most} />
              </td>
              <td class="number" data-head="Before">
                {money(row.before)}
              </td>
              <td class="number" data-head="After">
                {money(row.after)}
              </td>
              <td class="number" data-head="Change">
                <b>{inForm(row.change, 'change')}</b>
                <span class="hidden"> {partedInWords(parted[i]!)}</span>
              </td>
              <td class="number" data-head="Per cent">
                {inForm(row.change_ratio, 'change_ratio')}
              </td>
              <AwayCell code={row.key} name={row.name} />
            </tr>
          ))}
        </tbody>
      </table>
      <PartedNote places={codes} />
    </section>
  )
}
