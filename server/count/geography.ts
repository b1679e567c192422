import type { Persons, Place, PlaceSet } from './reference.ts'
import { NOT_PLACED } from './schema.ts'

/** How places lie in each other, and how many live there. */
export interface Geography {
  /** Upper-tier places and not-placed that codes, regions, the country and set:<id> stand for, each once. */
  members(asked: readonly string[]): readonly string[]
  /** Persons of a place, region or country in a year; undefined where any part is missing. */
  persons(code: string, year: string): Persons | undefined
}

export function geography(
  places: ReadonlyMap<string, Place>,
  sets: readonly PlaceSet[],
  population: ReadonlyMap<string, Persons>,
): Geography {
  const children = (code: string) => [...places.values()].filter(({ parent }) => parent === code)

  const upper = (code: string): string[] =>
    code === NOT_PLACED || places.get(code)?.tier === 'upper'
      ? [code]
      : children(code).flatMap((child) => upper(child.code))

  const membersOf = (asked: string): string[] =>
    asked.startsWith('set:')
      ? (sets.find(({ id }) => `set:${id}` === asked)?.members ?? []).flatMap(upper)
      : upper(asked)

  const persons = (code: string, year: string): Persons | undefined => {
    const known = population.get(`${code} ${year}`)
    if (known || places.get(code)?.tier === 'upper') return known
    const parts = upper(code).map((part) => population.get(`${part} ${year}`))
    if (parts.length === 0 || parts.includes(undefined)) return undefined
    return {
      persons: parts.reduce((sum, part) => sum + part!.persons, 0),
      estimate: false,
    }
  }

  return {
    members: (asked) => [...new Set(asked.flatMap(membersOf))].sort(),
    persons,
  }
}
