/** A straight scale from pounds to pixels; nothing is always on it. */
export interface Scale {
  at(value: number): number
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 5, 10]

/** Round steps, about as many as asked for. */
function stepOf(span: number, about: number): number {
  const unit = 10 ** Math.floor(Math.log10(span / about))
  return unit * STEPS.find((one) => span / (unit * one) <= about + 0.5)!
}

/** A scale over values and nothing, from one pixel to another, with its round ticks. */
export function scaleOf(values: readonly number[], from: number, to: number, about = 5): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  const step = stepOf(span, about)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return {
    at: (value) => from + ((value - low) / span) * (to - from),
    ticks: Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step || 0),
  }
}
