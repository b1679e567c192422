/** Whole pounds spread evenly over some years, what rounding leaves over in the first of them. */
export function spread(total: number, from: number, years: number, horizon: number): number[] {
  const last = Math.min(horizon, from + years)
  const count = Math.max(0, last - from)
  if (count === 0) return Array.from({ length: horizon }, () => 0)
  const each = Math.trunc(total / count)
  const over = Math.round(total) - each * count
  return Array.from({ length: horizon }, (_, t) =>
    t < from || t >= last ? 0 : t - from < Math.abs(over) ? each + Math.sign(over) : each,
  )
}

export const sum = (values: readonly (number | undefined | null)[] = []) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

/** Amounts within a horizon; what lies beyond it is cut off. */
export const within = (amounts: readonly number[], horizon: number) => amounts.slice(0, horizon)
