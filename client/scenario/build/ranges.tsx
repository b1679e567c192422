import { fieldId, wrongAt } from '../field/bound.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { append, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft } from '../state/draft.ts'

const PARAMETERS = [
  { value: 'population', text: 'People in scope' },
  { value: 'prevalence', text: 'Share with the problem' },
  { value: 'engagement', text: 'Share who take part' },
  { value: 'success', text: 'Share who succeed' },
  { value: 'deadweight', text: 'Deadweight' },
  { value: 'fiscal', text: 'Fiscal value' },
]

/** Low and high values of single inputs, for the picture of what matters most. */
export function Ranges({ document }: { document: Draft }) {
  const ranges = document.ranges ?? []
  const outcomes = document.outcomes.flatMap(({ id, name }) => (id ? [{ value: id, text: name || id }] : []))
  return (
    <details class="more">
      <summary>Low and high values of single inputs ({ranges.length})</summary>
      <p class="field-why">
        What the result does when one input moves and the rest stay: which of them matters
      </p>
      {ranges.map((range, at) => {
        const path = ['ranges', at]
        const pounds = range.parameter === 'fiscal' || range.parameter === 'population'
        const Box = pounds ? NumberField : PercentField
        return (
          <div class="pair" key={at}>
            <ChoiceField path={[...path, 'outcome']} label="Outcome" options={outcomes} />
            <ChoiceField path={[...path, 'parameter']} label="Input" options={PARAMETERS} />
            <Box path={[...path, 'low']} label="Low" />
            <Box path={[...path, 'high']} label="High" />
            <Wrong id={fieldId(path)} wrong={wrongAt(path)} label="The range" />
            <button
              type="button"
              class="button small"
              onClick={() => edit((now) => without(now, ['ranges'], at), 'a low and high value')}
            >
              Remove these
            </button>
          </div>
        )
      })}
      <button
        type="button"
        class="button small"
        disabled={outcomes.length === 0}
        onClick={() =>
          edit(
            (now) => append(now, ['ranges'], { outcome: outcomes[0]!.value, parameter: 'fiscal' }),
            'a low and high value',
          )
        }
      >
        Add a low and high value
      </button>
    </details>
  )
}
