/** Upper and lower bounds of optimism bias for a kind of capital project, as fractions. */
export interface ProjectBias {
  type: string
  capital: { upper: number; lower: number } | null
  operating: { upper: number; lower: number } | null
  duration: { upper: number; lower: number } | null
}

/** Corrections to costs (added) and benefits (taken off) for a grade of confidence, as fractions. */
export interface GradeBias {
  grade: number
  costs: number
  benefits: number
}

/** Bias left after the share of it that management has removed, never below the lower bound. */
export const mitigatedBias = (upper: number, mitigation: number, lower = 0): number =>
  Math.max(lower, upper * (1 - mitigation))

/** Upper bound for a project of several types: their bounds weighted by share of capital value. */
export const mixedBias = (mix: readonly { share: number; upper: number }[]): number =>
  mix.reduce((sum, part) => sum + part.share * part.upper, 0)

/**
 * Bias left when contributory factors, each a share of the whole, have been managed
 * (Mott MacDonald 2002, worked example of works duration).
 */
export function managedBias(upper: number, managed: readonly number[]): { managed: number; left: number } {
  const total = managed.reduce((a, b) => a + b, 0)
  return { managed: total, left: upper * (1 - total) }
}

/** An amount with bias added. */
export const withBias = (amount: number, bias: number): number => amount * (1 + bias)

/** Capital cost at contract award: bias taken as a whole per cent, and the cost of managing risk. */
export function contractAward(terms: {
  upper: number
  reduction: number
  capital: number
  riskManagement: number
}): { bias: number; rounded: number; total: number } {
  const bias = terms.upper * (1 - terms.reduction)
  const rounded = Math.round(bias * 100) / 100
  return { bias, rounded, total: withBias(terms.capital, rounded) + terms.riskManagement }
}

/** The worst of several grades: our reading, as the published rule for combining them was not found. */
export const worstGrade = (grades: readonly number[]): number => Math.max(...grades)
