import { appraise } from '../../../server/scenario/appraisal/indicators.ts'
import {
  apportionment,
  caseValues,
  chainSteps,
  componentSum,
  fromPercentagePoints,
} from '../../../server/scenario/value/benefits-chain.ts'
import { discountFactors } from '../../../server/scenario/value/discounting.ts'
import { withBias } from '../../../server/scenario/value/optimism-bias.ts'
import { type Deflator, rebase } from '../../../server/scenario/value/prices.ts'
import type { Context, Inputs, Shape } from '../types.ts'
import { scheduleOf } from './green-book.ts'

const deflatorOf = (inputs: Inputs, { parameters }: Context): Deflator =>
  inputs.deflator ? { id: 'given', index: inputs.deflator } : parameters.deflators.gdp!

// Price years are written 2008_09 in keys and 2008-09 in tables.
const yearIn = (key: string) => /(\d{4})_(\d{2})/.exec(key)?.slice(1).join('-')
const otherYear = (deflator: Deflator, from: string) =>
  Object.keys(deflator.index).find((year) => year !== from) ?? from

function chain(inputs: Inputs, context: Context) {
  const steps = chainSteps({
    population: inputs.affectedPopulation,
    prevalence: inputs.prevalence,
    engagement: inputs.engagement,
    success: inputs.success,
    deadweight: inputs.deadweight,
  })
  const { amount, priceYear } = inputs.unitValue
  const unit = rebase(amount, deflatorOf(inputs, context), priceYear, inputs.priceBase)
  const steady = withBias(steps.attributable * unit, -(inputs.optimismBiasBenefits ?? 0))
  const years = inputs.years
  const flow = Array.from(
    { length: years },
    (_, t) => steady * inputs.ramp[t] * (inputs.persistence?.[t] ?? 1),
  )
  const factors = discountFactors(scheduleOf(inputs, context), years)
  const { costs } = inputs
  const every = (amountPerYear: number, bias: number) =>
    Array.from({ length: years }, () => withBias(amountPerYear, bias))
  const revenue = every(costs.revenuePerYear ?? 0, costs.revenueOptimismBias ?? 0)
  const capital = withBias(costs.capitalYear0 ?? 0, costs.capitalOptimismBias ?? 0)
  const cash = revenue.map((cost, t) => cost + (t === 0 ? capital : 0))
  const inKind = every(costs.inKindPerYear ?? 0, costs.inKindOptimismBias ?? 0)
  const all = cash.map((cost, t) => cost + inKind[t]!)
  const fiscal = appraise(all, flow, factors)
  const cashable = appraise(
    cash,
    flow.map((b) => b * inputs.cashable),
    factors,
  )
  const view = (result: typeof fiscal) => ({
    pvBenefits: result.pvBenefit,
    netPresentSaving: result.npv,
    returnPerPound: result.bcr,
    paybackYearIndex: result.payback.discounted.sustained,
  })
  return {
    ...steps,
    unitValueRebased: unit,
    steadyStateBenefitAfterOB: steady,
    benefitsByYear: flow,
    pvBenefits: fiscal.pvBenefit,
    pvCostCashOnly: cashable.pvCost,
    pvCostInKind: fiscal.pvCost - cashable.pvCost,
    pvCostAll: fiscal.pvCost,
    'allFiscal.inKindIncluded': view(fiscal),
    'allFiscal.inKindExcluded': view(appraise(cash, flow, factors)),
    'cashableOnly.inKindExcluded': view(cashable),
    'cashableOnly.inKindIncluded': view(
      appraise(
        all,
        flow.map((b) => b * inputs.cashable),
        factors,
      ),
    ),
  }
}

function apportion(inputs: Inputs, context: Context) {
  const key = Object.keys(inputs).find((name) => /^unit\d{4}_\d{2}$/.test(name))!
  const from = yearIn(key)!
  const deflator = deflatorOf(inputs, context)
  const count = inputs.incidentsAvoided
  const rebased = (amount: number) => count * rebase(amount, deflator, from, otherYear(deflator, from))
  const { total, shares } = apportionment(inputs[key])
  return {
    [`fiscalTotal${key.slice(4)}`]: total,
    shares,
    rebasedFiscalTotal: rebased(total),
    rebasedByAgency: Object.fromEntries(
      Object.entries(shares).map(([agency, share]) => [agency, rebased(total * share)]),
    ),
    rebasedEconomic: rebased(inputs.economic ?? 0),
    rebasedSocial: rebased(inputs.social ?? 0),
  }
}

function publicValue(inputs: Inputs, context: Context) {
  const values = inputs.items.map((item: Inputs) =>
    caseValues({
      transfers: item.benefitPaymentSaved,
      services: item.nhs ?? 0,
      economic: item.economic ?? 0,
    }),
  )
  const deflator = deflatorOf(inputs, context)
  // A key such as jsa50.fiscal2024_25 names an item by words of its code, the entrants, a case and a year.
  const named = context.wanted.flatMap((key) => {
    const parts = /^([a-z]+)(\d+)\.(fiscal|publicValue)(\d{4}_\d{2})$/i.exec(key)
    if (!parts) return []
    const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
    const at = inputs.items.findIndex((item: Inputs) => letters(item.code).includes(letters(parts[1]!)))
    const to = yearIn(key)!
    const value = values[at]?.[parts[3]!]
    return [[key, rebase(value * Number(parts[2]), deflator, otherYear(deflator, to), to)]]
  })
  return {
    fiscal: values.map((value: Inputs) => value.fiscal),
    publicValue: values.map((value: Inputs) => value.publicValue),
    ...Object.fromEntries(named),
  }
}

export const costBenefit: Shape[] = [
  { needs: ['affectedPopulation', 'unitValue', 'ramp', 'years', 'costs'], work: chain },
  {
    needs: ['outcomeRateWith', 'outcomeRateWithout', 'engaged'],
    work: ({ outcomeRateWith, outcomeRateWithout, engaged }) => {
      const rates = fromPercentagePoints({ with: outcomeRateWith, without: outcomeRateWithout })
      const people = { population: engaged, prevalence: 1, engagement: 1, success: rates.success }
      return {
        attributablePercentagePoint: chainSteps({ ...people, deadweight: rates.deadweight }).attributable,
        equivalentMultiplicativeDeadweight: rates.deadweight,
        attributableIfPPMisreadAsMultiplicative: chainSteps({ ...people, deadweight: outcomeRateWithout })
          .attributable,
      }
    },
  },
  {
    needs: ['incidentsAvoided'],
    fits: (inputs) => Object.keys(inputs).some((name) => /^unit\d{4}_\d{2}$/.test(name)),
    work: apportion,
  },
  { needs: ['items'], fits: ({ items }) => items[0]?.benefitPaymentSaved !== undefined, work: publicValue },
]

export const unitCosts: Shape[] = [
  {
    needs: [],
    work: (inputs) =>
      Object.fromEntries(
        Object.entries(inputs).flatMap(([code, parts]) => {
          if (Array.isArray(parts)) return [[code, componentSum(parts)]]
          const { components, weekly, weeks } = parts
          return components ? [[code, componentSum(components, weekly, weeks)]] : []
        }),
      ),
  },
]
