import { money, percentTenth, pounds } from '../format.ts'
import { Heads } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { SortHead } from '../frame/sort-head.tsx'
import { type Area, areas } from '../state/areas.ts'
import { ownIn } from '../state/own-figures.ts'
import type { SortColumn } from '../state/state.ts'
import { go, view } from '../state/store.ts'
import { TickHead } from './place-cells.tsx'
import { PlaceRow } from './place-row.tsx'
import { rove } from './roving.ts'
import { shownTotal } from './totals.ts'

const COLUMNS: readonly { column: SortColumn; title: string; number: boolean }[] = [
  { column: 'name', title: 'Place', number: false },
  { column: 'total', title: 'Total', number: true },
  { column: 'head', title: 'A head', number: true },
  { column: 'numerator', title: 'Under local control', number: true },
  { column: 'share', title: 'Share', number: true },
  { column: 'missing', title: 'Returns missing', number: true },
]

interface Props {
  rows: readonly Area[]
  dimmed: boolean
  /** Whether a phone shows the first rows alone. */
  short: boolean
}

/** The places with their figures, walked by arrow keys. */
export function PlaceTable({ rows, dimmed, short }: Props) {
  const total = shownTotal.value
  const year = areas.answer.value?.year ?? ''
  return (
    <Scroll label="Table of places" class={`place-table${dimmed ? ' dimmed' : ''}${short ? ' short' : ''}`}>
      <table class="plain">
        <caption class="hidden">
          Places with their spending and share under local control
          <span class="keys-hint">; arrow keys move about it</span>
        </caption>
        <Heads
          of={[
            <TickHead key="tick" />,
            ...COLUMNS.map((head) => (
              <SortHead
                key={head.column}
                {...head}
                by={view.value.sort}
                onSort={(sort) => go({ sort }, true)}
              />
            )),
          ]}
        />
        <tbody onKeyDown={rove}>
          {rows.map((row, i) => (
            <PlaceRow key={row.code} row={row} own={ownIn([row.code], year)} stop={i === 0} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <td class="tick" />
              <th scope="row">{total.name}</th>
              <td class="number" data-head="Total">
                {money(total.total)}
              </td>
              <td class="number" data-head="A head">
                {pounds(total.head)}
              </td>
              <td class="number" data-head="Local">
                {money(total.numerator)}
              </td>
              <td class="number" data-head="Share">
                {percentTenth(total.share)}
              </td>
              <td class="number" data-head="Missing">
                {total.missing}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </Scroll>
  )
}
