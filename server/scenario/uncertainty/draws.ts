import { cholesky, correlationMatrix } from './correlation.ts'
import { type Distribution, sampler } from './distributions.ts'
import type { Generator } from './generator.ts'
import { normalCdf, normalQuantile } from './normal.ts'

export interface Correlation {
  a: number
  b: number
  correlation: number
}

/**
 * A source of joint draws of several variables, one value each in order. Correlation is that of the
 * normals behind them (a Gaussian copula), so each variable keeps its own distribution.
 *
 * @throws RangeError where no variables could be so correlated.
 */
export function jointDraws(
  variables: readonly Distribution[],
  correlations: readonly Correlation[],
  random: Generator,
): () => number[] {
  const samplers = variables.map(sampler)
  if (correlations.length === 0) return () => samplers.map((sample) => sample(random()))
  const factor = cholesky(correlationMatrix(variables.length, correlations))
  if (!factor) throw new RangeError('no variables could have these correlations')
  return () => {
    const z = variables.map(() => normalQuantile(random()))
    return samplers.map((sample, i) => {
      let mixed = 0
      for (let j = 0; j <= i; j += 1) mixed += factor[i]![j]! * z[j]!
      return sample(normalCdf(mixed))
    })
  }
}
