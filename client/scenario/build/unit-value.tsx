import { NumberField } from '../field/number-field.tsx'
import { PriceYear } from '../field/price-year.tsx'
import { TextField } from '../field/text-field.tsx'
import type { Path } from '../state/change.ts'
import { put } from '../state/change.ts'
import { edit } from '../state/document.ts'
import type { Draft, Outcome } from '../state/draft.ts'
import { tables } from '../state/tables.ts'
import { withUnitCost } from './apply-unit-cost.ts'
import { UnitCostPicker } from './unit-cost-picker.tsx'

/** What one outcome is worth: picked from the published unit costs, or typed. */
export function UnitValue({ path, outcome, document }: { path: Path; outcome: Outcome; document: Draft }) {
  const total = outcome.effect?.kind === 'total'
  const sourceOf = (id: string) => {
    const found = tables.answer.value?.sources.find((source) => source.id === id)
    return found ? `${found.title}, ${found.publisher}, ${found.date}` : id
  }
  return (
    <div class="unit-value">
      {!total && (
        <UnitCostPicker
          choose={(cost) =>
            edit(
              (now) => put(now, path, withUnitCost(document, outcome, cost, sourceOf(cost.source))),
              `the unit value ${cost.code}`,
            )
          }
        />
      )}
      <div class="fields">
        <NumberField
          path={[...path, 'value', 'fiscal']}
          label={total ? 'Worth to public bodies' : 'Fiscal value'}
          unit={total ? '£ in all' : '£ each a year'}
          why={
            total
              ? 'Everything that falls to public bodies over the whole period, before discounting'
              : 'What public bodies spend less for each outcome, each year'
          }
        />
        <PriceYear
          path={[...path, 'value', 'priceYear']}
          why="The value is brought to the prices of the scenario"
        />
      </div>
      <details class="more">
        <summary>Value beyond public bodies, and the code</summary>
        <div class="fields">
          <NumberField
            path={[...path, 'value', 'economic']}
            label="Economic value"
            unit="£ each a year"
            why="To people and business: in the economic case only"
          />
          <NumberField
            path={[...path, 'value', 'social']}
            label="Social value"
            unit="£ each a year"
            why="Wellbeing: in the economic case only"
          />
          <TextField path={[...path, 'value', 'code']} label="Code of the unit value" />
        </div>
      </details>
    </div>
  )
}
