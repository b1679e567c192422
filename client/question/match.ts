import type { Opened } from '../state/count.ts'
import { ENGLAND } from '../state/state.ts'

export interface Choice {
  id: string
  name: string
  group: string
  /** What else it is looked for by: aliases, GSS code. */
  also: readonly string[]
  /** Of a set somebody saved: the places it stands for. */
  members?: readonly string[]
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const SET_KINDS: Record<string, string> = {
  pilot: 'Total Place pilots, 2009 to 2010',
  combined_authority: 'Combined authorities',
  police_area: 'Police areas',
}

/** Everything that can be chosen: England, regions, places, named sets, in that order. */
export function choices({ england, regions, upper, count }: Opened): Choice[] {
  const also = (place: { code: string; aliases: string | null }) => [
    ...(place.aliases?.split('|').filter(Boolean) ?? []),
    place.code,
  ]
  return [
    { id: ENGLAND, name: england.name, group: 'Country', also: also(england) },
    ...regions.map((place) => ({ id: place.code, name: place.name, group: 'Regions', also: also(place) })),
    ...upper.map((place) => ({ id: place.code, name: place.name, group: 'Places', also: also(place) })),
    ...count.sets.map((set) => ({
      id: `set:${set.id}`,
      name: set.name,
      group: SET_KINDS[set.kind] ?? 'Named sets',
      also: [],
    })),
  ]
}

/** 0 is the best fit: the name starts so, a word of it does, another name does, it is somewhere inside. */
function rankOf(choice: Choice, typed: string) {
  const name = plain(choice.name)
  if (name.startsWith(typed)) return 0
  if (` ${name}`.includes(` ${typed}`)) return 1
  if (choice.also.some((other) => plain(other).startsWith(typed))) return 2
  return name.includes(typed) ? 3 : null
}

/** Choices that fit what is typed, best first; all of them for nothing typed. */
export function matching(all: readonly Choice[], text: string): Choice[] {
  const typed = plain(text)
  if (typed === '') return [...all]
  const found = all.flatMap((choice, order) => {
    const rank = rankOf(choice, typed)
    return rank === null ? [] : [{ choice, rank, order }]
  })
  return found.sort((a, b) => a.rank - b.rank || a.order - b.order).map(({ choice }) => choice)
}

/** Why a choice fits, where its name does not show it: the alias or code that was typed. */
export function because(choice: Choice, text: string) {
  const typed = plain(text)
  if (typed === '' || plain(choice.name).includes(typed)) return null
  return choice.also.find((other) => plain(other).startsWith(typed)) ?? null
}
