import type { Path } from '../state/change.ts'
import { settle } from '../state/document.ts'
import { bound } from './bound.ts'
import { Field } from './field.tsx'
import { NumberBox } from './number-box.tsx'
import { fromPercent, toPercent } from './read-number.ts'

interface Props {
  path: Path
  label: string
  unit?: string
  why?: string
  quiet?: boolean
  whole?: boolean
  /** A number that is a name, such as a seed. */
  name?: boolean
  /** With a slider from the first to the second by the third. */
  slider?: readonly [number, number, number]
}

/** A number with its unit, and a slider where it has a natural span. */
export function NumberField({ path, label, unit, why, quiet, whole, name, slider }: Props) {
  const field = bound<number>(path, label.toLowerCase())
  return (
    <Field id={field.id} {...{ label, unit, why, quiet }} wrong={field.wrong}>
      <Slid {...field} {...{ label, why, whole, name, slider }} />
    </Field>
  )
}

/** A share of one, shown and typed as a percentage. */
export function PercentField({
  most = 100,
  ...props
}: Omit<Props, 'unit' | 'slider' | 'whole'> & { most?: number }) {
  const { path, label, why, quiet } = props
  const field = bound<number>(path, label.toLowerCase())
  const value = field.value === undefined ? undefined : toPercent(field.value)
  const set = (percent: number | undefined) =>
    field.set(percent === undefined ? undefined : fromPercent(percent))
  return (
    <Field id={field.id} {...{ label, why, quiet }} unit="%" wrong={field.wrong}>
      <Slid {...field} {...{ label, why, value, set }} whole={false} slider={[0, most, 1]} />
    </Field>
  )
}

interface SlidProps {
  id: string
  label: string
  value: number | undefined
  set: (value: number | undefined) => void
  wrong: readonly string[]
  why: string | undefined
  whole: boolean | undefined
  name?: boolean | undefined
  slider: readonly [number, number, number] | undefined
}

function Slid({ id, label, value, set, wrong, why, whole, name, slider }: SlidProps) {
  const box = <NumberBox {...{ id, value, set, wrong, why, whole, name }} />
  if (!slider) return box
  const [least, most, by] = slider
  return (
    <div class="slid">
      <input
        type="range"
        aria-label={`${label}, slider`}
        min={least}
        max={most}
        step={by}
        value={value ?? least}
        class={value === undefined ? 'unset' : ''}
        onInput={(event) => set(Number(event.currentTarget.value))}
        onChange={settle}
      />
      {box}
    </div>
  )
}
