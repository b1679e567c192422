import '../style/intake.css'
import '../style/intake-bring.css'
import '../style/intake-map.css'
import '../style/intake-check.css'
import '../style/intake-publish.css'
import { useEffect, useRef } from 'preact/hooks'
import type { Step } from '../state/state.ts'
import { go, part } from '../state/store.ts'
import { BringStep } from './bring/bring-step.tsx'
import { CheckStep } from './check/check-step.tsx'
import { CountsStep } from './counts/counts-step.tsx'
import { MapStep } from './map/map-step.tsx'
import { mendAt } from './map/mend.ts'
import { PublishStep } from './publish/publish-step.tsx'
import { arrived, intake } from './state/intake.ts'
import { StepNav } from './step-nav.tsx'
import { STEP_WORDS } from './step-words.ts'

const step = part('step')
const id = part('intake')

const SHOWN: Record<Step, () => preact.JSX.Element> = {
  bring: BringStep,
  map: MapStep,
  check: CheckStep,
  publish: PublishStep,
  counts: CountsStep,
}

/** Files of the reader's own: brought, mapped, checked, published; and the counts that came of it. */
export function IntakePage() {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step.value)
  useEffect(() => {
    if (shown.current === step.value) return
    shown.current = step.value
    if (!mendAt.peek()) {
      heading.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    }
  }, [step.value])
  return (
    <main class="intake" id="answer" tabIndex={-1}>
      <h1>Your files</h1>
      {step.value === 'bring' && (
        <p class="lead">
          Bring ledger extracts, budget books or payment files of your own, see what became of every row, and
          let recorded figures take the place of shared-out ones.
        </p>
      )}
      <StepNav />
      <section class="step" aria-labelledby="step-title">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {STEP_WORDS[step.value].title}
        </h2>
        <Body />
      </section>
    </main>
  )
}

function Body() {
  const fault = arrived.fault.value
  const Shown = SHOWN[step.value]
  if (step.value === 'counts' || intake.value) return <Shown />
  if (id.value === null) return <BringOrNothing />
  if (fault && !arrived.busy.value)
    return (
      <section class="card part">
        <p role="alert">
          {fault.status === 404
            ? 'The files of this address are not here: they may have been cleared away, or brought to another server.'
            : fault.message}
          {fault.kind === 'away' && ' We ask again every few seconds.'}
        </p>
        <p class="acts">
          {fault.status !== 404 && (
            <button type="button" class="button" onClick={arrived.retry}>
              Ask again
            </button>
          )}
          <button type="button" class="button" onClick={() => go({ intake: null, step: 'bring' })}>
            Bring other files
          </button>
        </p>
      </section>
    )
  return <p aria-busy="true">Opening the files.</p>
}

/** A step that needs files, before there is one. */
function BringOrNothing() {
  if (step.value === 'bring') return <BringStep />
  return (
    <section class="card part">
      <p>There is no file yet.</p>
      <p class="acts">
        <button type="button" class="button primary" onClick={() => go({ step: 'bring' })}>
          Bring files
        </button>
      </p>
    </section>
  )
}
