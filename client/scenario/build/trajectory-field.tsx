import { useSignal } from '@preact/signals'
import { percent } from '../../format.ts'
import { bound, fieldId, wrongAt } from '../field/bound.ts'
import { Wrong } from '../field/field.tsx'
import { NumberBox } from '../field/number-box.tsx'
import { fromPercent, toPercent } from '../field/read-number.ts'
import type { Path } from '../state/change.ts'
import { settle } from '../state/document.ts'
import { Curve } from './curve.tsx'
import { EARLIEST, moved, profile, type Rise, riseOf, rising, type Shape } from './trajectory.ts'

const SHAPES: { value: Shape; text: string }[] = [
  { value: 'low', text: 'Low: nothing for three years, full in year 11' },
  { value: 'mid', text: 'Mid: even steps, full in year 6' },
  { value: 'high', text: 'High: half at once, full in year 2' },
]

/** How fast the benefit builds up: a shape, a rise dragged or typed, or each year. */
export function Trajectory({ path, name, years }: { path: Path; name: string; years: number }) {
  const { value, set } = bound<string | number[]>(path, `when ${name} arrives`)
  const rise = riseOf(value, years)
  const shares = profile(value, years)
  const id = fieldId(path)
  const kept = useSignal<Rise>({ from: 0, full: 5 })
  if (rise) kept.value = rise
  const to = (end: 'from' | 'full', year: number | undefined) => {
    if (year !== undefined && Number.isFinite(year))
      set(rising(moved(rise ?? kept.peek(), end, Math.round(year), years), years))
  }
  return (
    <div class="trajectory">
      <label class="field-label" for={id}>
        Trajectory
      </label>
      <p class="field-why">
        Low, mid and high follow trajectories published as curves without figures: the steps are ours
      </p>
      <select
        id={id}
        value={typeof value === 'string' ? value : 'own'}
        onChange={(event) => {
          const shape = event.currentTarget.value
          set(shape === 'own' ? shares : shape)
          settle()
        }}
      >
        {SHAPES.map(({ value: shape, text }) => (
          <option key={shape} value={shape}>
            {text}
          </option>
        ))}
        <option value="own">Your own</option>
      </select>
      <Curve shares={shares} rise={rise} years={years} name={name} move={to} />
      <div class="fields">
        <Handle
          id={`${id}-full`}
          label="All of it reached in year"
          name={name}
          value={rise?.full ?? null}
          least={EARLIEST + 1}
          years={years}
          set={(year) => to('full', year)}
        />
        <Handle
          id={`${id}-from`}
          label="Nothing up to year"
          name={name}
          value={rise?.from ?? null}
          least={EARLIEST}
          years={years}
          set={(year) => to('from', year)}
        />
      </div>
      <Wrong id={id} wrong={wrongAt(path, true)} label="Trajectory" />
      <details class="by-year">
        <summary>
          By year<span class="hidden"> of {name}</span>: {percent(shares[0]!)} in year 1,{' '}
          {percent(shares.at(-1)!)} in year {years}
        </summary>
        <ol class="years">
          {shares.map((share, t) => (
            <li key={t}>
              <label for={`${id}-${t}`}>Year {t + 1}, %</label>
              <NumberBox
                id={`${id}-${t}`}
                value={toPercent(share)}
                set={(percentage) =>
                  set(shares.map((was, i) => (i === t ? fromPercent(percentage ?? 0) : was)))
                }
              />
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

function Handle({
  id,
  label,
  name,
  value,
  least,
  years,
  set,
}: {
  id: string
  label: string
  name: string
  value: number | null
  least: number
  years: number
  set: (year: number | undefined) => void
}) {
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="slid">
        <input
          type="range"
          aria-label={`${label}, of ${name}, slider`}
          min={least + 1}
          max={years}
          value={(value ?? least) + 1}
          onInput={(event) => set(Number(event.currentTarget.value) - 1)}
          onChange={settle}
        />
        <NumberBox
          id={id}
          value={value === null ? undefined : value + 1}
          whole
          set={(year) => set(year === undefined ? undefined : year - 1)}
        />
      </div>
    </div>
  )
}
