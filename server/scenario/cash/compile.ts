import type { Scenario } from '../document/schema.ts'
import type { Parameters } from '../parameters.ts'
import { type DiscountSchedule, discountFactors, flatRate } from '../value/discounting.ts'
import { withBias } from '../value/optimism-bias.ts'
import { rebase } from '../value/prices.ts'
import { costBiasRate } from './bias-rates.ts'
import { contributionShares } from './contributions.ts'
import { type OutcomeFlow, outcomeFlow } from './outcome-flow.ts'

export interface InvestmentFlow {
  id: string
  kind: 'capital' | 'revenue' | 'inKind'
  transfer: boolean
  /** Pounds of the price base by year, with optimism bias. */
  cost: number[]
  /** Share borne by each partner. */
  borne: number[]
}

/** A scenario as money by year, before anybody asks a question of it. */
export interface Compiled {
  partners: string[]
  years: number
  schedule: DiscountSchedule
  factors: number[]
  investments: InvestmentFlow[]
  outcomes: OutcomeFlow[]
  /** Who stands for each partner in each year: itself, or its successor once it has ended. */
  bearer: number[][]
}

export const scheduleFor = ({ discounting }: Scenario, { schedules }: Parameters): DiscountSchedule =>
  'rate' in discounting ? flatRate(discounting.rate) : schedules[discounting.schedule]!

/** Every item of a scenario rebased, corrected for optimism and laid out by year. */
export function compile(scenario: Scenario, parameters: Parameters): Compiled {
  const { horizon, partners } = scenario
  const deflator = parameters.deflators[scenario.deflator]!
  const schedule = scheduleFor(scenario, parameters)
  const costs = scenario.investment.map((item) => {
    const factor = 1 + costBiasRate(item, parameters)
    return Array.from({ length: horizon }, (_, t) =>
      rebase(withBias(item.amounts[t] ?? 0, factor - 1), deflator, item.priceYear, scenario.priceBase),
    )
  })
  const pooled = scenario.investment.map((item, i) =>
    item.borneBy ? 0 : costs[i]!.reduce((a, b) => a + b, 0),
  )
  const k = contributionShares(
    scenario,
    pooled.reduce((a, b) => a + b, 0),
  )
  return {
    partners: partners.map((partner) => partner.id),
    years: horizon,
    schedule,
    factors: discountFactors(schedule, horizon),
    investments: scenario.investment.map((item, i) => ({
      id: item.id,
      kind: item.kind,
      transfer: item.transfer ?? false,
      cost: costs[i]!,
      borne: item.borneBy ? partners.map((partner) => Number(partner.id === item.borneBy)) : k,
    })),
    outcomes: scenario.outcomes.map((outcome) => outcomeFlow(outcome, scenario, parameters)),
    bearer: bearers(scenario),
  }
}

function bearers({ partners, horizon }: Scenario): number[][] {
  const place = new Map(partners.map((partner, i) => [partner.id, i]))
  return partners.map((_, first) =>
    Array.from({ length: horizon }, (__, t) => {
      let i = first
      for (let turn = 0; turn < partners.length; turn += 1) {
        const { lastYear, successor } = partners[i]!
        if (lastYear === undefined || t <= lastYear || successor === undefined) break
        i = place.get(successor)!
      }
      return i
    }),
  )
}
