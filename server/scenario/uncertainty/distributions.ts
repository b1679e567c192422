import { betaCdf, betaQuantile } from './beta.ts'
import { normalCdf, normalQuantile } from './normal.ts'

export type Distribution =
  | { distribution: 'triangular' | 'pert'; min: number; mode: number; max: number }
  | { distribution: 'uniform'; min: number; max: number }
  | { distribution: 'normal'; mean: number; sd: number }

/** Shape parameters of the beta behind a PERT, which weights the mode four times. */
export const pertShape = (min: number, mode: number, max: number): { alpha: number; beta: number } => ({
  alpha: 1 + (4 * (mode - min)) / (max - min),
  beta: 1 + (4 * (max - mode)) / (max - min),
})

const point = (d: Distribution) => (d.distribution === 'normal' ? d.sd === 0 : d.min === d.max)

export function mean(d: Distribution): number {
  if (d.distribution === 'normal') return d.mean
  if (d.distribution === 'uniform') return (d.min + d.max) / 2
  return d.distribution === 'pert' ? (d.min + 4 * d.mode + d.max) / 6 : (d.min + d.mode + d.max) / 3
}

export function variance(d: Distribution): number {
  if (point(d)) return 0
  if (d.distribution === 'normal') return d.sd ** 2
  const { min: a, max: b } = d
  if (d.distribution === 'uniform') return (b - a) ** 2 / 12
  const m = d.mode
  if (d.distribution === 'triangular') return (a * a + m * m + b * b - a * m - a * b - m * b) / 18
  const { alpha, beta } = pertShape(a, m, b)
  return ((b - a) ** 2 * alpha * beta) / ((alpha + beta) ** 2 * (alpha + beta + 1))
}

/** Probability of no more than x. */
export function cdf(d: Distribution, x: number): number {
  if (point(d)) return x >= mean(d) ? 1 : 0
  if (d.distribution === 'normal') return normalCdf((x - d.mean) / d.sd)
  const { min: a, max: b } = d
  if (x <= a) return 0
  if (x >= b) return 1
  if (d.distribution === 'uniform') return (x - a) / (b - a)
  if (d.distribution === 'pert') {
    const { alpha, beta } = pertShape(a, d.mode, b)
    return betaCdf((x - a) / (b - a), alpha, beta)
  }
  return x < d.mode
    ? (x - a) ** 2 / ((b - a) * (d.mode - a))
    : 1 - (b - x) ** 2 / ((b - a) * (b - d.mode || 1))
}

/** Value not exceeded with probability u. */
export function quantile(d: Distribution, u: number): number {
  if (point(d)) return mean(d)
  if (d.distribution === 'normal') return d.mean + d.sd * normalQuantile(u)
  const { min: a, max: b } = d
  if (d.distribution === 'uniform') return a + u * (b - a)
  if (d.distribution === 'pert') {
    const { alpha, beta } = pertShape(a, d.mode, b)
    return a + (b - a) * betaQuantile(u, alpha, beta)
  }
  const atMode = (d.mode - a) / (b - a)
  return u < atMode
    ? a + Math.sqrt(u * (b - a) * (d.mode - a))
    : b - Math.sqrt((1 - u) * (b - a) * (b - d.mode))
}

const STEPS = 1024

/** A quick quantile function for many draws: exact but for the PERT, read from a table between its tails. */
export function sampler(d: Distribution): (u: number) => number {
  if (d.distribution !== 'pert' || point(d)) return (u) => quantile(d, u)
  const table = Float64Array.from({ length: STEPS + 1 }, (_, i) => quantile(d, i / STEPS))
  return (u) => {
    const at = u * STEPS
    const i = Math.min(STEPS - 1, Math.floor(at))
    if (i < 2 || i >= STEPS - 2) return quantile(d, u)
    return table[i]! + (at - i) * (table[i + 1]! - table[i]!)
  }
}
