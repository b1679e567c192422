import { wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { NumberField } from '../field/number-field.tsx'
import { freeName, put } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft, Uncertainty } from '../state/draft.ts'
import { Correlated } from './correlated.tsx'
import { Ranges } from './ranges.tsx'
import { keyOf, type Target, Varies } from './varies.tsx'

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
