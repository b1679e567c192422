import { type Programme, totals } from '../../../server/scenario/sharing/programme.ts'
import { cdf, type Distribution, mean, sampler } from '../../../server/scenario/uncertainty/distributions.ts'
import { seeded } from '../../../server/scenario/uncertainty/generator.ts'
import { spreadOf } from '../../../server/scenario/uncertainty/summary.ts'

/** Simulates a multiplier on all benefits and throws where it misses the exact figures by too much. */
export function checkMultiplier(
  programme: Programme,
  d: Distribution,
  allowed: Record<string, number>,
): void {
  const { cost, benefit } = totals(programme)
  const random = seeded(2009)
  const sample = sampler(d)
  const draws = Float64Array.from({ length: allowed.runs ?? 10000 }, () => sample(random()) * benefit - cost)
  const found = spreadOf(draws)
  const off = (a: number, b: number, by = Infinity) => Math.abs(a - b) > by
  if (off(found.probabilityOfLoss, cdf(d, cost / benefit), allowed.probabilityAbs))
    throw new Error('simulated probability of loss is off')
  if (off(found.mean, mean(d) * benefit - cost, allowed.meanNpvAbs)) throw new Error('simulated mean is off')
}
