import { max } from 'd3-array'
import { BarsKey } from '../charts/bars-key.tsx'
import { money } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { TableFiles } from '../frame/files.tsx'
import { Heads, number } from '../frame/heads.tsx'
import type { LinesKind } from '../state/state.ts'
import { view } from '../state/store.ts'
import { yearInWords } from '../words.ts'
import { ChangeMark, partedInWords } from './change-mark.tsx'
import type { Changed, ChangeRow } from './changed.ts'
import { inForm } from './measured.ts'
import { inOrder } from './order.ts'
import { type Parted, partedChange, reachOf } from './resting.ts'

interface Props {
  id: string
  title: string
  kind: Extract<LinesKind, 'sector' | 'division'>
  rows: readonly ChangeRow[]
  shown: Changed
}

/** What became more and what less, as bars either side of nothing; a table, so that it is its own twin. */
export function ChangeBars({ id, title, kind, rows, shown }: Props) {
  const column = view.value.unit === 'ratio' ? 'change_ratio' : 'change'
  const order = inOrder(rows, column, true)
  const drawn = (row: ChangeRow) => (column === 'change' ? partedChange(row) : ratioOf(row))
  const most = max(order, (row) => reachOf(drawn(row) ?? NONE)) || 1
  const { query, files } = shown
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="note">
        Change in net spending, {column === 'change' ? 'in pounds' : 'per cent of the first year'}, most
        first.{' '}
        <span class="files">
          {title}: <TableFiles files={files(kind)} />
        </span>
      </p>
      <table class="plain change-bars">
        <caption class="hidden">{title}</caption>
        <Heads
          of={[
            kind === 'sector' ? 'Kind of agency' : 'Function',
            <td class="change-track" aria-hidden="true" />,
            number(yearInWords(query.from)),
            number(yearInWords(query.year)),
            number('Change'),
            number('Per cent'),
          ]}
        />
        <tbody>
          {order.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td class="change-track" aria-hidden="true" title={partedInWords(partedChange(row))}>
                <ChangeMark parted={drawn(row)} most={most} />
              </td>
              <td class="number" data-head={yearInWords(query.from)}>
                {money(row.before)}
              </td>
              <td class="number" data-head={yearInWords(query.year)}>
                <Door opens={{ kind, id: row.key }} about={`${row.name}, ${yearInWords(query.year)}`}>
                  {money(row.after)}
                </Door>
              </td>
              <td class="number" data-head="Change">
                <b>{inForm(row.change, 'change')}</b>
                <span class="hidden"> {partedInWords(partedChange(row))}</span>
              </td>
              <td class="number" data-head="Per cent">
                {inForm(row.change_ratio, 'change_ratio')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="change-key">
        <BarsKey />
      </div>
    </section>
  )
}

const NONE: Parted = { recorded: 0, shared: 0 }

/** Both parts of a change over the first year. */
function ratioOf(row: ChangeRow): Parted | null {
  const parted = partedChange(row)
  if (!parted || row.change_ratio === null || !row.before) return null
  return { recorded: parted.recorded / row.before, shared: parted.shared / row.before }
}
