import type { Compiled } from '../cash/compile.ts'
import { type Multipliers, programmeFlows, type View } from '../cash/programme-flows.ts'
import type { Scenario } from '../document/schema.ts'
import type { Solver } from '../games/lp.ts'
import { contextFor } from '../sharing/context.ts'
import { ruleInForce } from '../sharing/loss-rule.ts'
import { hasBenefit, type Totals, totals } from '../sharing/programme.ts'
import { type Rule, share } from '../sharing/rules.ts'
import { waterfall } from '../sharing/waterfall.ts'
import { presentValue } from '../value/discounting.ts'

export interface Positions {
  /** The rule applied; lying where it falls, where the one in force cannot be used. */
  rule: Rule
  /** Net present value to each partner when outcomes and investment come out multiplied. */
  at: (multipliers: Required<Multipliers>) => number[]
}

/** Each partner's net position under a draw, given the shares agreed at plan. */
export function positions(scenario: Scenario, compiled: Compiled, view: View, solve?: Solver): Positions {
  const plan = programmeFlows(compiled, view)
  const planned = totals(plan)
  const wanted = ruleInForce(scenario.sharing, planned.npv)
  const split = share(wanted, plan, planned, contextFor(scenario, planned, solve))
  if ('refused' in split) return { rule: 'liesWhereItFalls', at: linear(compiled, view, planned) }
  if (wanted === 'waterfall') return { rule: wanted, at: repaid(compiled, view, planned) }
  return { rule: wanted, at: linear(compiled, view, planned, split.nets) }
}

const repaid =
  (compiled: Compiled, view: View, planned: Totals): Positions['at'] =>
  (multipliers) => {
    const drawn = programmeFlows(compiled, view, multipliers)
    const sum = totals(drawn)
    return waterfall(drawn, sum, planned).map((row, i) => presentValue(row, drawn.factors) - sum.pvCost[i]!)
  }

/**
 * Nets that follow the draw in a straight line: each partner has its own benefit, or its agreed share of
 * all benefit, less its own cost; a transfer agreed where there was no benefit follows the cost.
 */
function linear(compiled: Compiled, view: View, planned: Totals, nets?: readonly number[]): Positions['at'] {
  const { outcomes, investments } = presentValues(compiled, view)
  const shares =
    nets && hasBenefit(planned)
      ? nets.map((net, i) => (net + planned.pvCost[i]!) / planned.benefit)
      : undefined
  const onCost =
    nets && !shares && planned.cost > 0
      ? nets.map((net, i) => (net - planned.pvBenefit[i]! + planned.pvCost[i]!) / planned.cost)
      : undefined
  return (multipliers) => {
    const own = sum(outcomes, multipliers.outcomes, compiled.partners.length)
    const paid = sum(investments, multipliers.investments, compiled.partners.length)
    const benefit = own.reduce((a, b) => a + b, 0)
    const cost = paid.reduce((a, b) => a + b, 0)
    return own.map(
      (amount, i) => (shares ? shares[i]! * benefit : amount) - paid[i]! + (onCost?.[i] ?? 0) * cost,
    )
  }
}

function sum(parts: readonly (readonly number[])[], by: readonly number[], n: number): number[] {
  const found = new Array<number>(n).fill(0)
  for (let p = 0; p < parts.length; p += 1) for (let i = 0; i < n; i += 1) found[i]! += parts[p]![i]! * by[p]!
  return found
}

/** Present value of each outcome and each item of investment to each partner. */
function presentValues(compiled: Compiled, view: View): { outcomes: number[][]; investments: number[][] } {
  const only = (outcome: number, investment: number) =>
    totals(
      programmeFlows(compiled, view, {
        outcomes: compiled.outcomes.map((_, o) => Number(o === outcome)),
        investments: compiled.investments.map((_, c) => Number(c === investment)),
      }),
    )
  return {
    outcomes: compiled.outcomes.map((_, o) => only(o, -1).pvBenefit),
    investments: compiled.investments.map((_, c) => only(-1, c).pvCost),
  }
}
