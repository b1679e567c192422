import { useSignal } from '@preact/signals'
import { address } from '../api.ts'
import { counted, money, NO_FIGURE, percentTenth, points } from '../format.ts'
import { Door } from '../frame/door.tsx'
import { TableFiles } from '../frame/files.tsx'
import { OwnMark, OwnNote } from '../frame/own-mark.tsx'
import type { Answer } from '../state/answer.ts'
import { areas } from '../state/areas.ts'
import { scopedOf } from '../state/asked.ts'
import { definition, definitionAsked } from '../state/definition.ts'
import { ticked } from '../state/members.ts'
import { holdersAmong, ownIn } from '../state/own-figures.ts'
import { href } from '../state/store.ts'
import { beforeFault, type Compared, compared, start } from './before.ts'
import { PlaceButton } from './place-button.tsx'
import { type Order, type SortColumn, SortTable } from './sort-table.tsx'

const placeOf = (year: string): SortColumn<Compared> => ({
  id: 'place_name',
  title: 'Place',
  number: false,
  value: (row) => row.name,
  text: (row) => (
    <>
      <PlaceButton code={row.code} name={row.name} />
      {row.missing > 0 && <small>{counted(row.missing, 'return')} missing</small>}
      <OwnMark own={ownIn([row.code], year)} />
    </>
  ),
})

const columnsOf = (id: string, own: boolean, year: string): SortColumn<Compared>[] => [
  placeOf(year),
  {
    id: 'rank',
    title: 'Rank',
    number: true,
    value: (row) => row.rank,
    text: (row) => (row.rank === null ? NO_FIGURE : row.rank),
  },
  {
    id: 'numerator',
    title: 'Local',
    number: true,
    value: (row) => row.numerator,
    text: (row) => (
      <Door opens={{ kind: 'definition', id, place: row.code }} about={`local in ${row.name}`}>
        {money(row.numerator)}
      </Door>
    ),
  },
  {
    id: 'share',
    title: 'Share',
    number: true,
    value: (row) => row.after,
    text: (row) => percentTenth(row.after),
  },
  ...(own
    ? [
        {
          id: 'before',
          title: 'Unchanged',
          number: true,
          value: (row: Compared) => row.before,
          text: (row: Compared) => percentTenth(row.before),
        },
        {
          id: 'change',
          title: 'Change',
          number: true,
          value: (row: Compared) => row.change,
          text: (row: Compared) => points(row.change),
        },
      ]
    : []),
]

/** Columns of the files that a column of the table is ordered by. */
const IN_FILES: Record<string, string> = { place_name: 'place_name', numerator: 'numerator' }

/** Every place under the definition as edited. */
export function Ranking({ shown }: { shown: Answer }) {
  const order = useSignal<Order>({ column: 'share', descending: true })
  const chosen = definition.value!
  const fault = beforeFault.value
  const year = areas.answer.value?.year ?? ''
  const { column, descending } = order.value
  const file = (form: 'csv' | 'xlsx') =>
    address(`/control.${form}`, {
      ...scopedOf(shown.asked),
      ...definitionAsked(chosen),
      order: (descending ? '-' : '') + (IN_FILES[column] ?? 'share'),
    })
  return (
    <section class="card ranking-of-all" aria-labelledby="ranking-title" aria-busy={areas.busy.value}>
      <h2 id="ranking-title">Every place, counting “{chosen.name}”</h2>
      <p class="note">
        {chosen.own && `Unchanged means “${start.value!.name}” by the count’s own rules. `}
        The same share is on the <a href={href({ page: 'explore', measure: 'share', lines: null })}>map</a>.
        As files:{' '}
        <span class="files">
          <TableFiles files={file} called="every place" />
        </span>
      </p>
      {fault && (
        <p class="notice wrong" role="alert">
          The unchanged shares did not come: {fault.message}
        </p>
      )}
      <OwnNote holders={holdersAmong(compared.value, year)} of={compared.value.length} />
      <SortTable
        label="Every place by share under local control"
        rows={compared.value}
        columns={columnsOf(chosen.id, chosen.own, year)}
        order={order.value}
        onOrder={(next) => {
          order.value = next
        }}
        keyOf={({ code }) => code}
        own={({ code }) => ticked.value.has(code)}
        busy={areas.busy.value}
      />
    </section>
  )
}
