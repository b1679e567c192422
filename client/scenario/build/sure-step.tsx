import { useSignal } from '@preact/signals'
import { percent } from '../../format.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { append, freeName, type Path, put, without } from '../state/change.ts'
import { edit, settle } from '../state/document.ts'
import type { Draft, Uncertainty, Variable } from '../state/draft.ts'
import { ItemHead } from './item-head.tsx'
import { Ranges } from './ranges.tsx'

const DISTRIBUTIONS = [
  { value: 'triangular', text: 'Triangular: lowest, likeliest, highest' },
  { value: 'pert', text: 'PERT: the same, gathered about the likeliest' },
  { value: 'uniform', text: 'Uniform: lowest to highest, all as likely' },
  { value: 'normal', text: 'Normal: average and spread' },
]

type Target = Variable['of']

/** What a multiplier acts on, as one word for a select. */
const keyOf = (of: Target) => (typeof of === 'string' ? of : JSON.stringify(of ?? ''))

export function SureStep({ document }: { document: Draft }) {
  const variables = document.uncertainty?.variables ?? []
  const add = () =>
    edit((now) => {
      const uncertainty: Uncertainty = now.uncertainty ?? { seed: 42, draws: 10_000, correlations: [] }
      const ids = (uncertainty.variables ?? []).map(({ id }) => id)
      const taken = (uncertainty.variables ?? []).map(({ of }) => keyOf(of))
      const of: Target = taken.includes('benefits')
        ? taken.includes('costs')
          ? undefined
          : 'costs'
        : 'benefits'
      const variable = { id: freeName('range', ids), distribution: 'triangular', min: 0.5, mode: 1, max: 1.2 }
      return put(now, ['uncertainty'], {
        ...uncertainty,
        variables: [...(uncertainty.variables ?? []), of === undefined ? variable : { ...variable, of }],
      })
    }, 'a range of outcomes')
  return (
    <>
      <p class="field-why">
        How far costs and benefits may miss the plan, as a percentage of it. 100% is as planned. Ranges begin
        with illustrative figures: put your own.
      </p>
      {variables.map((variable, at) => (
        <Varies
          key={variable.id ?? at}
          document={document}
          variable={variable}
          at={at}
          last={variables.length === 1}
        />
      ))}
      <Wrong id="f-uncertainty" wrong={wrongAt(['uncertainty', 'variables'])} label="The ranges" />
      <p class="acts">
        <button type="button" class="button" onClick={add}>
          Add a range
        </button>
      </p>
      {variables.length > 1 && <Correlated variables={variables} />}
      {document.uncertainty && (
        <div class="fields">
          <NumberField
            path={['uncertainty', 'draws']}
            label="Draws"
            why="100 to 200,000 in the saved document"
            whole
          />
          <NumberField
            path={['uncertainty', 'seed']}
            label="Seed"
            why="The same seed draws the same numbers, so that anybody gets the same answer"
            whole
            name
          />
        </div>
      )}
      <Ranges document={document} />
    </>
  )
}

