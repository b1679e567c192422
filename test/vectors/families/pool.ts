import { appraise } from '../../../server/scenario/appraisal/indicators.ts'
import { breakEven } from '../../../server/scenario/appraisal/switching.ts'
import { keysOfGame } from '../../../server/scenario/games/coalition-keys.ts'
import {
  type CoverageModel,
  coverageGame,
  freeRiding,
} from '../../../server/scenario/sharing/coalition-model.ts'
import { type Outcome, outcome } from '../../../server/scenario/sharing/outcome.ts'
import { type Programme, splitFlow, spread, totals } from '../../../server/scenario/sharing/programme.ts'
import { RULES } from '../../../server/scenario/sharing/rules.ts'
import { cdf, mean, quantile } from '../../../server/scenario/uncertainty/distributions.ts'
import { discountFactors, presentValue } from '../../../server/scenario/value/discounting.ts'
import { attainment, weights } from '../../../server/scenario/value/profiles.ts'
import type { Context, Inputs, Shape } from '../types.ts'
import { scheduleOf } from './green-book.ts'
import { sensitivity } from './pool-sensitivity.ts'
import { checkMultiplier } from './pool-simulation.ts'

/** The programme a vector describes: contributions to a yearly investment, and totals spread by a ramp. */
export function programmeOf(inputs: Inputs, context: Context): Programme {
  const years = inputs.investment.length
  const spreadBy = weights(attainment(inputs.ramp ?? 'mid', years))
  const counted = inputs.undiscountedGrossBenefits.map(
    (amount: number, i: number) => amount * (inputs.basis === 'cashable' ? inputs.cashableShares[i] : 1),
  )
  return {
    partners: inputs.partners,
    cost: splitFlow(inputs.investment, inputs.contributionShares),
    benefit: spread(counted, spreadBy),
    factors: discountFactors(scheduleOf(inputs, context), years),
  }
}

function modelOf(inputs: Inputs): CoverageModel {
  const vetoes = [inputs.veto ?? []].flat()
  return {
    coverage: inputs.coverage,
    fixedCostShare: inputs.fixedCostShare,
    veto: inputs.partners.map((name: string) => vetoes.includes(name)),
  }
}

function gameOf(inputs: Inputs, programme: Programme) {
  if (!inputs.coverage) return {}
  const sum = totals(programme)
  const model = modelOf(inputs)
  const game = coverageGame(programme.partners, sum, model)
  return { game, freeRiding: freeRiding(game, sum, model) }
}

function gameFigures(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const { game, freeRiding: payoffs } = gameOf(inputs, programme)
  const sum = payoffs!.reduce((a, b) => a + b, 0)
  return {
    v: keysOfGame(game!),
    freeRide: payoffs,
    freeRideSum: sum,
    freeRideProofFeasible: sum <= totals(programme).npv,
  }
}

const figuresOf = (result: Outcome) => ({
  net: result.nets,
  benefitShare: result.benefitShare,
  pvTransfer: result.pvTransfer,
  returnPerPound: result.returnPerPound,
  paybackDiscounted: result.payback.discounted.map((p) => p.sustained),
  paybackUndiscounted: result.payback.undiscounted.map((p) => p.sustained),
  ...result.acceptance,
})

function outcomes(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const given = { ...gameOf(inputs, programme), solve: context.solve }
  const sum = totals(programme)
  return RULES.map((rule, i) => ({ code: `R${i}`, result: outcome(rule, programme, sum, given) }))
}

function flowFigures(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const named = (rows: readonly (readonly number[])[]) =>
    Object.fromEntries(programme.partners.map((name, i) => [name, rows[i]]))
  const each = outcomes(inputs, context).flatMap(({ code, result }) =>
    result.available ? [{ code, result }] : [],
  )
  return {
    benefitByYear: totals(programme).benefitByYear,
    benefitByPartnerByYear: named(programme.benefit),
    netFlow: Object.fromEntries(each.map(({ code, result }) => [code, named(result.netFlow)])),
    ...Object.fromEntries(each.map(({ code, result }) => [`transfer${code}`, named(result.transfers)])),
  }
}

