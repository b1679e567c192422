import type { ChangeRow } from './changed.ts'

/** A change parted into what is recorded for the place and what is shared out from a wider area, in pounds. */
export interface Parted {
  recorded: number
  shared: number
}

type Sides = Pick<ChangeRow, 'change' | 'recorded_before' | 'recorded_after'>

/** null where the change is not known. */
export function partedChange({ change, recorded_before, recorded_after }: Sides): Parted | null {
  if (change === null) return null
  const recorded = (recorded_after ?? 0) - (recorded_before ?? 0)
  return { recorded, shared: change - recorded }
}

/** A stretch of a bar about the middle, in per cent of its track. */
export interface Stretch {
  kind: 'recorded' | 'shared'
  way: 'more' | 'less'
  left: number
  width: number
}

/** How far a parted change reaches either side of nothing. */
export const reachOf = ({ recorded, shared }: Parted) =>
  recorded < 0 === shared < 0 ? Math.abs(recorded + shared) : Math.max(Math.abs(recorded), Math.abs(shared))

/** The marks of a change on a track whose half is `most`: stacked where signs agree, as every bar is. */
export function stretchesOf({ recorded, shared }: Parted, most: number): Stretch[] {
  const at = (value: number) => 50 + (value / most) * 50
  const stretch = (kind: Stretch['kind'], from: number, by: number): Stretch[] =>
    by === 0
      ? []
      : [
          {
            kind,
            way: by > 0 ? 'more' : 'less',
            left: Math.min(at(from), at(from + by)),
            width: (Math.abs(by) / most) * 50,
          },
        ]
  const start = recorded < 0 === shared < 0 ? recorded : 0
  return [...stretch('shared', start, shared), ...stretch('recorded', 0, recorded)]
}

/** The largest change of some rows, where most of it is money shared out from a wider area; null elsewhere. */
export function largestSharedOut<Row extends ChangeRow>(rows: readonly Row[]) {
  const size = (row: Row) => Math.abs(row.change ?? 0)
  const largest = rows.reduce<Row | null>((best, row) => (best && size(best) >= size(row) ? best : row), null)
  const parted = largest && partedChange(largest)
  if (!largest?.change || !parted) return null
  const mostly = parted.shared / largest.change > 0.5
  return mostly ? { row: largest, change: largest.change, whole: Math.abs(parted.recorded) < 0.5 } : null
}
