import { computed } from '@preact/signals'
import { DataLink } from '../frame/data-link.tsx'
import { breakInWords } from '../own-words.ts'
import { type SourceBreak, sourceBreak } from '../state/own-by.ts'
import { ownByPlace, ownRowsIn } from '../state/own-figures.ts'
import { type Changed, changedEverywhere } from './changed.ts'

/** Says where one of the two years holds figures of readers' own and the other not, or others. */
export function ChangeSources({ shown: { query, places, together } }: { shown: Changed }) {
  if (together.change === null) return null
  const parted = sourceBreak(ownRowsIn(places), query.from, query.year)
  if (!parted) return null
  return (
    <p class="caution source-break">
      <strong>Part of this change may be a change of source:</strong>{' '}
      {breakInWords(parted, query.from, query.year)}{' '}
      <DataLink kind="own-figures">What they replaced</DataLink>
    </p>
  )
}

/** Places whose two years are not measured alike, for own figures. */
export const placesParted = computed((): ReadonlyMap<string, SourceBreak> => {
  const query = changedEverywhere.answer.value?.query
  if (!query) return new Map()
  return new Map(
    [...ownByPlace.value].flatMap(([place, rows]) => {
      const parted = sourceBreak(rows, query.from, query.year)
      return parted ? [[place, parted] as const] : []
    }),
  )
})

/** Marks the change of a place whose two years are not measured alike. */
export function PartedMark({ place }: { place: string }) {
  const parted = placesParted.value.get(place)
  const query = changedEverywhere.answer.value?.query
  if (!parted || !query) return null
  return (
    <small class="own-mark" title={breakInWords(parted, query.from, query.year)}>
      own figures
    </small>
  )
}

/** Says under a table of changes what its marks mean; nothing where none of its places is marked. */
export function PartedNote({ places }: { places: readonly string[] }) {
  if (!places.some((place) => placesParted.value.has(place))) return null
  return (
    <p class="note own-note">
      Of places marked “own figures”, one of the two years holds figures of your own that the other does not:
      part of their change may be a change of source.{' '}
      <DataLink kind="own-figures">What they replaced</DataLink>
    </p>
  )
}
