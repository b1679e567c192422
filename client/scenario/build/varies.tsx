import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { PercentField } from '../field/number-field.tsx'
import { type Path, put, without } from '../state/change.ts'
import { edit, settle } from '../state/document.ts'
import type { Draft, Variable } from '../state/draft.ts'
import { ItemHead } from './item-head.tsx'

const DISTRIBUTIONS = [
  { value: 'triangular', text: 'Triangular: lowest, likeliest, highest' },
  { value: 'pert', text: 'PERT: the same, gathered about the likeliest' },
  { value: 'uniform', text: 'Uniform: lowest to highest, all as likely' },
  { value: 'normal', text: 'Normal: average and spread' },
]

export type Target = Variable['of']

/** What a multiplier acts on, as one word for a select. */
export const keyOf = (of: Target) => (typeof of === 'string' ? of : JSON.stringify(of ?? ''))

/** One quantity that may miss the plan, and how far. */
export function Varies({
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
