import { nice, ticks } from 'd3-array'

/** A straight scale from pounds to 0..100, with nought on it and round marks. */
export interface Axis {
  at: (value: number) => number
  ticks: number[]
  low: number
  high: number
}

export function axis(values: readonly number[], marks = 5): Axis {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const [low, high] = least === most ? [0, 1] : (nice(least, most, marks) as [number, number])
  return { at: (value) => ((value - low) / (high - low)) * 100, ticks: ticks(low, high, marks), low, high }
}
