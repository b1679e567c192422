export const PALETTE = ['#CDE594', '#80C6A3', '#1F9EB7', '#186290', '#080C54'] as const

/** Of change: ColorBrewer's purple to orange, less to more, with nothing in the middle. */
export const DIVERGING = ['#e66101', '#fdb863', '#f7f7f7', '#b2abd2', '#5e3c99'] as const

export interface Counted {
  /** Places in each class, from lowest to highest. */
  counts: number[]
  /** Places with no figure. */
  none: number
}

/** The class of a value, from 0: each break is the lowest value of the class above it; no figure, no class. */
export function classOf(value: number | null, breaks: readonly number[]): number | null {
  if (value === null) return null
  let at = 0
  while (at < breaks.length && value >= breaks[at]!) at += 1
  return at
}

/** How many places stand in each class of the breaks. */
export function countClasses(values: readonly (number | null)[], breaks: readonly number[]): Counted {
  const counts = new Array<number>(breaks.length + 1).fill(0)
  let none = 0
  for (const value of values) {
    const at = classOf(value, breaks)
    if (at === null) none += 1
    else counts[at]! += 1
  }
  return { counts, none }
}
