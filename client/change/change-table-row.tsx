import { ticked } from '../state/members.ts'
import type { ChangeColumn } from '../state/state.ts'
import { PlaceCells } from '../table/place-cells.tsx'
import { PartedMark } from './change-sources.tsx'
import type { ChangeRow } from './changed.ts'
import { inForm } from './measured.ts'

export const COLUMNS: readonly { column: Exclude<ChangeColumn, 'name'>; title: string; short: string }[] = [
  { column: 'before', title: 'Before', short: 'Before' },
  { column: 'after', title: 'After', short: 'After' },
  { column: 'change', title: 'Change', short: 'Change' },
  { column: 'change_ratio', title: 'Per cent', short: 'Per cent' },
  { column: 'head_change', title: 'Change a head', short: 'A head' },
  { column: 'head_change_ratio', title: 'A head, per cent', short: 'A head, per cent' },
  { column: 'share_change', title: 'Local share', short: 'Local share' },
]

/** A place of the table: ticked into the places on screen, chosen alone, and its change. */
export function ChangeTableRow({ row, stop }: { row: ChangeRow; stop: boolean }) {
  const on = ticked.value.has(row.key)
  return (
    <tr class={on ? 'chosen' : undefined}>
      <PlaceCells code={row.key} name={row.name} stop={stop} mark={<PartedMark place={row.key} />} />
      {COLUMNS.map(({ column, short }) => (
        <td key={column} class="number" data-head={short}>
          {inForm(row[column], column)}
        </td>
      ))}
    </tr>
  )
}
