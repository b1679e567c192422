import { useSignal } from '@preact/signals'
import { counted } from '../format.ts'
import { Heads } from '../frame/heads.tsx'
import { Scroll } from '../frame/scroll.tsx'
import { SortHead } from '../frame/sort-head.tsx'
import { Cells, type Column } from '../frame/stacked-table.tsx'
import { sortedBy } from './sorted.ts'

export interface SortColumn<Row> extends Column<Row> {
  /** As the API names it, for files in the same order. */
  id: string
  number: boolean
  value: (row: Row) => string | number | null
}

export interface Order {
  column: string
  descending: boolean
}

interface Props<Row> {
  label: string
  rows: readonly Row[]
  columns: readonly SortColumn<Row>[]
  order: Order
  onOrder: (order: Order) => void
  keyOf: (row: Row) => string
  /** Whether the row is of a place on screen. */
  own: (row: Row) => boolean
  busy?: boolean
}

const FEW = 15

/** Places with figures, sorted by any column; places on screen are marked and never cut off. */
export function SortTable<Row>({ label, rows, columns, order, onOrder, keyOf, own, busy }: Props<Row>) {
  const all = useSignal(false)
  const by = columns.find(({ id }) => id === order.column) ?? columns[0]!
  const sorted = sortedBy(rows, by.value, order.descending)
  const shown = all.value ? sorted : sorted.filter((row, i) => i < FEW || own(row))
  return (
    <>
      <Scroll label={label} class={`sort-table stacks${busy ? ' dimmed' : ''}`}>
        <table class="plain">
          <caption class="hidden">{label}</caption>
          <Heads
            of={columns.map(({ id, title, number }) => (
              <SortHead
                key={id}
                column={id}
                title={title}
                number={number}
                by={{ column: by.id, descending: order.descending }}
                onSort={onOrder}
              />
            ))}
          />
          <tbody>
            {shown.map((row) => (
              <tr key={keyOf(row)} class={own(row) ? 'chosen' : undefined}>
                <Cells columns={columns} row={row} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {sorted.length > FEW && (
        <button
          type="button"
          class="button show-all"
          aria-expanded={all.value}
          onClick={() => {
            all.value = !all.value
          }}
        >
          {all.value ? 'Show fewer' : `Show all ${counted(sorted.length, 'place')}`}
        </button>
      )}
    </>
  )
}
