import { compile } from '../cash/compile.ts'
import type { Multipliers, View } from '../cash/programme-flows.ts'
import type { Scenario } from '../document/schema.ts'
import type { Solver } from '../games/lp.ts'
import type { Parameters } from '../parameters.ts'
import type { Rule } from '../sharing/rules.ts'
import { jointDraws } from './draws.ts'
import { type Generator, seeded } from './generator.ts'
import { positions } from './positions.ts'
import { type Spread, spreadOf } from './summary.ts'

export interface Simulation {
  rule: Rule
  seed: number
  draws: number
  programme: Spread
  /** Net position of each partner, with the shares agreed at plan applied to each draw. */
  partners: Record<string, Spread>
}

/** A simulation that can be carried on in pieces, so that whoever runs it can report and stop. */
export interface Run {
  readonly draws: number
  /** Makes up to `most` more draws and says how many have been made. */
  more: (most: number) => number
  /** Summary of the draws made so far. */
  result: () => Simulation
}

/**
 * Prepares the draws of a scenario's uncertainty. Each draw multiplies outcomes and items of investment;
 * the programme's and each partner's net present value follow, partners keeping the share of benefit
 * agreed at plan, or under the waterfall being repaid in the same order.
 *
 * @throws RangeError where the scenario has no uncertainty.
 */
export function simulation(
  scenario: Scenario,
  parameters: Parameters,
  options: { solve?: Solver; random?: Generator } = {},
): Run {
  const { uncertainty } = scenario
  if (!uncertainty) throw new RangeError('the scenario has no uncertainty to draw from')
  const compiled = compile(scenario, parameters)
  const view: View = { basis: scenario.sharing.basis, inKind: scenario.sharing.countInKind }
  const place = new Map(uncertainty.variables.map((variable, i) => [variable.id, i]))
  const next = jointDraws(
    uncertainty.variables,
    uncertainty.correlations.map(({ a, b, correlation }) => ({
      a: place.get(a)!,
      b: place.get(b)!,
      correlation,
    })),
    options.random ?? seeded(uncertainty.seed),
  )
  const position = positions(scenario, compiled, view, options.solve)
  const multiplied = multipliersOf(scenario)
  const n = compiled.partners.length
  const all = new Float64Array(uncertainty.draws)
  const each = compiled.partners.map(() => new Float64Array(uncertainty.draws))
  let made = 0
  return {
    draws: uncertainty.draws,
    more: (most) => {
      const until = Math.min(uncertainty.draws, made + most)
      for (; made < until; made += 1) {
        const nets = position.at(multiplied(next()))
        let sum = 0
        for (let i = 0; i < n; i += 1) {
          each[i]![made] = nets[i]!
          sum += nets[i]!
        }
        all[made] = sum
      }
      return made
    },
    result: () => ({
      rule: position.rule,
      seed: uncertainty.seed,
      draws: made,
      programme: spreadOf(all.subarray(0, made)),
      partners: Object.fromEntries(
        compiled.partners.map((id, i) => [id, spreadOf(each[i]!.subarray(0, made))]),
      ),
    }),
  }
}

/** Turns one draw into a multiplier for every outcome and every item of investment. */
function multipliersOf({
  uncertainty,
  outcomes,
  investment,
}: Scenario): (draw: number[]) => Required<Multipliers> {
  const aims = uncertainty!.variables.map(({ of }) => ({
    outcomes: outcomes.map(
      (item) => of === 'benefits' || (typeof of === 'object' && 'outcome' in of && of.outcome === item.id),
    ),
    investments: investment.map(
      (item) => of === 'costs' || (typeof of === 'object' && 'investment' in of && of.investment === item.id),
    ),
  }))
  return (draw) => {
    const by = { outcomes: outcomes.map(() => 1), investments: investment.map(() => 1) }
    aims.forEach((aim, v) => {
      for (let o = 0; o < outcomes.length; o += 1) if (aim.outcomes[o]) by.outcomes[o]! *= draw[v]!
      for (let c = 0; c < investment.length; c += 1) if (aim.investments[c]) by.investments[c]! *= draw[v]!
    })
    return by
  }
}
