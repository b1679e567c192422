/**
 * What happens to people: `population` x `prevalence` are the target; `engagement` of them take part;
 * `success` of those achieve the outcome, of which `deadweight` would have happened anyway.
 */
export interface Chain {
  population: number
  prevalence: number
  engagement: number
  success: number
  deadweight: number
}

export interface ChainSteps {
  target: number
  engaged: number
  successes: number
  attributable: number
}

/** People at each step of the chain (structure of the 2014 local partnerships guidance). */
export function chainSteps(chain: Chain): ChainSteps {
  const target = chain.population * chain.prevalence
  const engaged = target * chain.engagement
  const successes = engaged * chain.success
  return { target, engaged, successes, attributable: successes * (1 - chain.deadweight) }
}

/**
 * Evidence given as two rates, with the programme and without it, turned into a success rate and the
 * share of successes that is deadweight. The rate without is not itself the deadweight: 40% against 15%
 * is a deadweight of 37.5%, and entering 15% would overstate the benefit by 36%.
 */
export function fromPercentagePoints(rates: { with: number; without: number }): {
  success: number
  deadweight: number
} {
  return { success: rates.with, deadweight: rates.with === 0 ? 0 : rates.without / rates.with }
}

/** Parts of a unit value by agency as shares of their sum. */
export function apportionment(parts: Readonly<Record<string, number>>): {
  total: number
  shares: Record<string, number>
} {
  const total = Object.values(parts).reduce((a, b) => a + b, 0)
  const shares = Object.fromEntries(
    Object.entries(parts).map(([agency, part]) => [agency, total === 0 ? 0 : part / total]),
  )
  return { total, shares }
}

/**
 * The two values of one outcome. A saved transfer payment is money to the exchequer but no gain to
 * society, so it counts in the fiscal case alone.
 */
export const caseValues = (unit: {
  transfers: number
  services: number
  economic: number
  social?: number
}) => ({
  fiscal: unit.transfers + unit.services,
  publicValue: unit.services + unit.economic + (unit.social ?? 0),
})

/** A unit cost built from its parts and some weeks of a weekly cost. */
export const componentSum = (parts: readonly number[], weekly = 0, weeks = 0): number =>
  parts.reduce((a, b) => a + b, 0) + weekly * weeks
