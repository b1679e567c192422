import { integer, percentTenth } from '../../format.ts'
import { opened } from '../../state/count.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import type { Path } from '../state/change.ts'
import { settle } from '../state/document.ts'
import type { Effect } from '../state/draft.ts'
import { deadweightOf } from './chain.ts'
import { asKind } from './outcome-start.ts'
import { personsOf } from './persons.ts'

const KINDS = [
  { value: 'chain', text: 'People, success and deadweight' },
  { value: 'percentagePoints', text: 'People, and rates with and without' },
  { value: 'total', text: 'A total in pounds' },
] as const

/** How many achieve the outcome because of the programme. */
export function EffectFields({
  path,
  effect,
  places,
}: {
  path: Path
  effect: Effect | undefined
  places: readonly (string | undefined)[]
}) {
  const { value, set } = bound<Effect>(path, 'how it is counted')
  const id = fieldId([...path, 'kind'])
  return (
    <>
      <div class="field wide">
        <label class="field-label" for={id}>
          How it is counted
        </label>
        <select
          id={id}
          value={value?.kind ?? ''}
          onChange={(event) => {
            set(asKind(effect, event.currentTarget.value as (typeof KINDS)[number]['value']))
            settle()
          }}
        >
          {KINDS.map(({ value: kind, text }) => (
            <option key={kind} value={kind}>
              {text}
            </option>
          ))}
        </select>
        <Wrong id={id} wrong={[...wrongAt(path), ...wrongAt([...path, 'kind'])]} label="How it is counted" />
      </div>
      {effect?.kind !== 'total' && (
        <div class="fields">
          <Population path={[...path, 'population']} places={places.flatMap((code) => code ?? [])} />
          <PercentField path={[...path, 'prevalence']} label="With the problem" why="Share of them" />
          <PercentField
            path={[...path, 'engagement']}
            label="Take part"
            why="Share of those with the problem"
          />
          {effect?.kind === 'percentagePoints' ? (
            <Rates path={path} effect={effect} />
          ) : (
            <>
              <PercentField path={[...path, 'success']} label="Succeed" why="Share of those who take part" />
              <PercentField
                path={[...path, 'deadweight']}
                label="Deadweight"
                why="Successes that would have happened anyway"
              />
              <p class="note wide">
                Deadweight is a share of the successes. For evidence in percentage points, choose “rates with
                and without” above: it is converted.
              </p>
            </>
          )}
        </div>
      )}
    </>
  )
}

function Rates({ path, effect }: { path: Path; effect: Effect }) {
  if (effect.kind !== 'percentagePoints') return null
  const { with: rate, without } = effect
  const deadweight = rate && without !== undefined ? deadweightOf(rate, without) : null
  return (
    <>
      <PercentField path={[...path, 'with']} label="Succeed with the programme" />
      <PercentField path={[...path, 'without']} label="Succeed without it" why="From a comparison group" />
      {deadweight !== null && (
        <p class="note wide">That is a deadweight of {percentTenth(deadweight)} of the successes.</p>
      )}
    </>
  )
}

function Population({ path, places }: { path: Path; places: readonly string[] }) {
  const known = opened.answer.value
  const persons = known && personsOf(known, places)
  const { value, set } = bound<number>(path, 'people in scope')
  return (
    <div class="wide">
      <NumberField
        path={path}
        label="People in scope"
        unit="people"
        why="Everybody the programme could reach"
        whole
      />
      {known && persons && persons !== value && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            set(persons)
            settle()
          }}
        >
          Use everybody in the places: {integer(persons)}
        </button>
      )}
    </div>
  )
}
