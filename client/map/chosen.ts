import { computed } from '@preact/signals'
import { opened } from '../state/count.ts'
import { part } from '../state/store.ts'

const place = part('place')

/** The outlines that are the chosen place: itself, or a set's members; none for England, for all would say nothing. */
export const chosenCodes = computed((): ReadonlySet<string> => {
  const known = opened.answer.value
  const code = place.value
  if (!known) return new Set()
  if (code.startsWith('set:')) {
    return new Set(known.count.sets.find((set) => `set:${set.id}` === code)?.members ?? [])
  }
  return new Set(known.byCode.get(code)?.tier === 'country' ? [] : [code])
})
