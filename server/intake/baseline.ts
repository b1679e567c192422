import type { Count } from '../count/open.ts'
import { rowsOf } from '../engine/columns.ts'
import type { Baseline } from './magnitude.ts'

const WHOLE = {
  agency: null,
  sector: null,
  function: null,
  division: null,
  economic: null,
  basis: null,
  grade: null,
  class: null,
  source: null,
}

/** What the count holds for a year, or for its last one where it does not hold that. */
export async function baselineOf(count: Count, asked: string): Promise<Baseline> {
  const { catalogue, engine } = count
  const year = catalogue.years.includes(asked) ? asked : catalogue.latest
  const answer = await engine.ask('spend', {
    by: ['place', 'agency'],
    year: [year],
    place: null,
    off: [],
    ...WHOLE,
    kinds: [],
    classes: [],
  })
  const rows = rowsOf<{ whole: boolean; place: string; agency: string; amount: number | null }>(answer)
  return {
    year,
    pounds: new Map(
      rows
        .filter(({ whole, amount }) => !whole && amount !== null)
        .map((row) => [`${row.place} ${row.agency}`, row.amount!]),
    ),
    persons: (place) => catalogue.persons(place, year)?.persons,
  }
}

/** The one place that an agency's recorded lines are in, or all its lines where none is recorded. */
export async function placesOfAgencies({ engine }: Count): Promise<ReadonlyMap<string, string>> {
  const rows = rowsOf<{ agency: string; place: string }>(await engine.ask('intake-agency-places'))
  return new Map(rows.map(({ agency, place }) => [agency, place]))
}
