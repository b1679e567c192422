import { rowsOf } from '../engine/columns.ts'
import type { Engine } from '../engine/engine.ts'
import { type Geography, geography } from './geography.ts'
import type * as Table from './reference.ts'

/** All of a count but its spending: small, read once, kept in memory. */
export interface Catalogue extends Geography {
  readonly years: string[]
  /** The last year that is counted in full, else the last. */
  readonly latest: string
  readonly financialYears: Table.FinancialYear[]
  readonly places: ReadonlyMap<string, Table.Place>
  readonly sets: Table.PlaceSet[]
  readonly agencies: Table.Agency[]
  readonly sectors: { id: string; name: string }[]
  readonly functions: Table.GovernmentFunction[]
  readonly scopeTags: Table.ScopeTag[]
  readonly classes: Table.ControlClass[]
  readonly definitions: Table.Definition[]
  readonly controlRules: Table.ControlRule[]
  readonly kinds: Table.Kind[]
  readonly sources: Table.Source[]
  readonly drivers: { driver: string; name: string; source: string }[]
  readonly rules: { id: string; title: string; reason: string }[]
  readonly controlTotals: Table.ControlTotal[]
  readonly missing: Table.MissingReturn[]
  readonly publishedCounts: Table.PublishedCount[]
  readonly editions: Table.Edition[]
  readonly amendments: Table.Amendment[]
  readonly returnsReplaced: Table.ReturnsReplaced[]
}

/** Reads the catalogue of an open count. */
export async function readCatalogue(engine: Engine): Promise<Catalogue> {
  const rows = async <T>(name: string): Promise<T[]> => rowsOf<T>(await engine.ask(name))
  const places = new Map((await rows<Table.Place>('places')).map((place) => [place.code, place]))
  const sets = await rows<Table.PlaceSet>('sets')
  const financialYears = await rows<Table.FinancialYear>('years')
  const years = financialYears.map(({ year }) => year)
  const counted = await rows<Table.Persons & { place: string; year: string }>('population')
  const population = new Map(counted.map((row) => [`${row.place} ${row.year}`, row]))

  return {
    ...geography(places, sets, population),
    years,
    latest: (financialYears.findLast(({ coverage }) => coverage === 'full') ?? financialYears.at(-1))!.year,
    financialYears,
    places,
    sets,
    agencies: await rows('agencies'),
    sectors: await rows('sectors'),
    functions: await rows('functions'),
    scopeTags: await rows('scope-tags'),
    classes: await rows('classes'),
    definitions: await rows('definitions'),
    controlRules: await rows('control-rules'),
    kinds: await rows('kinds'),
    sources: await rows('sources'),
    drivers: await rows('drivers'),
    rules: await rows('rules'),
    controlTotals: await rows('control-totals'),
    missing: await rows('missing-returns'),
    publishedCounts: await rows('published-counts'),
    editions: await rows('editions'),
    amendments: await rows('amendments'),
    returnsReplaced: await rows('returns-replaced'),
  }
}
