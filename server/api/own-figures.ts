import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import { kept } from './everywhere.ts'

interface Row {
  readonly place: string
  readonly year: string
  readonly title: string
  readonly standing_lines: number
}

/**
 * Titles of what readers published into places in a year and stands, parted by semicolons; null where nothing does.
 * Null for places is all there are, and what no place holds.
 */
export type OwnFigures = (places: readonly string[] | null, year: string) => string | null

/**
 * What readers published into the count and no later import took out, by place and year; null where there is nothing
 * of theirs that is counted.
 */
export function ownFigures(count: Count): Promise<OwnFigures | null> {
  return count.catalogue.amendments.length === 0
    ? Promise.resolve(null)
    : kept(count, 'own figures', () => read(count))
}

async function read({ engine }: Count): Promise<OwnFigures | null> {
  const told = rowsOf<Row>(await engine.ask('amended', { amendment: null, places: null }))
  const rows = told.filter(({ standing_lines }) => standing_lines > 0)
  if (rows.length === 0) return null
  const byYear = new Map<string, Map<string, Set<string>>>()
  for (const { place, year, title } of rows) {
    const places = byYear.get(year) ?? new Map<string, Set<string>>()
    byYear.set(year, places.set(place, (places.get(place) ?? new Set()).add(title)))
  }
  return (places, year) => {
    const known = byYear.get(year)
    const here = [...(places ?? known?.keys() ?? [])].flatMap((place) => [...(known?.get(place) ?? [])])
    return [...new Set(here)].join('; ') || null
  }
}
