import { type Signal, signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'

type Found = { Page: FunctionComponent } | 'failed' | null

const loaded: Signal<Found> = signal(null)

function load() {
  if (loaded.peek() && loaded.peek() !== 'failed') return
  loaded.value = null
  import('../control-page/control-page.tsx').then(
    ({ ControlPage }) => {
      loaded.value = { Page: ControlPage }
    },
    () => {
      loaded.value = 'failed'
    },
  )
}

/** The page of local control, fetched when it is first wanted: Explore does without it. */
export function ControlDoor() {
  useEffect(load, [])
  const found = loaded.value
  if (found === 'failed')
    return (
      <main class="waiting">
        <h1>This page could not be fetched</h1>
        <p>
          The server did not answer, or it was renewed since the product was opened. Your link still holds.
        </p>
        <button type="button" class="button" onClick={load}>
          Try again
        </button>
      </main>
    )
  if (!found)
    return (
      <main class="waiting" aria-busy="true">
        <h1>Local control</h1>
        <p>Opening the page.</p>
      </main>
    )
  return <found.Page />
}