function Varies({
  document,
  variable,
  at,
  last,
}: {
  document: Draft
  variable: Variable
  at: number
  last: boolean
}) {
  const path = ['uncertainty', 'variables', at]
  const targets = [
    { key: 'benefits', text: 'All benefits' },
    { key: 'costs', text: 'All costs' },
    ...document.outcomes.flatMap(({ id, name }) =>
      id ? [{ key: keyOf({ outcome: id }), text: name || id }] : [],
    ),
    ...document.investment.flatMap(({ id, name }) =>
      id ? [{ key: keyOf({ investment: id }), text: name || id }] : [],
    ),
  ]
  const of = bound<Target>([...path, 'of'], 'what varies', true)
  const text = targets.find(({ key }) => key === keyOf(variable.of))?.text ?? 'Something'
  const remove = () =>
    edit(
      (now) => (last ? put(now, ['uncertainty'], undefined) : without(now, ['uncertainty', 'variables'], at)),
      `the range of ${text.toLowerCase()}`,
    )
  return (
    <fieldset class="item">
      <legend class="hidden">{text}</legend>
      <ItemHead title={text} what={`the range of ${text}`} remove={remove} />
      <div class="fields">
        <div class="field wide">
          <label class="field-label" for={of.id}>
            What varies
          </label>
          <select
            id={of.id}
            value={keyOf(variable.of)}
            onChange={(event) => {
              const key = event.currentTarget.value
              of.set(key.startsWith('{') ? JSON.parse(key) : key)
              settle()
            }}
          >
            {variable.of === undefined && <option value={keyOf(undefined)}>Choose</option>}
            {targets.map(({ key, text: shown }) => (
              <option key={key} value={key}>
                {shown}
              </option>
            ))}
          </select>
          <Wrong id={of.id} wrong={of.wrong} label="What varies" />
        </div>
        <Shape path={path} variable={variable} />
        {variable.distribution === 'normal' ? (
          <>
            <PercentField path={[...path, 'mean']} label="Average" most={200} />
            <PercentField path={[...path, 'sd']} label="Standard deviation" most={100} />
          </>
        ) : (
          <>
            <PercentField path={[...path, 'min']} label="Lowest" most={200} />
            {variable.distribution !== 'uniform' && (
              <PercentField path={[...path, 'mode']} label="Likeliest" most={200} />
            )}
            <PercentField path={[...path, 'max']} label="Highest" most={200} />
          </>
        )}
      </div>
      <Wrong id={fieldId(path)} wrong={wrongAt(path)} label={text} />
    </fieldset>
  )
}

function Shape({ path, variable }: { path: Path; variable: Variable }) {
  const id = fieldId([...path, 'distribution'])
  return (
    <div class="field wide">
      <label class="field-label" for={id}>
        Shape
      </label>
      <select
        id={id}
        value={variable.distribution}
        onChange={(event) => {
          const shape = event.currentTarget.value as Variable['distribution']
          edit((now) => put(now, path, reshaped(variable, shape)), 'the shape of a range')
        }}
      >
        {DISTRIBUTIONS.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A range in another shape: what both shapes have is kept, the rest is still to be given. */
function reshaped(variable: Variable, distribution: Variable['distribution']) {
  const { id, of } = variable
  const { min, mode, max } = variable as Record<'min' | 'mode' | 'max', number | undefined>
  if (distribution === 'normal')
    return { id, of, distribution, ...(mode === undefined ? {} : { mean: mode }) }
  const ends = { id, of, distribution, min, max }
  return distribution === 'uniform' ? ends : { ...ends, mode }
}

function Correlated({ variables }: { variables: readonly Variable[] }) {
  const { value = [] } = bound<{ a?: string; b?: string; correlation?: number }[]>(
    ['uncertainty', 'correlations'],
    'correlations',
  )
  const options = variables.flatMap(({ id }) => (id ? [{ value: id, text: id }] : []))
  const path = ['uncertainty', 'correlations']
  const shown = useSignal(false)
  return (
    <details class="more" open={shown.value || value.length > 0}>
      <summary>
        Ranges that move together: {value.length === 0 ? 'none, drawn independently' : value.length}
      </summary>
      {value.length === 0 && <p class="note">Drawn independently, which understates how bad it can be.</p>}
      {value.map((pair, at) => (
        <div class="pair" key={at}>
          <ChoiceField path={[...path, at, 'a']} label="Range" options={options} />
          <ChoiceField path={[...path, at, 'b']} label="and range" options={options} />
          <NumberField
            path={[...path, at, 'correlation']}
            label="Correlation"
            unit="−1 to 1"
            slider={[-1, 1, 0.05]}
          />
          <Wrong id={fieldId([...path, at])} wrong={wrongAt([...path, at])} label="The pair" />
          <button
            type="button"
            class="button small"
            onClick={() =>
              edit((now) => without(now, path, at), `a correlation of ${percent(pair.correlation ?? 0)}`)
            }
          >
            Remove the pair
          </button>
        </div>
      ))}
      <Wrong id={fieldId(path)} wrong={wrongAt(path)} label="Correlations" />
      <button
        type="button"
        class="button small"
        onClick={() => {
          shown.value = true
          edit(
            (now) => append(now, path, { a: options[0]?.value, b: options[1]?.value, correlation: 0.5 }),
            'a correlation',
          )
        }}
      >
        Add a pair
      </button>
    </details>
  )
}
