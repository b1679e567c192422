import { PlaceChooser } from '../question/place-chooser.tsx'
import type { Answer } from '../state/answer.ts'
import { tick } from '../state/members.ts'
import { ENGLAND } from '../state/state.ts'
import { go } from '../state/store.ts'

const toMap = () => {
  const title = document.getElementById('map-title')
  title?.scrollIntoView()
  title?.focus({ preventScroll: true })
}

/** The place's name, with the way to add another to it and the way back to England. */
export function PlaceHead({ shown }: { shown: Answer }) {
  const { placeName, places } = shown.asked
  return (
    <header class="place-head">
      <h1 id="place-name">{placeName}</h1>
      <button type="button" class="button to-map" onClick={toMap}>
        Map
      </button>
      {!places.includes(ENGLAND) && (
        <div class="place-tools">
          <PlaceChooser label="Add a place" word="Add a place" look="button" onChoose={tick} />
          <button type="button" class="button" onClick={() => go({ places: [ENGLAND], lines: null })}>
            {places.length > 1 ? 'Clear places' : 'All England'}
          </button>
        </div>
      )}
    </header>
  )
}
