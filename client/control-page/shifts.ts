export interface Shift {
  from: number
  to: number
  amount: number
}

/** What one rule of a list does to the lines of the places on screen, after the rules above it. */
export interface RuleEffect {
  /** Pounds that change class. */
  moved: number
  shifts: readonly Shift[]
  /** Whether any money here meets its tests. */
  fits: boolean
}

/** Less than this is a remainder of figures in real terms, in pounds. */
const HALF = 0.5

/** What is left of some shifts when others are taken from them. */
export function shiftsBeyond(all: readonly Shift[], before: readonly Shift[]): Shift[] {
  return all.flatMap(({ from, to, amount }) => {
    const known = before.find((one) => one.from === from && one.to === to)?.amount ?? 0
    return Math.abs(amount - known) < HALF ? [] : [{ from, to, amount: amount - known }]
  })
}
