import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { UnitCost } from '../../../server/api/contract-tables.ts'
import { pounds } from '../../format.ts'
import { yearInWords } from '../../words.ts'
import { tables } from '../state/tables.ts'

/** The published unit costs whose item, code or agency has every word typed. */
function matchingCosts(costs: readonly UnitCost[], typed: string): UnitCost[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return costs.filter((cost) => {
    const text = `${cost.code} ${cost.item} ${cost.split.map(({ agency }) => agency).join(' ')}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** A list of published unit costs that narrows as one types. */
export function UnitCostPicker({ choose }: { choose: (cost: UnitCost) => void }) {
  const id = useId()
  const open = useSignal(false)
  const typed = useSignal('')
  const known = tables.answer.value
  const found = matchingCosts(known?.unitCosts ?? [], typed.value)
  return (
    <details
      class="picker"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>Pick a published unit value</summary>
      {tables.fault.value && <p class="field-wrong">{tables.fault.value.message}</p>}
      <label for={id} class="field-label">
        Find by subject or code
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
      />
      <p class="note" role="status">
        {found.length} of {known?.unitCosts.length ?? 0}, from the Unit Cost Database, version 1.4 (2015),
        read from a copy. A later version exists and has not been read.
      </p>
      <ul class="costs">
        {found.map((cost) => (
          <li key={cost.code}>
            <button
              type="button"
              onClick={() => {
                choose(cost)
                open.value = false
              }}
            >
              <span>
                {cost.item} <small>{cost.code}</small>
              </span>
              <strong>{pounds(cost.fiscal)}</strong>
              <small>
                each {cost.per}, {yearInWords(cost.priceYear)} prices, {cost.confidence} confidence
              </small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
