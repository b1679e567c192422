import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { ApiError, address, get, rowsOf, type Table } from '../../api.ts'
import { counted, money } from '../../format.ts'
import { Chooser } from '../../question/chooser.tsx'
import { PlaceSearch } from '../../question/place-search.tsx'
import { placesName } from '../../state/asked.ts'
import { opened, recordedOnly } from '../../state/count.ts'
import { yearInWords } from '../../words.ts'
import { BodyRow } from './body-row.tsx'
import {
  type By,
  baselineOf,
  bodiesOf,
  type Chosen,
  type Counted,
  type BodyRow as Row,
} from './count-bodies.ts'

const FEW = 12

interface Props {
  places: readonly string[]
  act: string
  done: (chosen: Chosen[], counted: Counted) => void
}

/** Who spends in a place: the bodies a pool would be made of, and the lines it would draw on. */
export function FromCount({ places: first, act, done }: Props) {
  const known = opened.answer.value!
  const places = useSignal(first)
  const year = useSignal(known.count.latest)
  const by = useSignal<By>('sector')
  const rows = useSignal<Row[] | null>(null)
  const fault = useSignal<string | null>(null)
  const chosen = useSignal<ReadonlyMap<string, readonly string[]>>(new Map())
  const all = useSignal(false)
  const bodies = useComputed(() => bodiesOf(rows.value ?? [], by.value))

  useEffect(() => {
    const stopper = new AbortController()
    rows.value = null
    fault.value = null
    const query = { by: 'sector,agency,division', places: places.value.join(','), year: year.value }
    get<Table>(address('/spend', query), stopper.signal).then(
      (table) => {
        rows.value = rowsOf<Row>(table)
      },
      (error: unknown) => {
        if (!stopper.signal.aborted)
          fault.value = error instanceof ApiError ? error.message : 'The count could not be read.'
      },
    )
    return () => stopper.abort()
  }, [places.value, year.value])

  const clear = () => {
    chosen.value = new Map()
  }
  const picked = bodies.value.flatMap((body): Chosen[] => {
    const divisions = chosen.value.get(body.id)
    return divisions ? [{ body, divisions }] : []
  })
  const name = placesName(known, places.value)
  const shown = all.value
    ? bodies.value
    : bodies.value.filter((body, i) => i < FEW || chosen.value.has(body.id))

  return (
    <div class="from-count">
      <div class="from-count-asked">
        <Chooser label="Place" word={name}>
          {(close) => (
            <PlaceSearch
              onChoose={({ id, members }) => {
                places.value = members ? [...members] : [id]
                clear()
                close()
              }}
            />
          )}
        </Chooser>
        <label>
          in{' '}
          <select
            value={year.value}
            onChange={(event) => {
              year.value = event.currentTarget.value
              clear()
            }}
          >
            {[...known.count.years].reverse().map((one) => (
              <option key={one} value={one}>
                {yearInWords(one)}
                {recordedOnly(known.count, one) ? ', recorded lines only' : ''}
              </option>
            ))}
          </select>
        </label>
        <label>
          as{' '}
          <select
            value={by.value}
            onChange={(event) => {
              by.value = event.currentTarget.value as By
              clear()
            }}
          >
            <option value="sector">kinds of body</option>
            <option value="agency">single bodies</option>
          </select>
        </label>
      </div>
      {fault.value && <p class="field-wrong">{fault.value}</p>}
      {!rows.value && !fault.value && <p class="note">Reading the count.</p>}
      {rows.value && bodies.value.length === 0 && (
        <p class="note">The count holds nothing here for that year.</p>
      )}
      <ul class="bodies">
        {shown.map((body) => (
          <BodyRow
            key={body.id}
            body={body}
            divisions={chosen.value.get(body.id)}
            set={(divisions) => {
              const next = new Map(chosen.value)
              if (divisions) next.set(body.id, divisions)
              else next.delete(body.id)
              chosen.value = next
            }}
          />
        ))}
      </ul>
      {bodies.value.length > shown.length && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            all.value = true
          }}
        >
          Show all {bodies.value.length}
        </button>
      )}
      <p class="acts sticky-acts">
        <button
          type="button"
          class="button primary"
          disabled={picked.length === 0}
          onClick={() =>
            done(picked, {
              by: by.value,
              places: places.value,
              placeName: name,
              year: year.value,
              count: known.count.count,
            })
          }
        >
          {act}
        </button>
        <span class="note" role="status">
          {picked.length === 0
            ? 'Tick who would be in.'
            : `${counted(picked.length, 'partner')}, ${money(picked.reduce((sum, one) => sum + baselineOf(one), 0))} a year between them.`}
        </span>
      </p>
    </div>
  )
}
