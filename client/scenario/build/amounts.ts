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

/** Whole pounds in the proportions of a profile; what rounding leaves over goes to the largest remainders. */
export function inProportion(total: number, profile: readonly number[]): number[] {
  const whole = sum(profile)
  const exact = profile.map((part) => (Math.round(total) * part) / whole)
  const amounts = exact.map(Math.floor)
  const over = Math.round(total) - sum(amounts)
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, over)) amounts[at]! += 1
  return amounts
}

export const sum = (values: readonly (number | undefined | null)[] = []) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)
