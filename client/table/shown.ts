import { computed } from '@preact/signals'
import { choices, matching } from '../question/match.ts'
import { type Area, areas } from '../state/areas.ts'
import { opened } from '../state/count.ts'
import { ticked } from '../state/members.ts'
import type { SortColumn } from '../state/state.ts'
import { part } from '../state/store.ts'

const filter = part('filter')
const only = part('only')
const sort = part('sort')

const fitting = computed(() => {
  const known = opened.answer.value
  if (!known || filter.value.trim() === '') return null
  const all = choices(known)
  const found = new Set(matching(all, filter.value).map((choice) => choice.id))
  const regions = new Set(
    known.regions.filter((region) => found.has(region.code)).map((region) => region.code),
  )
  return new Set(
    known.upper.filter((p) => found.has(p.code) || regions.has(p.parent ?? '')).map((place) => place.code),
  )
})

/** The places that fit the filter, by name, alias, code or region; null where nothing is filtered. */
export const fittingCodes = computed((): ReadonlySet<string> | null => fitting.value)

/** The places of the table: those that fit, and of them the ticked ones alone where that is asked. */
export const shownCodes = computed((): ReadonlySet<string> | null => {
  const fit = fitting.value
  const on = ticked.value
  if (!only.value || on.size === 0) return fit
  return fit ? new Set([...on].filter((code) => fit.has(code))) : on
})

const KEYS: Record<SortColumn, (area: Area) => string | number | null> = {
  name: (area) => area.name,
  total: (area) => area.total,
  head: (area) => area.head,
  share: (area) => area.share,
  numerator: (area) => area.numerator,
  missing: (area) => area.missing,
}

/** Rows in order; what has no figure stands last either way. */
function ordered(rows: readonly Area[], column: SortColumn, descending: boolean): Area[] {
  const key = KEYS[column]
  const way = descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return (x < y ? -1 : x > y ? 1 : 0) * way || (a.name < b.name ? -1 : 1)
  })
}

export const shownRows = computed(() => {
  const rows = areas.answer.value?.rows ?? []
  const codes = shownCodes.value
  const kept = codes ? rows.filter((row) => codes.has(row.code)) : rows
  return ordered(kept, sort.value.column, sort.value.descending)
})
