import type { Catalogue } from '../count/catalogue.ts'
import { namesOf } from './names.ts'

const MOST_NAMED = 3

/** The places of a question by name, or their number where they are many; England where none is named. */
export function placeInWords(places: readonly string[] | undefined, catalogue: Catalogue): string {
  if (!places) return 'England'
  if (places.length > MOST_NAMED) return `${catalogue.members(places).length} places together`
  const names = namesOf(catalogue).place
  const words = places.map(
    (code) => catalogue.sets.find(({ id }) => `set:${id}` === code)?.name ?? names.get(code) ?? code,
  )
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const LONGEST = 60

/** A name that any file system takes: lower-case letters, digits and hyphens. */
export const fileNameOf = (...parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, LONGEST),
    )
    .filter(Boolean)
    .join('-')
