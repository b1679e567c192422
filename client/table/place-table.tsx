import { counted, money, percentTenth, pounds } from '../format.ts'
import { Scroll } from '../frame/scroll.tsx'
import type { Area } from '../state/areas.ts'
import type { SortColumn } from '../state/state.ts'
import { go, view } from '../state/store.ts'

const COLUMNS: readonly { column: SortColumn; title: string; number: boolean }[] = [
  { column: 'name', title: 'Place', number: false },
  { column: 'total', title: 'Total', number: true },
  { column: 'head', title: 'A head', number: true },
  { column: 'numerator', title: 'Under local control', number: true },
  { column: 'share', title: 'Share', number: true },
  { column: 'missing', title: 'Not re\u00adturned', number: true },
]

export function PlaceTable({ rows, dimmed }: { rows: readonly Area[]; dimmed: boolean }) {
  return (
    <Scroll label="Table of places" class={`place-table${dimmed ? ' dimmed' : ''}`}>
      <table class="plain">
        <caption class="hidden">Places with their spending and share under local control</caption>
        <thead>
          <tr>
            {COLUMNS.map((head) => (
              <Heading key={head.column} {...head} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Heading({ column, title, number }: (typeof COLUMNS)[number]) {
  const { sort } = view.value
  const on = sort.column === column
  const direction = on ? (sort.descending ? 'descending' : 'ascending') : 'none'
  const next = { column, descending: on ? !sort.descending : number }
  return (
    <th scope="col" class={number ? 'number' : undefined} aria-sort={direction}>
      <button type="button" class={`sort ${direction}`} onClick={() => go({ sort: next }, true)}>
        {title}
      </button>
    </th>
  )
}

function Row({ row }: { row: Area }) {
  const chosen = view.value.place === row.code
  return (
    <tr class={chosen ? 'chosen' : undefined}>
      <th scope="row">
        <button
          type="button"
          class="door"
          aria-current={chosen ? 'true' : undefined}
          onClick={() => go({ place: row.code, lines: null })}
        >
          {row.name}
        </button>
      </th>
      <td class="number">{money(row.total)}</td>
      <td class="number">
        {pounds(row.head)}
        {row.estimate && <small>estimate</small>}
      </td>
      <td class="number">{money(row.numerator)}</td>
      <td class="number">{percentTenth(row.share)}</td>
      <td class="number">{row.missing > 0 ? counted(row.missing, 'return') : ''}</td>
    </tr>
  )
}
