import { signal } from '@preact/signals'
import { go } from '../state/store.ts'

/** The place last chosen by name, from a list or a search, for the map to show where it is. */
export const found = signal<{ code: string } | null>(null)

/** Chooses a place by its name; a press on the map itself moves nothing. */
export function chooseByName(code: string, saved?: { name: string; members?: readonly string[] }) {
  if (saved?.members) return go({ places: saved.members, placesNamed: saved.name, lines: null })
  go({ places: [code], lines: null })
  found.value = { code }
}
