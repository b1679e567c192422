import {
  cdf,
  type Distribution,
  mean,
  pertShape,
  quantile,
  variance,
} from '../../../server/scenario/uncertainty/distributions.ts'
import { jointDraws } from '../../../server/scenario/uncertainty/draws.ts'
import { seeded } from '../../../server/scenario/uncertainty/generator.ts'
import { spreadOf } from '../../../server/scenario/uncertainty/summary.ts'
import type { Inputs, Shape } from '../types.ts'

const figures = (d: Distribution, { u }: Inputs) => ({
  mean: mean(d),
  variance: variance(d),
  quantile: (u ?? []).map((p: number) => quantile(d, p)),
  ...(d.distribution === 'triangular' ? { cdfAtMode: cdf(d, d.mode) } : {}),
})

/** Simulates a sum and throws where it misses its exact mean or spread by more than the vector allows. */
function checkBySimulation(parts: Distribution[], allowed: Record<string, number>): void {
  const next = jointDraws(parts, [], seeded(20041))
  const draws = Float64Array.from({ length: allowed.runs ?? 10000 }, () => next().reduce((a, b) => a + b, 0))
  const found = spreadOf(draws)
  const exact = parts.reduce((sum, part) => sum + mean(part), 0)
  const sd = Math.sqrt(parts.reduce((sum, part) => sum + variance(part), 0))
  if (Math.abs(found.mean - exact) > (allowed.meanAbs ?? Infinity)) throw new Error('simulated mean is off')
  if (Math.abs(found.sd / sd - 1) > (allowed.sdRel ?? Infinity)) throw new Error('simulated spread is off')
}

export const monteCarlo: Shape[] = [
  {
    needs: ['components'],
    work: ({ components }, { monteCarlo: allowed }) => {
      const parts: Distribution[] = components.map(([min, mode, max]: number[]) => ({
        distribution: 'triangular',
        min,
        mode,
        max,
      }))
      if (allowed) checkBySimulation(parts, allowed)
      return {
        mean: parts.reduce((sum, part) => sum + mean(part), 0),
        variance: parts.reduce((sum, part) => sum + variance(part), 0),
      }
    },
  },
  {
    needs: ['min', 'mode', 'max'],
    work: (inputs, { wanted }) => {
      const { min, mode, max } = inputs
      const pert = inputs.distribution === 'pert' || wanted.includes('alpha')
      const d: Distribution = { distribution: pert ? 'pert' : 'triangular', min, mode, max }
      return { ...figures(d, inputs), ...(pert ? pertShape(min, mode, max) : {}) }
    },
  },
  {
    needs: ['min', 'max'],
    work: (inputs) => figures({ distribution: 'uniform', min: inputs.min, max: inputs.max }, inputs),
  },
  {
    needs: ['mean', 'sd'],
    work: (inputs) => figures({ distribution: 'normal', mean: inputs.mean, sd: inputs.sd }, inputs),
  },
]
