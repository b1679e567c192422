import '../style/scenario.css'
import '../style/scenario-build.css'
import '../style/scenario-form.css'
import '../style/scenario-fields.css'
import '../style/scenario-keep.css'
import { useEffect } from 'preact/hooks'
import { part } from '../state/store.ts'
import { Following } from './baseline/following.tsx'
import { Build } from './build/build.tsx'
import { BenchBar } from './keep/bench-bar.tsx'
import { ChangedSince, Standing } from './keep/changed-since.tsx'
import { Comparison } from './keep/comparison.tsx'
import { kept, revert } from './keep/keeping.ts'
import { notOpened, openAgain, opening } from './keep/opening.ts'
import { Published } from './keep/published.tsx'
import { See } from './see/see.tsx'
import { StartPage } from './start/start-page.tsx'
import { redo, scenarioDocument, undo } from './state/document.ts'
import { failed, faults, result, retry } from './state/result.ts'

const scenario = part('scenario')
const preset = part('preset')

/** Ctrl+Z and Ctrl+Shift+Z anywhere on the workbench; the document knows what was typed last better than a box does. */
function onKey(event: KeyboardEvent) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
  const typing = event.target instanceof Element && event.target.matches('input, textarea')
  if (
    document.querySelector('dialog[open]') ||
    (typing && !(event.target as Element).closest('.bench-build'))
  )
    return
  event.preventDefault()
  if (event.shiftKey) redo()
  else undo()
}

/** The workbench: what goes into a scenario on the left, what comes of it on the right. */
export function ScenarioPage() {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const draft = scenarioDocument.value
  const name =
    draft && (scenario.value ?? preset.value) !== null
      ? `${draft.name || 'Untitled scenario'} – Scenarios`
      : 'Scenarios'
  useEffect(() => {
    document.title = `${name} – Total Place`
  }, [name])
  if (notOpened.value) return <NotOpened />
  if (scenario.value === null && preset.value === null) return <StartPage />
  if (!draft || !kept.value)
    return (
      <main class="waiting" aria-busy={opening.value}>
        <h1>Opening the scenario</h1>
      </main>
    )
  return (
    <main class="bench" id="scenario">
      <BenchBar />
      <div class="bench-told">
        <Standing revert={revert} />
        <ChangedSince />
        <Following />
        {failed.value && (
          <p class="told wrong" role="alert">
            <strong>{failed.value.message}</strong> What is on screen is the last result.{' '}
            <button type="button" class="button small" onClick={retry}>
              Ask again
            </button>
          </p>
        )}
      </div>
      <section class="bench-build" aria-label="Build">
        <Build document={draft} />
        <Published />
      </section>
      <section class="bench-see" id="see" aria-label="See" tabIndex={-1}>
        <Comparison />
        {result.value === null && faults.value.length > 0 && <Nothing />}
        <See />
      </section>
    </main>
  )
}

function Nothing() {
  return (
    <div class="bench-nothing">
      <h2>Nothing to show yet</h2>
      <p>
        Who pays, who gains and which split would hold are shown here as soon as the steps say enough. What is
        still missing is listed beside this, each with the way to its field.
      </p>
    </div>
  )
}

function NotOpened() {
  const { message, kind, status } = notOpened.value!
  return (
    <main class="waiting">
      <h1>The scenario is not here</h1>
      <p>
        {status === 404
          ? 'No scenario of that address is in this library. It may be in the library of another server.'
          : message}
        {kind === 'away' && ' We ask again every few seconds.'}
      </p>
      <p class="acts">
        <button type="button" class="button" onClick={openAgain}>
          Ask again
        </button>{' '}
        <a class="button" href="?v=1&page=scenario">
          All scenarios
        </a>
      </p>
    </main>
  )
}
