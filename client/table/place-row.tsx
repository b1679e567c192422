import { counted, money, percentTenth, pounds } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { OwnMark } from '../frame/own-mark.tsx'
import type { Area } from '../state/areas.ts'
import { definition } from '../state/definition.ts'
import { ticked } from '../state/members.ts'
import type { Own } from '../state/own-by.ts'
import type { LinesKind } from '../state/state.ts'
import { PlaceCells } from './place-cells.tsx'

/** A place of the table: ticked into the places on screen, chosen alone, and its figures, each a door. */
export function PlaceRow({ row, own, stop }: { row: Area; own: Own | null; stop: boolean }) {
  const on = ticked.value.has(row.code)
  const local = definition.value!.id
  const door = (kind: LinesKind, id: string, about: string, text: string) => (
    <Door opens={{ kind, id, place: row.code }} about={`${about} of ${row.name}`} tabIndex={-1}>
      {text}
    </Door>
  )
  return (
    <tr class={on ? 'chosen' : undefined}>
      <PlaceCells code={row.code} name={row.name} stop={stop} mark={<OwnMark own={own} />} />
      <td class="number" data-head="Total">
        {door('all', 'all', 'total', money(row.total))}
      </td>
      <td class="number" data-head="A head">
        {door('head', 'head', 'spending a head', pounds(row.head))}
        {row.estimate && <small>estimate</small>}
      </td>
      <td class="number" data-head="Local">
        {door('definition', local, 'part under local control', money(row.numerator))}
      </td>
      <td class="number" data-head="Share">
        {door('share', local, 'share under local control', percentTenth(row.share))}
      </td>
      <td class="number" data-head="Missing">
        {row.missing > 0 ? <span title={counted(row.missing, 'return')}>{row.missing}</span> : 'none'}
        {row.own > 0 && <small>own figures for {counted(row.own, 'return')}</small>}
      </td>
    </tr>
  )
}
