import { signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { counted } from '../../format.ts'
import type { Draft } from '../state/draft.ts'
import { faults } from '../state/result.ts'
import { ChangesStep } from './changes-step.tsx'
import { CostsStep } from './costs-step.tsx'
import { FallsStep } from './falls-step.tsx'
import { FaultList } from './fault-list.tsx'
import { GroupsStep } from './groups-step.tsx'
import { PricesStep } from './prices-step.tsx'
import { faultsOf, STEPS } from './step-list.ts'
import { SUMMARIES } from './summaries.ts'
import { SureStep } from './sure-step.tsx'
import { WhenStep } from './when-step.tsx'
import { WhoStep } from './who-step.tsx'

const BODIES: Record<string, FunctionComponent<{ document: Draft }>> = {
  who: WhoStep,
  costs: CostsStep,
  changes: ChangesStep,
  when: WhenStep,
  falls: FallsStep,
  prices: PricesStep,
  groups: GroupsStep,
  sure: SureStep,
}

/** The steps that stand open. */
const openSteps = signal<ReadonlySet<string>>(new Set(['who']))

export const openStep = (id: string, open = true) => {
  if (openSteps.peek().has(id) === open) return
  const next = new Set(openSteps.peek())
  if (open) next.add(id)
  else next.delete(id)
  openSteps.value = next
}

/** What goes into a scenario, step by step. */
export function Build({ document }: { document: Draft }) {
  return (
    <>
      <FaultList />
      <ol class="steps">
        {STEPS.map(({ id, title }, at) => {
          const Body = BODIES[id]!
          const open = openSteps.value.has(id)
          const wrong = faultsOf(id, faults.value).length
          return (
            <li key={id}>
              <details
                class="step"
                id={`step-${id}`}
                open={open}
                onToggle={(event) => {
                  if (event.target === event.currentTarget) openStep(id, event.currentTarget.open)
                }}
              >
                <summary>
                  <h3>
                    {at + 1} {title}
                  </h3>
                  {wrong > 0 ? (
                    <span class="step-state wrong">{wrong} to give</span>
                  ) : (
                    <Done id={id} document={document} />
                  )}
                  <p>{SUMMARIES[id]!(document)}</p>
                </summary>
                {open && (
                  <div class="step-body">
                    <Body document={document} />
                  </div>
                )}
              </details>
            </li>
          )
        })}
      </ol>
      <p class="hidden" role="status">
        {faults.value.length > 0
          ? `${counted(faults.value.length, 'thing')} still to give or mend`
          : 'Worked out'}
      </p>
    </>
  )
}

/** A step with nothing in it is not done, though nothing is wrong with it. */
function emptiness(id: string, { investment, outcomes, coalition, uncertainty }: Draft) {
  if (id === 'costs') return investment.length === 0 ? 'nothing yet' : null
  if (['changes', 'when', 'falls'].includes(id)) return outcomes.length === 0 ? 'nothing yet' : null
  if (id === 'groups') return coalition ? null : 'if wanted'
  return id === 'sure' && !uncertainty ? 'if wanted' : null
}

function Done({ id, document }: { id: string; document: Draft }) {
  const empty = emptiness(id, document)
  return empty ? (
    <span class="step-state">{empty}</span>
  ) : (
    <span class="step-state done">
      <span aria-hidden="true">✓</span>
      <span class="hidden">complete</span>
    </span>
  )
}
