export interface Payback {
  /** First year in which the cumulative flow is not negative, or null. */
  first: number | null
  /** First year from which the cumulative flow is never again negative, or null. */
  sustained: number | null
}

/**
 * Payback of a flow by year, as year indices from 0. A cumulative shortfall smaller than a millionth of
 * a pound, or of the money at stake, is rounding and counts as none.
 */
export function payback(flow: readonly number[], factors?: readonly number[]): Payback {
  const scale = flow.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0)
  const allowance = Math.min(1e-6, scale * 1e-9)
  let first: number | null = null
  let sustained: number | null = null
  let sum = 0
  for (let t = 0; t < flow.length; t += 1) {
    sum += flow[t]! * (factors?.[t] ?? 1)
    if (sum >= -allowance) {
      first ??= t
      sustained ??= t
    } else sustained = null
  }
  return { first, sustained }
}
