import type { Compiled } from '../cash/compile.ts'
import { chainOf } from '../cash/outcome-flow.ts'
import type { View } from '../cash/programme-flows.ts'
import type { Scenario } from '../document/schema.ts'
import {
  type DiscountSchedule,
  discountFactors,
  flatRate,
  presentValue,
  rateAt,
} from '../value/discounting.ts'
import { switchingValue, switchingValueBetween } from './switching.ts'

/** One input of a scenario and how net present value follows it: a straight line. */
export interface LinearInput {
  id: string
  name: string
  value: number
  /** Pounds of net present value for one more of the input. */
  slope: number
  low: number
  high: number
}

const TEN_PER_CENT = 0.1

/**
 * The inputs net present value is linear in: each step of each outcome's chain, its unit value, and each
 * item of investment. Low and high are the scenario's ranges, or a tenth either way.
 */
export function linearInputs(scenario: Scenario, compiled: Compiled, view: View): LinearInput[] {
  const found: LinearInput[] = []
  const add = (
    id: string,
    name: string,
    value: number,
    slope: number,
    range?: { low: number; high: number },
  ) =>
    found.push({
      id,
      name,
      value,
      slope,
      low: range?.low ?? value - Math.abs(value) * TEN_PER_CENT,
      high: range?.high ?? value + Math.abs(value) * TEN_PER_CENT,
    })
  scenario.outcomes.forEach((outcome, at) => {
    const flow = compiled.outcomes[at]!
    const counted = flow.split.reduce(
      (sum, part) => sum + part.share * (view.basis === 'cashable' ? part.cashable : 1),
      0,
    )
    const pv = presentValue(flow.fiscal, compiled.factors) * counted
    const range = (parameter: string) =>
      scenario.ranges.find((entry) => entry.outcome === outcome.id && entry.parameter === parameter)
    const each = (parameter: string, value: number, slope: number) =>
      add(`${outcome.id}.${parameter}`, `${outcome.name}: ${parameter}`, value, slope, range(parameter))
    if (outcome.value.fiscal !== 0) each('fiscal', outcome.value.fiscal, pv / outcome.value.fiscal)
    const chain = chainOf(outcome.effect)
    if (!chain) return
    for (const key of ['population', 'prevalence', 'engagement'] as const)
      if (chain[key] !== 0) each(key, chain[key], pv / chain[key])
    if (outcome.effect.kind === 'chain') {
      if (chain.success !== 0) each('success', chain.success, pv / chain.success)
      if (chain.deadweight < 1) each('deadweight', chain.deadweight, -pv / (1 - chain.deadweight))
    }
  })
  scenario.investment.forEach((item, at) => {
    if (item.kind === 'inKind' && !view.inKind) return
    const pv = presentValue(compiled.investments[at]!.cost, compiled.factors)
    if (pv !== 0) add(`${item.id}.cost`, `${item.name}: cost, as a multiple of plan`, 1, -pv)
  })
  return found
}

export interface Switching {
  id: string
  name: string
  value: number
  /** Value at which net present value is nothing, or null where none does it. */
  switching: number | null
  /** Whether the input can take that value: a share between 0 and 1, anything else not below nothing. */
  possible: boolean
}

const SHARES = /\.(prevalence|engagement|success|deadweight)$/

/** The value of each input at which net present value is nothing, the others as planned. */
export const switchingValues = (inputs: readonly LinearInput[], npv: number): Switching[] =>
  inputs.map(({ id, name, value, slope }) => {
    const at = switchingValue(value, npv, slope)
    const possible = at !== null && at >= 0 && (!SHARES.test(id) || at <= 1)
    return { id, name, value, switching: at, possible }
  })

/** The one discount rate at which net present value is nothing, found by bisection up to 1,000%. */
export function switchingRate(flow: readonly number[], schedule: DiscountSchedule): Switching {
  const npvAt = (rate: number) => presentValue(flow, discountFactors(flatRate(rate), flow.length))
  const switching = switchingValueBetween(npvAt, -0.5, 10)
  const value = rateAt(schedule, 1)
  return { id: 'discount-rate', name: 'Discount rate', value, switching, possible: (switching ?? -1) >= 0 }
}

export interface TornadoBar {
  id: string
  name: string
  low: number
  high: number
  npvAtLow: number
  npvAtHigh: number
}

/** Net present value at each input's low and high, one at a time, the widest first. */
export const tornado = (inputs: readonly LinearInput[], npv: number): TornadoBar[] =>
  inputs
    .map(({ id, name, low, high, value, slope }) => ({
      id,
      name,
      low,
      high,
      npvAtLow: npv + slope * (low - value),
      npvAtHigh: npv + slope * (high - value),
    }))
    .sort(
      (a, b) =>
        Math.abs(b.npvAtHigh - b.npvAtLow) - Math.abs(a.npvAtHigh - a.npvAtLow) || (a.id < b.id ? -1 : 1),
    )
