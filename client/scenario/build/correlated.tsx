import { useSignal } from '@preact/signals'
import { percent } from '../../format.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { ChoiceField } from '../field/choice-field.tsx'
import { Wrong } from '../field/field.tsx'
import { NumberField } from '../field/number-field.tsx'
import { append, without } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Variable } from '../state/draft.ts'

/** Which ranges move together, pair by pair. */
export function Correlated({ variables }: { variables: readonly Variable[] }) {
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
