import { useSignal } from '@preact/signals'
import { PlaceSearch } from '../../question/place-search.tsx'
import { placeName, placesName } from '../../state/asked.ts'
import { opened } from '../../state/count.ts'
import { ENGLAND } from '../../state/state.ts'
import { view } from '../../state/store.ts'
import { personsOf } from '../build/persons.ts'
import { Dialog } from '../frame/dialog.tsx'
import { startNew } from '../keep/keeping.ts'
import type { Preset } from '../keep/library.ts'
import { asDraft } from '../state/draft.ts'
import { adapt, type Peopled } from './adapt.ts'

interface Props {
  preset: Preset
  start: (begin: () => void) => void
  close: () => void
}

function peopled(codes: readonly string[]): Peopled | null {
  const known = opened.answer.value!
  if (codes.some((code) => placeName(known, code) === undefined)) return null
  const persons = personsOf(known, codes)
  return persons ? { codes, name: placesName(known, codes), persons } : null
}

/** A preset set in another place: what would be scaled, what would not, and why, before it is done. */
export function AdaptDialog({ preset, start, close }: Props) {
  const on = view.peek().places
  const places = useSignal<readonly string[]>(on.includes(ENGLAND) ? [] : on)
  const document = asDraft({ ...preset.document, id: preset.id })
  const to = places.value.length > 0 ? peopled(places.value) : null
  const from = document ? peopled(document.places.flatMap((code) => code ?? [])) : null
  const made = document && to ? adapt(document, from, to) : null
  return (
    <Dialog title={`${preset.name} in another place`} close={close}>
      {places.value.length === 0 ? (
        <PlaceSearch
          onChoose={({ id, members }) => {
            places.value = members ?? [id]
          }}
        />
      ) : (
        <p>
          In <strong>{placesName(opened.answer.value!, places.value)}</strong>.{' '}
          <button
            type="button"
            class="button small"
            onClick={() => {
              places.value = []
            }}
          >
            Choose another place
          </button>
        </p>
      )}
      {places.value.length > 0 && !to && (
        <p class="field-wrong">
          The count does not say how many people live there, so nothing can be scaled.
        </p>
      )}
      {made && (
        <>
          <h3>What is scaled</h3>
          {made.scaled.length === 0 ? (
            <p>Nothing.</p>
          ) : (
            <ul class="bullets">
              {made.scaled.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <h3>What is not</h3>
          <ul class="bullets">
            {made.kept.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <p class="note">The published figures stay on screen beside it.</p>
          <p class="acts">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                close()
                start(() => startNew(made.document, preset))
              }}
            >
              Set it there
            </button>
          </p>
        </>
      )}
    </Dialog>
  )
}
