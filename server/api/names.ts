import type { Catalogue } from '../count/catalogue.ts'
import { NOT_PLACED } from '../count/schema.ts'
import type { NAMED } from './dimensions.ts'
import { perObject } from './per-object.ts'

/** Name of a place, an agency, a class, ... by its code. */
export type Names = Readonly<Record<(typeof NAMED)[number], ReadonlyMap<unknown, string>>>

export const namesOf = perObject((catalogue: Catalogue): Names => {
  const { places, agencies, sectors, functions, classes, sources } = catalogue
  return {
    place: new Map([
      ...[...places.values()].map((p) => [p.code, p.name] as const),
      [NOT_PLACED, 'Not placed'],
    ]),
    agency: new Map(agencies.map(({ id, name }) => [id, name])),
    sector: new Map(sectors.map(({ id, name }) => [id, name])),
    function: new Map(functions.map(({ code, name }) => [code, name])),
    division: new Map(functions.map(({ division, division_name }) => [division, division_name])),
    class: new Map(classes.map((one) => [one.class, one.name])),
    source: new Map(sources.map(({ id, title }) => [id, title])),
  }
})
