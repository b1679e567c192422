import { type Appraisal, appraise } from './appraisal/indicators.ts'
import { type Sensitivity, sensitivities } from './appraisal/sensitivities.ts'
import { breakEven } from './appraisal/switching.ts'
import { compile } from './cash/compile.ts'
import { economicFlows } from './cash/programme-flows.ts'
import type { Scenario } from './document/schema.ts'
import type { Parameters } from './parameters.ts'
import { presentValue } from './value/discounting.ts'

/** The economic case alone: resource costs and benefits to everybody, and how far the answer rests on them. */
export interface EconomicCase {
  /** Pounds of the price base by year. */
  costs: number[]
  benefits: number[]
  appraisal: Appraisal
  /** Present value by outcome: to public bodies, saved transfer payments left out of it, and to people and business. */
  outcomes: { id: string; fiscal: number; transfers: number; wider: number }[]
  sensitivities: Sensitivity[]
  breakEven: { benefitsFall: number | null; costsRise: number | null }
}

/** Works out the economic case with the tests the Green Book asks for, in unrounded pounds of the price base. */
export function economicCase(scenario: Scenario, parameters: Parameters): EconomicCase {
  const compiled = compile(scenario, parameters)
  const { factors, outcomes } = compiled
  const { costs, benefits } = economicFlows(compiled)
  const appraisal = appraise(costs, benefits, factors)
  return {
    costs,
    benefits,
    appraisal,
    outcomes: outcomes.map(({ id, fiscal, wider, split }) => {
      const moved = split.reduce((sum, part) => sum + (part.transfer ? part.share : 0), 0)
      const value = presentValue(fiscal, factors)
      return {
        id,
        fiscal: value * (1 - moved),
        transfers: value * moved,
        wider: presentValue(wider, factors),
      }
    }),
    sensitivities: sensitivities(costs, benefits, factors, parameters.schedules.reduced),
    breakEven: breakEven(appraisal.pvBenefit, appraisal.pvCost),
  }
}
