import { useSignal } from '@preact/signals'
import { comparatorsShown } from '../compare/comparators.ts'
import { money, percentTenth, points } from '../format.ts'
import { TableFiles } from '../frame/files.tsx'
import { OwnMark, OwnNote } from '../frame/own-mark.tsx'
import { count, opened, recordedOnly } from '../state/count.ts'
import { ticked } from '../state/members.ts'
import { holdersAmong, ownIn } from '../state/own-figures.ts'
import { type Devolved, type DevolvedRow, devolvedFile } from './devolved.ts'
import { PlaceButton } from './place-button.tsx'
import { type Order, type SortColumn, SortTable } from './sort-table.tsx'

type Figure = Exclude<keyof DevolvedRow, 'place' | 'place_name'>

const figure = (
  id: Figure,
  title: string,
  text: (value: number | null) => string,
): SortColumn<DevolvedRow> => ({
  id,
  title,
  number: true,
  value: (row) => row[id],
  text: (row) => text(row[id]),
})

const notDrawn = () => 'not drawn'

/** Recorded lines only give no share. */
const columnsOf = (partial: boolean, year: string): readonly SortColumn<DevolvedRow>[] => [
  {
    id: 'place_name',
    title: 'Place',
    number: false,
    value: (row) => row.place_name,
    text: (row) => (
      <>
        {opened.answer.value?.byCode.has(row.place) ? (
          <PlaceButton code={row.place} name={row.place_name} />
        ) : (
          row.place_name
        )}
        <OwnMark own={ownIn([row.place], year)} />
      </>
    ),
  },
  figure('share_before', 'Share before', partial ? notDrawn : percentTenth),
  figure('share_after', 'Share after', partial ? notDrawn : percentTenth),
  figure('share_change', 'Change', partial ? notDrawn : points),
  figure('moved', 'Money that moves', money),
  figure('into_local', 'Becomes local', money),
  figure('out_of_local', 'Stops being local', money),
]

/** Every place before and after the moves, with the money that moves. */
export function DevolvedPlaces({ result }: { result: Devolved }) {
  const { year } = result.asked
  const partial = recordedOnly(count.value, year) === true
  const order = useSignal<Order>({ column: partial ? 'moved' : 'share_change', descending: true })
  const alike = useSignal(false)
  const near = new Set(comparatorsShown.value?.rows.map(({ place }) => place))
  const like = result.rows.filter(({ place }) => near.has(place))
  const some = like.length > 1
  const rows = some && alike.value ? like : result.rows
  const named = rows.map(({ place, place_name }) => ({ code: place, name: place_name }))
  const { column, descending } = order.value
  const file = (form: 'csv' | 'xlsx') => devolvedFile(form, (descending ? '-' : '') + column)
  return (
    <>
      <h3>{some && alike.value ? 'The places most like it' : 'Every place'}</h3>
      <p class="note">
        Under “{result.definition.name}”. Every place as files:{' '}
        <span class="files">
          <TableFiles files={file} called="the what-if" />
        </span>
      </p>
      {some && (
        <label class="check">
          <input
            type="checkbox"
            checked={alike.value}
            onChange={(event) => {
              alike.value = event.currentTarget.checked
            }}
          />
          <span>
            Only {result.asked.placeName} and the {like.length - 1} places most like it
          </span>
        </label>
      )}
      <OwnNote holders={holdersAmong(named, year)} of={rows.length} />
      <SortTable
        label="Every place before and after the moves"
        rows={rows}
        columns={columnsOf(partial, year)}
        order={order.value}
        onOrder={(next) => {
          order.value = next
        }}
        keyOf={({ place }) => place}
        own={({ place }) => ticked.value.has(place)}
      />
    </>
  )
}
