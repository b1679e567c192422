import { computed, signal } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import type { Line } from '../api-types.ts'
import { placesOf } from '../state/answer.ts'
import { asked } from '../state/asked.ts'
import { count } from '../state/count.ts'
import { resource } from '../state/resource.ts'
import { part } from '../state/store.ts'

export const PAGE = 50
const open = part('lines')
const figure = computed(() => (open.value ? `${open.value.kind}:${open.value.id}` : null))
const from = signal({ figure: '', offset: 0 })

/** Turns to another page of the lines that are open. */
export const turn = (offset: number) => {
  from.value = { figure: figure.value ?? '', offset }
}

/** What the open lines are of: the filters of the figure. */
const filters = computed(() => {
  if (!asked.value || !open.value) return null
  const { kind, id } = open.value
  const { year, scope, place } = asked.value
  return { year, scope, places: placesOf(place), ...(kind === 'all' ? {} : { [kind]: id }) }
})

const url = computed(() => {
  if (!filters.value) return null
  const offset = from.value.figure === figure.value ? from.value.offset : 0
  return address('/lines', { ...filters.value, order: 'amount', limit: PAGE, offset: offset || null })
})

export const linesCsv = computed(() =>
  filters.value ? address('/lines.csv', { ...filters.value, limit: 1000 }) : '',
)

export interface LinesPage {
  url: string
  rows: Line[]
  total: number
  matched: number
  offset: number
}

export const linesPage = resource(url, async (question, stop): Promise<LinesPage> => {
  const table = await get<Table & { total: number; matched: number; offset?: number }>(question, stop)
  return {
    url: question,
    rows: rowsOf<Line>(table),
    total: table.total,
    matched: table.matched,
    offset: table.offset ?? 0,
  }
})

/** The figure whose lines are open, in words. */
export const linesTitle = computed(() => {
  const known = count.value
  if (!known || !open.value) return ''
  const { kind, id } = open.value
  const named = {
    all: 'All spending',
    sector: known.sectors.find((sector) => sector.id === id)?.name,
    agency: known.agencies.find((agency) => agency.id === id)?.name,
    division: known.functions.find((f) => f.division === id)?.division_name,
    class: known.classes.find((c) => String(c.class) === id)?.name,
  }
  return named[kind] ?? id
})
