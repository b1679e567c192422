import { nice, ticks } from 'd3-array'

/** A straight scale from pounds to 0..100, with round marks. */
export interface Axis {
  at: (value: number) => number
  ticks: number[]
  low: number
  high: number
}

/** A scale with nought on it. */
export const axis = (values: readonly number[], marks = 5): Axis => between([0, ...values], marks)

/** A scale that ends where the values do, with nought on it, for marks that carry their own figures. */
export function tight(values: readonly number[]): Axis {
  const [low, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const high = low === most ? low + 1 : most
  return { at: (value) => ((value - low) / (high - low)) * 100, ticks: [], low, high }
}

/** A scale over the values alone, for what is read against a line of its own and not against nought. */
export function between(values: readonly number[], marks = 5): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const [low, high] = least === most ? [least, least + 1] : (nice(least, most, marks) as [number, number])
  return { at: (value) => ((value - low) / (high - low)) * 100, ticks: ticks(low, high, marks), low, high }
}
