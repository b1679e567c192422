import { computed } from '@preact/signals'
import { ownChoices } from '../sets/library.ts'
import { placeName, placesName, settled } from '../state/asked.ts'
import { type Opened, opened } from '../state/count.ts'
import { go, part, view } from '../state/store.ts'
import { MOST_VERSUS } from '../state/url.ts'

const versus = part('versus')

/** One side of a comparison: a place, a set, or places taken together. */
export interface Side {
  /** As the link has it: codes joined by +. */
  key: string
  codes: string[]
  name: string
}

const BETWEEN = '+'

function sideOf(known: Opened, key: string): Side | null {
  const codes = key.split(BETWEEN)
  return codes.every((code) => placeName(known, code) !== undefined)
    ? { key, codes, name: savedName(codes) ?? placesName(known, codes) }
    : null
}

/** The name of a saved set of just these places. */
const savedName = (codes: readonly string[]) =>
  codes.length > 1
    ? ownChoices.value.find(({ members }) => members?.join() === [...codes].sort().join())?.name
    : undefined

/** The places of the question first, then what they are compared with. */
export const sides = computed((): Side[] => {
  const known = opened.answer.value
  const own = settled.value?.asked
  if (!known || !own) return []
  const first = { key: own.places.join(BETWEEN), codes: [...own.places], name: own.placeName }
  const others = versus.value.flatMap((key) => sideOf(known, key) ?? [])
  return [first, ...others.filter(({ key }) => key !== first.key)]
})

/** Sides that the link names and this count does not know. */
export const unknownSides = computed(() => {
  const known = opened.answer.value
  return known ? versus.value.filter((key) => sideOf(known, key) === null) : []
})

export const canAdd = computed(() => sides.value.length <= MOST_VERSUS)

/** Sets places beside those on screen; one too many takes the place of the last. */
export function addSide(codes: readonly string[]) {
  const key = [...codes].sort().join(BETWEEN)
  const now = view.peek().versus.filter((one) => one !== key)
  go({ versus: [...now.slice(0, MOST_VERSUS - 1), key], lines: null })
}

export const takeAway = (key: string) =>
  go({ versus: view.peek().versus.filter((one) => one !== key), lines: null })
