import { useSignal } from '@preact/signals'
import { sum } from 'd3-array'
import type { ComponentChildren } from 'preact'
import { counted } from '../format.ts'
import { PictureFiles, TableFiles } from '../frame/files.tsx'
import type { PictureOf } from '../state/exported.ts'
import { Bar, type BarRow } from './bar.tsx'
import { head, type Scale } from './scale.ts'

interface Props {
  id: string
  title: string
  note: string
  rows: readonly BarRow[]
  scale: Scale
  /** What the rest are: agency, agencies. */
  noun: readonly [string, string]
  /** How many stand for themselves before the rest are rolled into one. */
  keep: number
  /** Where the same figures are to be had as files. */
  files: (form: 'csv' | 'xlsx') => string
  /** The picture the server draws of them. */
  picture: PictureOf
  children?: ComponentChildren
}

/** Amounts as bars, on the panel's one scale; a share only where no part is negative. */
export function Bars({ id, title, note, rows, scale, noun, keep, files, picture, children }: Props) {
  const all = useSignal(false)
  const { shown, rest } = all.value ? { shown: [...rows], rest: [] } : head(rows, keep)
  const whole = rows.some((row) => row.amount < 0) ? null : sum(rows, (row) => row.amount)
  const other: BarRow = {
    name: `Other, ${counted(rest.length, ...noun)}`,
    amount: sum(rest, (row) => row.amount),
    recorded: sum(rest, (row) => row.recorded),
    opens: null,
  }
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="note">
        {note}
        {whole === null && ' No percentages: some parts are negative.'}
      </p>
      {children}
      <ul class="bars">
        {shown.map((row) => (
          <li key={row.opens?.id ?? row.name}>
            <Bar row={row} scale={scale} whole={whole || null} />
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Bar row={other} scale={scale} whole={whole || null} />
          </li>
        )}
      </ul>
      <div class="bars-foot">
        {rows.length > keep + 1 && (
          <button
            type="button"
            class="button small"
            aria-expanded={all.value}
            onClick={() => {
              all.value = !all.value
            }}
          >
            {all.value ? `Show the largest ${keep}` : `Show all ${counted(rows.length, ...noun)}`}
          </button>
        )}
        <span class="files">
          {title}: <TableFiles files={files} /> <PictureFiles of={picture} title={title} />
        </span>
      </div>
    </section>
  )
}
