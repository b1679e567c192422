/**
 * A social time preference rate by year, in steps. `steps` are in order of year; each rate (a fraction,
 * 0.035 for 3.5%) applies from its year until the next step begins. `asAt` is the day its source said so.
 */
export interface DiscountSchedule {
  id: string
  steps: readonly { fromYear: number; rate: number }[]
  asAt?: string
  source?: string
}

/** A schedule with one rate for ever. */
export const flatRate = (rate: number): DiscountSchedule => ({
  id: `flat ${rate}`,
  steps: [{ fromYear: 0, rate }],
})

/** The rate for year t of a schedule. */
export function rateAt(schedule: DiscountSchedule, t: number): number {
  let rate = schedule.steps[0]!.rate
  for (const step of schedule.steps) if (step.fromYear <= t) rate = step.rate
  return rate
}

/**
 * Discount factors for years 0 to `years - 1`. Year 0 is undiscounted and one-year factors chain, so a
 * rate that steps down at year 31 divides the year-30 factor once (HM Treasury, Green Book).
 */
export function discountFactors(schedule: DiscountSchedule, years: number): number[] {
  const factors: number[] = []
  for (let t = 0; t < years; t += 1) factors.push(t === 0 ? 1 : factors[t - 1]! / (1 + rateAt(schedule, t)))
  return factors
}

/** Present value of one amount a year, year 0 first. */
export const presentValue = (flow: readonly number[], factors: readonly number[]): number => {
  let sum = 0
  for (let t = 0; t < flow.length; t += 1) sum += flow[t]! * factors[t]!
  return sum
}

/** Present value of £1 a year in years 1 to `years`. */
export const annuityFactor = (schedule: DiscountSchedule, years: number): number =>
  discountFactors(schedule, years + 1)
    .slice(1)
    .reduce((a, b) => a + b, 0)

/**
 * Social time preference rate: pure time preference, life risk, and the growth of consumption valued at
 * the elasticity of marginal utility (Ramsey, as in the Green Book).
 */
export const socialTimePreference = (parts: {
  pureTimePreference: number
  lifeRisk: number
  elasticity: number
  growth: number
}): number => parts.pureTimePreference + parts.lifeRisk + parts.elasticity * parts.growth
