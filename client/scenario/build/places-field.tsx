import { counted, integer } from '../../format.ts'
import { Chooser } from '../../question/chooser.tsx'
import { PlaceSearch } from '../../question/place-search.tsx'
import { placeName } from '../../state/asked.ts'
import { opened } from '../../state/count.ts'
import { put } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'
import { personsOf } from './persons.ts'

/** The places the scenario is about, as the count on screen knows them. */
export function PlacesField({ document }: { document: Draft }) {
  const known = opened.answer.value
  const set = (places: string[]) => edit((now) => put(now, ['places'], places), 'the places')
  const persons = known && personsOf(known, document.places)
  return (
    <div class="field wide">
      <p class="field-label">Places</p>
      <p class="field-why">
        Where it happens: figures of the count and the effect on local control are of these places
      </p>
      <ul class="chips">
        {document.places.map((code) => (
          <li key={code} class="chip">
            {(known && code && placeName(known, code)) ?? `${code}, not in this count`}
            <button
              type="button"
              aria-label={`Take out ${(known && code && placeName(known, code)) ?? code}`}
              onClick={() => set(document.places.filter((one) => one !== code))}
            >
              ×
            </button>
          </li>
        ))}
        <li>
          <Chooser label="Add a place" word="Add a place" look="button">
            {(close) => (
              <PlaceSearch
                onChoose={({ id, members }) => {
                  set([...new Set([...document.places, ...(members ?? [id])])])
                  close()
                }}
              />
            )}
          </Chooser>
        </li>
      </ul>
      {persons && (
        <p class="note">
          {integer(persons)} people in {counted(document.places.length, 'place')}, by the count.
        </p>
      )}
    </div>
  )
}
