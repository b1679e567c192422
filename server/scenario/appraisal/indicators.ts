import { presentValue } from '../value/discounting.ts'
import { largest, type Payback, payback } from './payback.ts'

export interface Appraisal {
  pvCost: number
  pvBenefit: number
  /** Net present value; as a budget impact, plus is a net saving. */
  npv: number
  /** Benefit-cost ratio, null where nothing is spent. */
  bcr: number | null
  /** Net present value as an equal amount in each year after year 0, null for a horizon of one year. */
  equivalentAnnual: number | null
  payback: { discounted: Payback; undiscounted: Payback }
  irr: number | null
}

/** Ratio, or null where there is nothing to divide by. */
export const ratio = (over: number, under: number): number | null => (under === 0 ? null : over / under)

/** Net present value as equal yearly amounts in years 1 to n: npv over the sum of their factors. */
export function equivalentAnnual(npv: number, factors: readonly number[]): number | null {
  let sum = 0
  for (let t = 1; t < factors.length; t += 1) sum += factors[t]!
  return ratio(npv, sum)
}

/**
 * Present values, net present value, benefit-cost ratio, equivalent annual value, payback and internal
 * rate of return of costs and benefits by year (both positive; a positive net is a gain).
 */
export function appraise(
  costs: readonly number[],
  benefits: readonly number[],
  factors: readonly number[],
): Appraisal {
  const flow = factors.map((_, t) => (benefits[t] ?? 0) - (costs[t] ?? 0))
  const pvCost = presentValue(costs, factors)
  const pvBenefit = presentValue(benefits, factors)
  const npv = pvBenefit - pvCost
  const stake = largest(costs, benefits)
  return {
    pvCost,
    pvBenefit,
    npv,
    bcr: ratio(pvBenefit, pvCost),
    equivalentAnnual: equivalentAnnual(npv, factors),
    payback: { discounted: payback(flow, factors, stake), undiscounted: payback(flow, undefined, stake) },
    irr: internalRate(flow),
  }
}

/** A portfolio's return: the sums of present values, never the mean of ratios. */
export function portfolio(parts: readonly { pvCost: number; pvBenefit: number }[]): {
  npv: number
  bcr: number | null
} {
  const cost = parts.reduce((sum, part) => sum + part.pvCost, 0)
  const benefit = parts.reduce((sum, part) => sum + part.pvBenefit, 0)
  return { npv: benefit - cost, bcr: ratio(benefit, cost) }
}

/**
 * Internal rate of return by bisection between -99% and 100,000%. Null where the flow changes sign
 * other than once, in which case there may be no rate or several.
 */
export function internalRate(flow: readonly number[]): number | null {
  const signs = flow.filter((amount) => amount !== 0).map(Math.sign)
  const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length
  if (changes !== 1) return null
  const value = (rate: number) => flow.reduceRight((later, amount) => amount + later / (1 + rate), 0)
  return bisect(value, -0.99, 1000)
}

/** Root of a continuous function between two bounds, or null where it has the same sign at both. */
export function bisect(value: (x: number) => number, low: number, high: number): number | null {
  const atLow = value(low)
  if (atLow === 0) return low
  if (Math.sign(atLow) === Math.sign(value(high))) return null
  let [a, b] = [low, high]
  for (let turn = 0; turn < 200 && b - a > 1e-15 * Math.max(1, Math.abs(a)); turn += 1) {
    const middle = (a + b) / 2
    if (Math.sign(value(middle)) === Math.sign(atLow)) a = middle
    else b = middle
  }
  return (a + b) / 2
}
