export interface JusticeTerms {
  /** Cost of demand in the base year, in pounds. */
  demandCost: number
  /** Reduction that must be reached, as a fraction. */
  threshold: number
  /** Reduction beyond which nothing more is paid. */
  cap: number
}

// A reduction worked out in binary may miss its threshold by rounding.
const reached = (reduction: number, threshold: number) => reduction >= threshold - 1e-12

/**
 * Payment to local partners for cutting demand on the justice system, both ways the sources tell it.
 * 'stepped': half of the saving up to the threshold, then all of it up to the cap (Greater Manchester,
 * 2011). 'half': half of the whole saving, up to the cap (evidence to the Justice Committee, PB73).
 * Nothing below the threshold.
 */
export function justiceReinvestment(terms: JusticeTerms, reduction: number, way: 'stepped' | 'half'): number {
  const { demandCost, threshold, cap } = terms
  if (!reached(reduction, threshold)) return 0
  const counted = Math.min(reduction, cap)
  return way === 'half'
    ? demandCost * counted * 0.5
    : demandCost * (threshold * 0.5 + Math.max(0, counted - threshold))
}
