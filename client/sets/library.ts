import { computed, signal } from '@preact/signals'
import { ApiError, address, get, post, remove } from '../api.ts'
import type { Choice } from '../question/match.ts'
import { opened } from '../state/count.ts'
import { resource } from '../state/resource.ts'
import { part } from '../state/store.ts'

/** A set of places somebody saved by name. */
export interface OwnSet {
  id: string
  name: string
  places: string[]
}

/** Why sets can be neither saved nor opened; null where they can, or before anyone asked. */
export const libraryAway = signal<string | null>(null)

/** Whether anything on screen needs the saved sets: they are asked for then, and not before. */
const wanted = signal(0)
export const wantSets = () => {
  wanted.value += 1
}

const question = computed(() => (opened.answer.value && wanted.value > 0 ? wanted.value : null))

const savedSets = resource(question, async (_, stop): Promise<OwnSet[]> => {
  try {
    const { items } = await get<{ items: OwnSet[] }>(address('/sets'), stop)
    libraryAway.value = null
    return items
  } catch (error) {
    if (stop.aborted) throw error
    libraryAway.value =
      error instanceof ApiError && error.status === 404
        ? 'This server keeps no library: sets of places live in the link alone.'
        : 'The library of saved sets does not answer: sets of places live in the link for now.'
    return []
  }
})

/** Saved sets as choices beside places and regions; those whose places this count lacks are left out. */
export const ownChoices = computed((): Choice[] => {
  const known = opened.answer.value
  if (!known) return []
  return (savedSets.answer.value ?? [])
    .filter(({ places }) => places.length > 0 && places.every((code) => isKnown(known, code)))
    .map(({ id, name, places }) => ({
      id: `own:${id}`,
      name,
      group: 'Saved sets',
      also: [],
      members: [...places].sort(),
    }))
})

const isKnown = (known: NonNullable<typeof opened.answer.value>, code: string) =>
  known.byCode.has(code) || known.count.sets.some(({ id }) => `set:${id}` === code)

/** Saves places under a name; throws ApiError. */
export async function saveSet(name: string, members: readonly string[]) {
  await post(address('/sets'), { name, document: { members } })
  wantSets()
}

/** Takes a saved set off the list; the library keeps it. Throws ApiError. */
export async function removeSet(id: string) {
  await remove(address(`/sets/${id}`))
  wantSets()
}

const places = part('places')

/** The saved set whose places are just those on screen. */
export const setOnScreen = computed(
  () => savedSets.answer.value?.find((set) => [...set.places].sort().join() === places.value.join()) ?? null,
)