function programmeFigures(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const sum = totals(programme)
  const { bcr, payback } = appraise(sum.costByYear, sum.benefitByYear, programme.factors)
  return {
    pvBenefitByPartner: sum.pvBenefit,
    pvCostByPartner: sum.pvCost,
    pvBenefit: sum.benefit,
    pvCost: sum.cost,
    npv: sum.npv,
    bcr,
    paybackDiscounted: payback.discounted.sustained,
    paybackUndiscounted: payback.undiscounted.sustained,
  }
}

function switchingFigures(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const sum = totals(programme)
  const { benefitsFall, costsRise } = breakEven(sum.benefit, sum.cost)
  return {
    benefitFallToZeroNpv: benefitsFall,
    costRiseToZeroNpv: costsRise,
    irr: appraise(sum.costByYear, sum.benefitByYear, programme.factors).irr,
    partnerBenefitFallToZeroNetUnderR0: sum.pvBenefit.map(
      (b, i) => breakEven(b, sum.pvCost[i]!).benefitsFall,
    ),
  }
}

function multiplierFigures(inputs: Inputs, context: Context) {
  const programme = programmeOf(inputs, context)
  const { cost, benefit } = totals(programme)
  const d = { distribution: 'triangular', ...inputs.benefitMultiplier }
  const at = (multiplier: number) => multiplier * benefit - cost
  if (context.monteCarlo) checkMultiplier(programme, d, context.monteCarlo)
  const percentile = (p: number) => [`p${Math.round(p * 100)}Npv`, at(quantile(d, p))]
  return {
    thresholdMultiplier: cost / benefit,
    probabilityNpvNegative: cdf(d, cost / benefit),
    meanNpv: at(mean(d)),
    ...Object.fromEntries([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map(percentile)),
  }
}

/** Shares of contributions, where a vector leaves them to another with the same investment. */
function contributionsFor(inputs: Inputs, { vectors }: Context): number[] | undefined {
  const same = JSON.stringify(inputs.investment)
  return (inputs.contributionShares ??
    vectors.find((v) => v.inputs.contributionShares && JSON.stringify(v.inputs.investment) === same)?.inputs
      .contributionShares ?? [0.6, 0.2, 0.15, 0.05]) as number[]
}

export const pool: Shape[] = [
  {
    needs: ['attainment'],
    work: (inputs, context) => {
      const factors = discountFactors(scheduleOf(inputs, context), inputs.attainment.length)
      const w = weights(inputs.attainment)
      const sumAttainment = inputs.attainment.reduce((a: number, b: number) => a + b, 0)
      return { sumAttainment, weights: w, presentValueFactor: presentValue(w, factors) }
    },
  },
  {
    needs: ['investment'],
    fits: (inputs) => inputs.undiscountedGrossBenefits === undefined,
    work: (inputs, context) => {
      const factors = discountFactors(scheduleOf(inputs, context), inputs.investment.length)
      const pv = presentValue(inputs.investment, factors)
      return {
        undiscounted: inputs.investment.reduce((a: number, b: number) => a + b, 0),
        presentValue: pv,
        pvByPartner: contributionsFor(inputs, context)?.map((share) => share * pv),
        discountFactors: factors,
        sumOfDiscountFactors: factors.reduce((a, b) => a + b, 0),
      }
    },
  },
  { needs: ['benefitMultiplier'], work: multiplierFigures },
  {
    needs: ['cases'],
    work: (inputs, context) => ({
      npv: inputs.cases.map((text: string) =>
        sensitivity(programmeOf(inputs, context), scheduleOf(inputs, context), text),
      ),
    }),
  },
  {
    needs: ['undiscountedGrossBenefits'],
    work: (inputs, context) => {
      const rules =
        inputs.rules === undefined && !context.wanted.some((key) => /^R\d$/.test(key))
          ? []
          : outcomes(inputs, context)
      const flows = context.wanted.some((key) => /^(netFlow|transfer|benefitBy)/.test(key))
      const switching = context.wanted.some((key) => /irr|ToZero/.test(key))
      return {
        ...programmeFigures(inputs, context),
        ...(inputs.coverage ? gameFigures(inputs, context) : {}),
        ...Object.fromEntries(
          rules.map(({ code, result }) => [code, result.available ? figuresOf(result) : null]),
        ),
        ...(flows ? flowFigures(inputs, context) : {}),
        ...(switching ? switchingFigures(inputs, context) : {}),
      }
    },
  },
]
