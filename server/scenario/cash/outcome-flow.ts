import type { Scenario } from '../document/schema.ts'
import type { Parameters } from '../parameters.ts'
import { type ChainSteps, chainSteps, fromPercentagePoints } from '../value/benefits-chain.ts'
import { rebase } from '../value/prices.ts'
import { attainment, delayed, persistence, weights } from '../value/profiles.ts'
import { benefitBiasRate } from './bias-rates.ts'

type Outcome = Scenario['outcomes'][number]

/** An outcome in money: what one unit of profile is worth and when it comes, after optimism bias. */
export interface OutcomeFlow {
  id: string
  /** People at each step, or null for a total given outright. */
  steps: ChainSteps | null
  /** Pounds of the price base to public bodies by year. */
  fiscal: number[]
  /** Pounds to people and business, and to wellbeing, by year. */
  wider: number[]
  /** Partner position, share of the fiscal value, cashable part of it; shares add to one. */
  split: { partner: number; share: number; cashable: number; transfer: boolean }[]
}

/** Success and deadweight of an effect however it was put; null for a total. */
export function chainOf(effect: Outcome['effect']) {
  if (effect.kind === 'total') return null
  const { population, prevalence, engagement } = effect
  const rates = effect.kind === 'chain' ? effect : fromPercentagePoints(effect)
  return { population, prevalence, engagement, success: rates.success, deadweight: rates.deadweight }
}

/** Share of the full yearly value in each year; for a total, weights that add to one but for a lag. */
function profileOf(outcome: Outcome, years: number): number[] {
  const attained = attainment(outcome.ramp, years)
  const late = delayed(outcome.effect.kind === 'total' ? weights(attained) : attained, outcome.lag)
  const kept = outcome.dropOff
    ? persistence(outcome.dropOff.rate, outcome.dropOff.from, years)
    : outcome.persistence
  return kept ? late.map((part, t) => part * (kept[t] ?? kept.at(-1)!)) : late
}

/** An outcome's yearly value, rebased to the scenario's prices and corrected for optimism. */
export function outcomeFlow(outcome: Outcome, scenario: Scenario, parameters: Parameters): OutcomeFlow {
  const chain = chainOf(outcome.effect)
  const steps = chain ? chainSteps(chain) : null
  const { value } = outcome
  const deflator = parameters.deflators[scenario.deflator]!
  const kept = (steps?.attributable ?? 1) * (1 - benefitBiasRate(outcome, parameters))
  const worth = (amount: number) => kept * rebase(amount, deflator, value.priceYear, scenario.priceBase)
  const profile = profileOf(outcome, scenario.horizon)
  const whole = outcome.split.reduce((sum, part) => sum + part.share, 0)
  const flow = (amount: number) => profile.map((part) => part * worth(amount))
  return {
    id: outcome.id,
    steps,
    fiscal: flow(value.fiscal),
    wider: flow((value.economic ?? 0) + (value.social ?? 0)),
    split: outcome.split.map((part) => ({
      partner: scenario.partners.findIndex((entry) => entry.id === part.partner),
      share: part.share / whole,
      cashable: part.cashable,
      transfer: part.transfer ?? false,
    })),
  }
}
