import { max } from 'd3-array'
import { money } from '../format.ts'
import { Door } from '../frame/door.tsx'
import type { LinesKind } from '../state/state.ts'
import { view } from '../state/store.ts'
import { yearInWords } from '../words.ts'
import type { Changed, ChangeRow } from './changed.ts'
import { inForm } from './measured.ts'
import { inOrder } from './order.ts'

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
  const most = max(order, (row) => Math.abs(row[column] ?? 0)) || 1
  const { query, files } = shown
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="note">
        Change in net spending, {column === 'change' ? 'in pounds' : 'per cent of the first year'}, most
        first.{' '}
        <span class="files">
          {title}:{' '}
          <a href={files(kind)('csv')} download>
            CSV
          </a>{' '}
          <a href={files(kind)('xlsx')} download>
            XLSX
          </a>
        </span>
      </p>
      <table class="plain change-bars">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{kind === 'sector' ? 'Kind of agency' : 'Function'}</th>
            <td class="change-track" aria-hidden="true" />
            <th scope="col" class="number">
              {yearInWords(query.from)}
            </th>
            <th scope="col" class="number">
              {yearInWords(query.year)}
            </th>
            <th scope="col" class="number">
              Change
            </th>
            <th scope="col" class="number">
              Per cent
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td class="change-track" aria-hidden="true">
                <ChangeMark part={(row[column] ?? 0) / most} />
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
              </td>
              <td class="number" data-head="Per cent">
                {inForm(row.change_ratio, 'change_ratio')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A bar to the right of the middle for more, to the left for less; `part` from -1 to 1. */
export function ChangeMark({ part }: { part: number }) {
  const size = Math.abs(part) * 50
  return (
    <span class="change-line">
      {part !== 0 && (
        <span
          class={`change-mark ${part > 0 ? 'more' : 'less'}`}
          style={{ left: `${part > 0 ? 50 : 50 - size}%`, width: `${size}%` }}
        />
      )}
    </span>
  )
}
