import { computed } from '@preact/signals'
import { address, get, rowsOf, type Table } from '../api.ts'
import { asked, placesOf } from './asked.ts'
import { count } from './count.ts'
import { resource } from './resource.ts'

interface Row {
  year: string
  amendment: string
  title: string
  added: number
  replaced: number
  budget: number
}

/** Figures that readers published into the count, of the places and year on screen. */
export interface OwnHere {
  places: string
  year: string
  titles: string[]
  /** Pounds put in, and taken out for them. */
  added: number
  replaced: number
  /** Pounds of budget in place of missing returns taken out, which no total holds but where it is shown. */
  budget: number
}

const question = computed(() => {
  const now = asked.value
  if (!now || !count.value || count.value.amendments.length === 0) return null
  return JSON.stringify({ places: placesOf(now.places), year: now.year })
})

export const ownHere = resource(question, async (text, stop): Promise<OwnHere> => {
  const { places, year } = JSON.parse(text) as { places: string; year: string }
  const rows = rowsOf<Row>(await get<Table>(address('/amended', { places }), stop)).filter(
    (row) => row.year === year,
  )
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    places,
    year,
    titles: [...new Set(rows.map(({ title }) => title))],
    added: sum(({ added }) => added),
    replaced: sum(({ replaced }) => replaced),
    budget: sum(({ budget }) => budget),
  }
})
