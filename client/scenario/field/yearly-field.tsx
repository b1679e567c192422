import { useSignal } from '@preact/signals'
import { money, pounds } from '../../format.ts'
import { inProportion, spread, sum } from '../build/amounts.ts'
import type { Path } from '../state/change.ts'
import { scenarioDocument, settle } from '../state/document.ts'
import { bound } from './bound.ts'
import { Wrong } from './field.tsx'
import { NumberBox } from './number-box.tsx'

interface Props {
  path: Path
  /** What the money is: "what the council puts in". */
  of: string
}

/** Pounds by year: a total spread over some years, or each year typed; a bar a year shows them. */
export function YearlyField({ path, of }: Props) {
  const field = bound<(number | undefined)[]>(path, of, true)
  const years = scenarioDocument.value?.horizon ?? 10
  const amounts = field.value ?? []
  const total = sum(amounts)
  const used = amounts.flatMap((amount, year) => (amount ? [year] : []))
  const from = useSignal<number | undefined>(undefined)
  const count = useSignal<number | undefined>(undefined)
  const first = from.value ?? (used[0] ?? 0) + 1
  const span = count.value ?? (used.length > 0 ? used.at(-1)! - used[0]! + 1 : Math.min(4, years))
  const shape = useSignal<readonly number[] | null>(null)
  const fill = (whole: number | undefined, start = first, over = span) => {
    if (whole === undefined) return field.set(undefined)
    field.set(spread(whole, start - 1, over, years))
  }
  const most = Math.max(1, ...amounts.map((amount) => amount ?? 0))
  return (
    <div class="yearly">
      <div class="yearly-fill">
        <label for={field.id}>
          Total <span class="hidden">of {of}, £</span>
        </label>
        <span class="boxed">
          <span aria-hidden="true">£</span>
          <NumberBox
            id={field.id}
            value={field.value === undefined ? undefined : total}
            onFocus={() => {
              shape.value = total > 0 ? amounts.map((amount) => amount ?? 0) : null
            }}
            set={(value) =>
              value !== undefined && value >= 0 && shape.value
                ? field.set(inProportion(value, shape.value))
                : fill(value)
            }
            wrong={field.wrong}
          />
        </span>
        <label for={`${field.id}-from`}>from year</label>
        <NumberBox
          id={`${field.id}-from`}
          label={`First year of ${of}`}
          whole
          value={first}
          set={(value) => {
            from.value = value
            if (value !== undefined && value >= 1 && field.value) fill(total, value)
          }}
        />
        <label for={`${field.id}-for`}>for</label>
        <NumberBox
          id={`${field.id}-for`}
          label={`Years of ${of}`}
          whole
          value={span}
          set={(value) => {
            count.value = value
            if (value !== undefined && value >= 1 && field.value) fill(total, first, value)
          }}
        />
        <span>{span === 1 ? 'year' : 'years'}</span>
      </div>
      <Wrong id={field.id} wrong={field.wrong} label={of} />
      <details class="by-year">
        <summary>
          <span class="year-bars" aria-hidden="true">
            {Array.from({ length: years }, (_, t) => (
              <i key={t} style={{ height: `${Math.max(2, (24 * (amounts[t] ?? 0)) / most)}px` }} />
            ))}
          </span>
          By year<span class="hidden"> of {of}</span>
          {total > 0 && `: ${money(total)} in all`}
        </summary>
        <ol class="years">
          {Array.from({ length: years }, (_, t) => {
            const at = `${field.id}-${t}`
            return (
              <li key={t}>
                <label for={at}>Year {t + 1}, £</label>
                <NumberBox
                  id={at}
                  value={amounts[t]}
                  set={(value) =>
                    field.set(
                      Array.from({ length: years }, (_, i) => (i === t ? (value ?? 0) : (amounts[i] ?? 0))),
                    )
                  }
                />
              </li>
            )
          })}
        </ol>
        <p class="note">
          {pounds(total)} in all. Year 1 is year index 0, which is not discounted.{' '}
          <button
            type="button"
            class="button small"
            onClick={() => {
              field.set(undefined)
              settle()
            }}
          >
            Clear the years
          </button>
        </p>
      </details>
    </div>
  )
}
