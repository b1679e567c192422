import { type Signal, signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'

type Page = { Page: FunctionComponent } | 'failed' | null

const loaded: Signal<Page> = signal(null)

function load() {
  loaded.value = null
  import('../scenario/scenario-page.tsx').then(
    ({ ScenarioPage }) => {
      loaded.value = { Page: ScenarioPage }
    },
    () => {
      loaded.value = 'failed'
    },
  )
}

/** The workbench, fetched when it is first wanted: Explore does without it. */
export function ScenarioDoor() {
  useEffect(load, [])
  const found = loaded.value
  if (found === 'failed')
    return (
      <main class="waiting">
        <h1>The workbench could not be fetched</h1>
        <p>
          The server did not answer, or it was renewed since this page was opened. Nothing of yours is lost.
        </p>
        <button type="button" class="button" onClick={load}>
          Try again
        </button>
      </main>
    )
  if (!found)
    return (
      <main class="waiting" aria-busy="true">
        <h1>Opening the workbench</h1>
      </main>
    )
  return <found.Page />
}
