import { change, money } from '../format.ts'
import { type Parted, stretchesOf } from './resting.ts'

/** A bar to the right of the middle for more, to the left for less: solid is recorded, dotted is shared out. */
export function ChangeMark({ parted, most }: { parted: Parted | null; most: number }) {
  return (
    <span class="change-line">
      {parted &&
        stretchesOf(parted, most).map(({ kind, way, left, width }) => (
          <span
            key={kind}
            class={`change-mark ${way} ${kind}`}
            style={{ left: `${left}%`, width: `${width}%` }}
          />
        ))}
    </span>
  )
}

/** The parts of a change in words, for those who do not see its mark. */
export const partedInWords = (parted: Parted | null) =>
  parted
    ? `${signed(parted.recorded)} recorded for the place, ${signed(parted.shared)} shared out from a wider area`
    : ''

const signed = (value: number) => (Math.abs(value) < 0.5 ? money(0) : change(value))
