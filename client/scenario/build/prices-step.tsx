import { percentTenth } from '../../format.ts'
import { bound, fieldId } from '../field/bound.ts'
import { ChoiceField, TickField } from '../field/choice-field.tsx'
import { NumberField, PercentField } from '../field/number-field.tsx'
import { PriceYear } from '../field/price-year.tsx'
import { settle } from '../state/document.ts'
import { tables } from '../state/tables.ts'

const SCHEDULES: Record<string, string> = {
  standard: 'Standard, from 3.5%',
  health: 'Health, from 1.5%',
  reduced: 'Reduced (no pure time preference), from 3.0%',
}

const OWN = 'own rate'
const LOSS_RULES = [
  { value: 'asGain', text: 'As the gain is shared' },
  { value: 'liesWhereItFalls', text: 'Lies where it falls' },
  { value: 'byContribution', text: 'By contribution' },
  { value: 'equalSplit', text: 'Equally' },
]

export function PricesStep() {
  return (
    <>
      <div class="fields">
        <NumberField
          path={['horizon']}
          label="Years looked at"
          unit="years"
          why="From the first spending; what comes later is not counted"
          whole
          slider={[1, 30, 1]}
        />
        <PriceYear
          path={['priceBase']}
          label="Everything in the prices of"
          why="Costs and values of other years are brought to these by the GDP deflator"
        />
      </div>
      <Discounting />
      <div class="fields">
        <ChoiceField
          path={['sharing', 'basis']}
          label="What is shared"
          why="Cashable: what can be taken out of a budget. Splits that hold on all of it may fail on cash"
          options={[
            { value: 'cashable', text: 'The cashable benefit' },
            { value: 'gross', text: 'All fiscal benefit' },
          ]}
        />
        <ChoiceField
          path={['sharing', 'lossRule']}
          label="If the programme loses money, the loss is shared"
          options={LOSS_RULES}
          none="As the gain is shared"
        />
      </div>
      <TickField
        path={['sharing', 'countInKind']}
        label="Count contributions in kind as cost in the financial case"
        why="The guidance's own default could not be read. The economic case always counts them"
      />
    </>
  )
}

function Discounting() {
  const { value, set, wrong } = bound<{ schedule?: string; rate?: number }>(
    ['discounting'],
    'the discount rate',
  )
  const id = fieldId(['discounting', 'choice'])
  const known = tables.answer.value?.schedules ?? []
  const chosen = known.find((schedule) => schedule.id === value?.schedule)
  const own = value !== undefined && 'rate' in value
  return (
    <div class="field wide">
      <label class="field-label" for={id}>
        Discounting
      </label>
      <p class="field-why">Year 1 (year index 0) is not discounted: our convention, stated in the method</p>
      <select
        id={id}
        value={own ? OWN : (value?.schedule ?? '')}
        onChange={(event) => {
          const choice = event.currentTarget.value
          set(choice === OWN ? { rate: 0.035 } : { schedule: choice })
          settle()
        }}
      >
        {known.map((schedule) => (
          <option key={schedule.id} value={schedule.id}>
            {SCHEDULES[schedule.id] ?? schedule.id}
          </option>
        ))}
        <option value={OWN}>A rate of your own</option>
      </select>
      {wrong.length > 0 && <p class="field-wrong">{wrong.join(', ')}</p>}
      {own && <PercentField path={['discounting', 'rate']} label="Rate" why="Real, a year" most={15} />}
      {chosen && (
        <p class="note">
          {chosen.steps.map(({ fromYear, rate }) => `${percentTenth(rate)} from year ${fromYear}`).join(', ')}
          ; as at {chosen.asAt}. A review has recommended 3.0%; no change had been adopted.
        </p>
      )}
    </div>
  )
}
