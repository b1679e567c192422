import { NumberField, PercentField } from '../field/number-field.tsx'
import { type Path, put } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft, Outcome } from '../state/draft.ts'
import { Trajectory } from './trajectory-field.tsx'

export function WhenStep({ document }: { document: Draft }) {
  if (document.outcomes.length === 0)
    return <p class="note">When each outcome arrives is asked here once there is an outcome in step 3.</p>
  return (
    <>
      {document.outcomes.length > 1 && <ForAll document={document} />}
      {document.outcomes.map((outcome, at) => (
        <Arrival key={outcome.id ?? at} outcome={outcome} at={at} years={document.horizon ?? 10} />
      ))}
    </>
  )
}

function ForAll({ document }: { document: Draft }) {
  const first = document.outcomes[0]!.ramp
  return (
    <p class="acts">
      <button
        type="button"
        class="button small"
        onClick={() =>
          edit(
            (now) => ({
              ...now,
              outcomes: now.outcomes.map((outcome) =>
                first === undefined ? outcome : { ...outcome, ramp: first },
              ),
            }),
            'one trajectory for all outcomes',
          )
        }
      >
        Give all outcomes the trajectory of the first
      </button>
    </p>
  )
}

function Arrival({ outcome, at, years }: { outcome: Outcome; at: number; years: number }) {
  const name = outcome.name || `outcome ${at + 1}`
  const path = ['outcomes', at]
  return (
    <fieldset class="item">
      <legend>
        <h4>{name}</h4>
      </legend>
      <Trajectory path={[...path, 'ramp']} name={name} years={years} />
      <div class="fields">
        <NumberField
          path={[...path, 'lag']}
          label="Years before the first benefit"
          why="Whole years that push the whole trajectory back"
          whole
        />
      </div>
      {outcome.persistence === undefined ? (
        <DropOff path={path} outcome={outcome} />
      ) : (
        <p class="note">The document gives the part that lasts year by year; it is kept as it is.</p>
      )}
    </fieldset>
  )
}

function DropOff({ path, outcome }: { path: Path; outcome: Outcome }) {
  const set = (value: object | undefined) =>
    edit((now) => put(now, [...path, 'dropOff'], value), 'the drop-off')
  if (!outcome.dropOff)
    return (
      <button type="button" class="button small" onClick={() => set({ rate: 0.1, from: 5 })}>
        Let the effect fall off
      </button>
    )
  return (
    <div class="fields">
      <PercentField
        path={[...path, 'dropOff', 'rate']}
        label="Falls off each year by"
        why="Never for a value that is already a total of several years"
      />
      <NumberField path={[...path, 'dropOff', 'from']} label="After year index" why="Counted from 0" whole />
      <button type="button" class="button small" onClick={() => set(undefined)}>
        No drop-off
      </button>
    </div>
  )
}
