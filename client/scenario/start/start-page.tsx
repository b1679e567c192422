import { useSignal } from '@preact/signals'
import { placesName } from '../../state/asked.ts'
import { opened } from '../../state/count.ts'
import { UNSAVED } from '../../state/state.ts'
import { go, href, part } from '../../state/store.ts'
import { Dialog } from '../frame/dialog.tsx'
import { startNew } from '../keep/keeping.ts'
import { findUnsaved } from '../keep/session.ts'
import { EMPTY } from '../state/draft.ts'
import { withBodies } from './count-bodies.ts'
import { FromCount } from './from-count.tsx'
import { ImportButton } from './import-button.tsx'
import { LibraryList } from './library-list.tsx'
import { PresetsList } from './presets-list.tsx'

const places = part('places')

/** Where a scenario begins: from a count, a preset, nothing, the library or a file. */
export function StartPage() {
  const unsaved = findUnsaved(UNSAVED)
  const asking = useSignal<null | (() => void)>(null)
  const counting = useSignal(false)
  const start = (begin: () => void) => {
    if (unsaved) asking.value = begin
    else begin()
  }
  const known = opened.answer.value!
  const nothing = () => startNew({ ...EMPTY })
  return (
    <main class="start" id="start">
      <h1>Scenarios</h1>
      <p class="lead">
        Partners commit budgets to a pot; the pot pays for something that works; the benefit falls on
        different bodies over the years. Here you say who pays, see who gains, and look for a split that
        everybody would sign.
      </p>
      {unsaved && (
        <p class="told">
          <strong>{unsaved.document.name || 'A scenario without a name'}</strong> has never been saved; it is
          kept in this window.{' '}
          <a
            class="button"
            href={href({ scenario: UNSAVED })}
            onClick={(event) => {
              event.preventDefault()
              go({ scenario: UNSAVED })
            }}
          >
            Go on with it
          </a>
        </p>
      )}
      <section aria-labelledby="start-new">
        <h2 id="start-new">Start</h2>
        <div class="start-ways">
          <div class="card">
            <h3>From a place's count</h3>
            <p>
              See who spends what in {placesName(known, places.value)} or anywhere else, tick who would be in,
              and their budgets fill themselves.
            </p>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                counting.value = true
              }}
            >
              Choose partners from the count
            </button>
          </div>
          <div class="card">
            <h3>From nothing</h3>
            <p>Eight plain steps. Each can be left half done, and what is missing is said where it is.</p>
            <button type="button" class="button" onClick={() => start(nothing)}>
              Start from nothing
            </button>
          </div>
          <div class="card">
            <h3>From a file</h3>
            <p>A scenario document exported here before, or written by hand.</p>
            <ImportButton start={start} />
          </div>
        </div>
      </section>
      <LibraryList />
      <PresetsList start={start} />
      {counting.value && (
        <Dialog
          wide
          title="Who would be in the pool?"
          close={() => {
            counting.value = false
          }}
        >
          <FromCount
            places={places.value}
            act="Start with these partners"
            done={(chosen, counted) => {
              counting.value = false
              start(() =>
                startNew({ ...withBodies(EMPTY, chosen, counted), name: `A pool for ${counted.placeName}` }),
              )
            }}
          />
        </Dialog>
      )}
      {asking.value && (
        <Dialog
          title="You have a scenario that was never saved"
          close={() => {
            asking.value = null
          }}
        >
          <p>
            Starting another takes the place of{' '}
            <strong>{unsaved?.document.name || 'the one without a name'}</strong>, which is kept nowhere else.
          </p>
          <p class="acts">
            <button type="button" class="button primary" onClick={() => go({ scenario: UNSAVED })}>
              Go on with the unsaved one
            </button>
            <button type="button" class="button" onClick={() => asking.value?.()}>
              Lose it and start another
            </button>
          </p>
        </Dialog>
      )}
    </main>
  )
}
