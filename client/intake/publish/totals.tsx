import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { pounds } from '../../format.ts'
import { Heads, hidden, number } from '../../frame/heads.tsx'
import { count } from '../../state/count.ts'
import { yearInWords } from '../../words.ts'
import { SearchChoice } from '../field/search-choice.tsx'
import { nameOf } from '../map/in-words.ts'
import type { PlanReply } from '../state/server.ts'
import { changePlan, plan } from './plan.ts'
import { type ControlTotal, withoutTotal, withTotal } from './plan-edits.ts'
import { wholePounds } from './whole-pounds.ts'

/** Totals the reader knows from elsewhere, that the lines have to come to. */
export function Totals({ plan: { totals } }: { plan: Pick<PlanReply, 'totals'> }) {
  return (
    <section class="card part" aria-labelledby="totals">
      <h3 id="totals">Totals you know</h3>
      <p class="note">
        A total from an account or a budget book that your lines should come to. It stands in the count, equal
        or not explained.
      </p>
      {totals.length > 0 && (
        <table class="plain stacks">
          <Heads
            of={[
              'Total',
              number('As you know it'),
              number('Found'),
              number('Difference'),
              hidden('Take away'),
            ]}
          />
          <tbody>
            {totals.map(({ label, expected, found, difference, status }, at) => (
              <tr key={label + at}>
                <th scope="row">
                  {label}{' '}
                  <span class={`status ${status}`}>{status === 'equal' ? 'equal' : 'not explained'}</span>
                </th>
                <td class="number" data-head="As you know it">
                  {pounds(expected)}
                </td>
                <td class="number" data-head="Found">
                  {pounds(found)}
                </td>
                <td class="number" data-head="Difference">
                  {pounds(difference)}
                </td>
                <td>
                  <button
                    type="button"
                    class="text-button"
                    onClick={() => changePlan((now) => withoutTotal(now, at))}
                  >
                    Take away<span class="hidden"> {label}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddTotal add={(total) => changePlan((now) => withTotal(now, total))} at={plan.value.totals.length} />
    </section>
  )
}

function AddTotal({ add, at }: { add: (total: ControlTotal) => void; at: number }) {
  const id = useId()
  const label = useSignal('')
  const amount = useSignal('')
  const cover = useSignal<Pick<ControlTotal, 'place' | 'agency' | 'year'>>({})
  const wrong = useSignal('')
  const submit = (event: Event) => {
    event.preventDefault()
    const value = wholePounds(amount.value)
    wrong.value =
      label.value.trim() === ''
        ? 'Say what the total is of.'
        : value === null
          ? 'Write the total in whole pounds, as 1,234,567.'
          : ''
    if (wrong.value !== '' || value === null) return
    add({ label: label.value.trim(), pounds: value, ...cover.value })
    label.value = ''
    amount.value = ''
    cover.value = {}
  }
  return (
    <details class="more" open={at > 0 || undefined}>
      <summary>Add a total</summary>
      <form class="total-form" onSubmit={submit} noValidate>
        <p>
          <label for={`${id}-label`}>What it is of</label>
          <input
            id={`${id}-label`}
            type="text"
            maxLength={300}
            value={label.value}
            onInput={(event) => {
              label.value = event.currentTarget.value
            }}
          />
        </p>
        <p>
          <label for={`${id}-amount`}>Whole pounds</label>
          <input
            id={`${id}-amount`}
            type="text"
            inputMode="numeric"
            value={amount.value}
            onInput={(event) => {
              amount.value = event.currentTarget.value
            }}
          />
        </p>
        {(['place', 'agency'] as const).map((kind) => (
          <p key={kind}>
            <span>{kind === 'place' ? 'Of one place' : 'Of one agency'}</span>
            <SearchChoice
              kind={kind}
              label={kind === 'place' ? 'Of one place' : 'Of one agency'}
              word={cover.value[kind] ? nameOf(kind, cover.value[kind]) : 'All'}
              current={cover.value[kind] ?? null}
              onChoose={({ id: chosen }) => {
                cover.value = { ...cover.value, [kind]: chosen }
              }}
            />
          </p>
        ))}
        <p>
          <label for={`${id}-year`}>Of one year</label>
          <select
            id={`${id}-year`}
            value={cover.value.year ?? ''}
            onChange={(event) => {
              const { year: _, ...rest } = cover.value
              const next = event.currentTarget.value
              cover.value = next === '' ? rest : { ...rest, year: next }
            }}
          >
            <option value="">All</option>
            {(count.value?.years ?? []).map((year) => (
              <option key={year} value={year}>
                {yearInWords(year)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit" class="button">
            Add this total
          </button>
        </p>
        {wrong.value && (
          <p class="field-wrong" role="alert">
            {wrong.value}
          </p>
        )}
      </form>
    </details>
  )
}
