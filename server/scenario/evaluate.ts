import { type Appraisal, appraise, ratio } from './appraisal/indicators.ts'
import {
  linearInputs,
  type Switching,
  switchingRate,
  switchingValues,
  type TornadoBar,
  tornado,
} from './appraisal/inputs.ts'
import { type Sensitivity, sensitivities } from './appraisal/sensitivities.ts'
import { breakEven } from './appraisal/switching.ts'
import { compile } from './cash/compile.ts'
import { type LedgerYear, ledger } from './cash/ledger.ts'
import { partnerFlows, type YearlyFlows } from './cash/partner-flows.ts'
import { economicFlows, programmeFlows, type View } from './cash/programme-flows.ts'
import type { Scenario } from './document/schema.ts'
import { keysOfGame } from './games/coalition-keys.ts'
import type { Solver } from './games/lp.ts'
import { type TermsResult, workOut } from './mechanisms/terms.ts'
import { type Notice, notices } from './notices.ts'
import type { Parameters } from './parameters.ts'
import { contextFor } from './sharing/context.ts'
import { type Holding, holding } from './sharing/holding.ts'
import { ruleInForce } from './sharing/loss-rule.ts'
import { type Outcome, outcome, type Refusal } from './sharing/outcome.ts'
import { byYear, totals } from './sharing/programme.ts'
import { RULES, type Rule } from './sharing/rules.ts'
import type { ChainSteps } from './value/benefits-chain.ts'

export interface EvaluateOptions {
  parameters: Parameters
  /** Solver for the nucleolus; without one the rule is refused. */
  solve?: Solver
  /** Rules to work out besides the one in force; all if not said, shares set by hand only where there are some. */
  rules?: readonly Rule[]
}

export interface Evaluation {
  name: string
  partners: string[]
  years: number
  priceBase: string
  schedule: string
  factors: number[]
  flows: { partners: Record<string, YearlyFlows>; total: YearlyFlows }
  ledger: LedgerYear[]
  outcomes: { id: string; steps: ChainSteps | null; fiscal: number[]; wider: number[] }[]
  financial: {
    gross: Appraisal
    cashable: Appraisal
    /** Part of the benefit that falls to partners who put in nothing, on the basis being shared. */
    leakage: number | null
  }
  economic: Appraisal
  sharing: {
    basis: View['basis']
    countInKind: boolean
    rule: Rule
    npv: number
    pvCost: number[]
    pvBenefit: number[]
    rules: (Outcome | Refusal)[]
    /** The split that holds best, whatever the rule; null where it could not be found. */
    holding: Holding | null
    game: { v: Record<string, number>; freeRiding: number[] | null } | null
  }
  terms: TermsResult[]
  breakEven: { benefitsFall: number | null; costsRise: number | null }
  switching: Switching[]
  tornado: TornadoBar[]
  sensitivities: Sensitivity[]
  notices: Notice[]
}

/**
 * Everything that follows from a scenario but chance: flows, both cases, every sharing rule with its
 * acceptance tests and settlement, and how far the answer rests on each input. Pounds of the price base,
 * unrounded but for the settlements, which are whole pence.
 */
export function evaluate(scenario: Scenario, options: EvaluateOptions): Evaluation {
  const { parameters, solve } = options
  const compiled = compile(scenario, parameters)
  const { factors } = compiled
  const view: View = { basis: scenario.sharing.basis, inKind: scenario.sharing.countInKind }
  const programme = programmeFlows(compiled, view)
  const sum = totals(programme)
  const context = contextFor(scenario, sum, solve)
  const rule = ruleInForce(scenario.sharing, sum.npv)
  const offered = (options.rules ?? RULES).filter((each) => each !== 'byHand' || scenario.sharing.shares)
  const wanted = RULES.filter((each) => each === rule || offered.includes(each))
  const rules = wanted.map((each) => outcome(each, programme, sum, context))
  const inputs = linearInputs(scenario, compiled, view)
  const economic = economicFlows(compiled)
  const net = sum.benefitByYear.map((benefit, t) => benefit - sum.costByYear[t]!)
  const years = ledger(scenario, potSpend(scenario, compiled.investments), cashableOf(compiled))
  const financial = (basis: View['basis']) => {
    const part = basis === view.basis ? sum : totals(programmeFlows(compiled, { ...view, basis }))
    return appraise(part.costByYear, part.benefitByYear, factors)
  }
  return {
    name: scenario.name,
    partners: compiled.partners,
    years: compiled.years,
    priceBase: scenario.priceBase,
    schedule: compiled.schedule.id,
    factors,
    flows: partnerFlows(compiled, programme, rules.find((each) => each.rule === rule)!),
    ledger: years,
    outcomes: compiled.outcomes.map(({ id, steps, fiscal, wider }) => ({ id, steps, fiscal, wider })),
    financial: {
      gross: financial('gross'),
      cashable: financial('cashable'),
      leakage: ratio(
        sum.pvBenefit.reduce((leak, part, i) => leak + (sum.pvCost[i] === 0 ? part : 0), 0),
        sum.benefit,
      ),
    },
    economic: appraise(economic.costs, economic.benefits, factors),
    sharing: {
      basis: view.basis,
      countInKind: view.inKind,
      rule,
      npv: sum.npv,
      pvCost: sum.pvCost,
      pvBenefit: sum.pvBenefit,
      rules,
      holding: holding(sum, context),
      game: context.game
        ? { v: keysOfGame(context.game), freeRiding: context.freeRiding ? [...context.freeRiding] : null }
        : null,
    },
    terms: scenario.pot.terms.map((term) => workOut(term, compiled.partners, sum.pvCost)),
    breakEven: breakEven(sum.benefit, sum.cost),
    switching: [...switchingValues(inputs, sum.npv), switchingRate(net, compiled.schedule)],
    tornado: tornado(inputs, sum.npv),
    sensitivities: sensitivities(sum.costByYear, sum.benefitByYear, factors, parameters.schedules.reduced),
    notices: notices(scenario, parameters, sum, years),
  }
}

type Compiled = ReturnType<typeof compile>

// The pot pays in money: items in kind and those one partner bears alone are not its spending.
function potSpend(scenario: Scenario, investments: Compiled['investments']): number[] {
  const paid = investments.filter((item, i) => item.kind !== 'inKind' && !scenario.investment[i]!.borneBy)
  return byYear(
    paid.map((item) => item.cost),
    scenario.horizon,
  )
}

const cashableOf = (compiled: Compiled): number[] =>
  byYear(programmeFlows(compiled, { basis: 'cashable', inKind: false }).benefit, compiled.years)
