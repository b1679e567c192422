export interface Payback {
  /** First year in which the cumulative flow is not negative, or null. */
  first: number | null
  /** First year from which the cumulative flow is never again negative, or null. */
  sustained: number | null
}

/** The largest amount in some flows, by which to tell rounding from money. */
export const largest = (...flows: readonly (readonly number[])[]): number =>
  flows.reduce((most, flow) => flow.reduce((m, amount) => Math.max(m, Math.abs(amount)), most), 0)

/**
 * Payback of a flow by year, as year indices from 0. A cumulative shortfall below a million-millionth of
 * `stake`, the largest amount the flow was worked out from, is rounding and counts as none.
 */
export function payback(
  flow: readonly number[],
  factors?: readonly number[],
  stake: number = largest(flow),
): Payback {
  const allowance = stake * 1e-12
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
