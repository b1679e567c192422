import { computed } from '@preact/signals'
import { group } from 'd3-array'
import { address, get, rowsOf, type Table } from '../api.ts'
import { count, opened } from './count.ts'
import { membersOf } from './members.ts'
import { type Holder, type OwnRow, ownOf } from './own-by.ts'
import { resource } from './resource.ts'
import { ENGLAND } from './state.ts'

/** Hash of the count on screen where readers published figures into it; of any other there is nothing to ask. */
const amended = computed(() =>
  count.value && count.value.amendments.length > 0 ? count.value.count.hash : null,
)

const everywhere = resource(amended, async (_hash, stop) => {
  const table = await get<Table>(address('/amended'), stop)
  return { hash: table.count.hash, rows: rowsOf<OwnRow>(table) }
})

const NONE: readonly OwnRow[] = []

/** Every figure that readers published into the count on screen, of all places and years. */
export const ownRows = computed(() => {
  const shown = everywhere.answer.value
  return shown && shown.hash === amended.value ? shown.rows : NONE
})

/** The same by place. */
export const ownByPlace = computed(() => group(ownRows.value, ({ place }) => place))

/** Own figures in places of any kind: England is every place, and what no place holds. */
export function ownRowsIn(codes: readonly string[]): readonly OwnRow[] {
  const known = opened.answer.value
  if (ownRows.value.length === 0 || !known) return NONE
  if (codes.includes(ENGLAND)) return ownRows.value
  return membersOf(known, codes).flatMap((code) => ownByPlace.value.get(code) ?? NONE)
}

/** The same of a year, taken together; null where there are none. */
export const ownIn = (codes: readonly string[], year: string) =>
  ownOf(ownRowsIn(codes).filter((row) => row.year === year))

/** Which of these places, regions or sets hold own figures in a year. */
export const holdersAmong = (places: readonly { code: string; name: string }[], year: string): Holder[] =>
  ownRows.value.length === 0
    ? []
    : places.flatMap(({ code, name }) => {
        const own = ownIn([code], year)
        return own ? [{ name, own }] : []
      })
