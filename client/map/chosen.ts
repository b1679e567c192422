import { computed } from '@preact/signals'
import { opened } from '../state/count.ts'
import { ticked } from '../state/members.ts'
import { part } from '../state/store.ts'

const places = part('places')

/** The outlines to mark: a region as one outline, anything else by its places. */
export const chosenCodes = computed((): ReadonlySet<string> => {
  const known = opened.answer.value
  const codes = places.value
  if (codes.length === 1 && known?.byCode.get(codes[0]!)?.tier === 'region') return new Set(codes)
  return ticked.value
})
