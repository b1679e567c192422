import { appraise, equivalentAnnual, portfolio } from '../../../server/scenario/appraisal/indicators.ts'
import { breakEven, switchingValue } from '../../../server/scenario/appraisal/switching.ts'
import {
  annuityFactor,
  type DiscountSchedule,
  discountFactors,
  flatRate,
  presentValue,
  socialTimePreference,
} from '../../../server/scenario/value/discounting.ts'
import { mitigatedBias, withBias } from '../../../server/scenario/value/optimism-bias.ts'
import { realAfter } from '../../../server/scenario/value/prices.ts'
import { distributionalWeight, expectedCost, landUplift } from '../../../server/scenario/value/welfare.ts'
import type { Context, Inputs, Shape } from '../types.ts'

interface Step {
  fromYear: number
  rate: number
}

/** The schedule a vector means: its own rates, a flat rate, a named schedule, or the standard one. */
export function scheduleOf(inputs: Inputs, { parameters }: Context): DiscountSchedule {
  if (inputs.ratesPercent)
    return {
      id: 'given',
      steps: inputs.ratesPercent
        .map((step: Step) => ({ fromYear: step.fromYear, rate: step.rate / 100 }))
        .sort((a: Step, b: Step) => a.fromYear - b.fromYear),
    }
  if (inputs.discountRate !== undefined) return flatRate(inputs.discountRate)
  const schedule = parameters.schedules[inputs.schedule ?? 'standard']
  if (!schedule) throw new Error(`no schedule is called ${inputs.schedule}`)
  return schedule
}

const factorsFor = (inputs: Inputs, context: Context, years: number) =>
  discountFactors(scheduleOf(inputs, context), years)

const keyed = (keys: readonly (string | number)[], value: (key: string | number) => unknown) =>
  Object.fromEntries(keys.map((key) => [String(key), value(key)]))

function appraisalOf(inputs: Inputs, context: Context, mitigation: number) {
  const bias = mitigatedBias(inputs.optimismBiasUpper ?? 0, mitigation)
  const tax = 1 + (inputs.marginalExcessTaxBurden ?? 0)
  const costs = inputs.costs.map((cost: number) => withBias(cost, bias) * tax)
  const years = Math.max(costs.length, inputs.benefits.length)
  return appraise(costs, inputs.benefits, factorsFor(inputs, context, years))
}

export const greenBook: Shape[] = [
  {
    needs: ['delta', 'L', 'mu', 'growth'],
    work: ({ delta, L, mu, growth }) => {
      const parts = { pureTimePreference: delta, lifeRisk: L, elasticity: mu, growth }
      return {
        stpr: socialTimePreference(parts),
        stprWithDeltaZero: socialTimePreference({ ...parts, pureTimePreference: 0 }),
      }
    },
  },
  {
    needs: ['n'],
    work: (inputs, context) =>
      keyed([inputs.n].flat(), (years) => annuityFactor(scheduleOf(inputs, context), Number(years))),
  },
  {
    needs: ['cashflow', 'schedules'],
    work: (inputs, context) =>
      keyed(inputs.schedules, (schedule) =>
        presentValue(inputs.cashflow, factorsFor({ ...inputs, schedule }, context, inputs.cashflow.length)),
      ),
  },
  {
    needs: ['cashflow'],
    work: (inputs, context) => {
      const factors = factorsFor(inputs, context, inputs.cashflow.length)
      const { npv, irr, payback, equivalentAnnual: annual } = appraise([], inputs.cashflow, factors)
      return { npv, equivalentAnnual: annual, irr, payback: payback.discounted.sustained }
    },
  },
  {
    needs: ['presentValue', 'years'],
    work: (inputs, context) => ({
      equivalentAnnual: equivalentAnnual(inputs.presentValue, factorsFor(inputs, context, inputs.years + 1)),
    }),
  },
  {
    needs: ['costs', 'benefits'],
    work: (inputs, context) => {
      const { mitigation } = inputs
      if (!Array.isArray(mitigation)) return { ...appraisalOf(inputs, context, mitigation ?? 0) }
      const each = mitigation.map((level: number) => appraisalOf(inputs, context, level))
      return {
        npv: each.map((result) => result.npv),
        bcr: each.map((result) => result.bcr),
        pvCost: each.map((result) => result.pvCost),
        pvBenefit: each.map((result) => result.pvBenefit),
      }
    },
  },
  {
    needs: ['projects'],
    work: (inputs, context) => {
      const each = inputs.projects.map((project: Inputs) =>
        appraisalOf({ ...inputs, ...project }, context, project.mitigation ?? inputs.mitigation ?? 0),
      )
      const whole = portfolio(each)
      return { perProject: each, portfolioNpv: whole.npv, portfolioBcr: whole.bcr }
    },
  },
  {
    needs: ['eta', 'cases'],
    work: ({ eta, cases }) => ({
      weights: cases.map((c: Inputs) => distributionalWeight(c.median, c.income, eta)),
    }),
  },
  { needs: ['risks'], work: ({ risks }) => ({ expectedCost: expectedCost(risks) }) },
  {
    needs: ['nominal', 'deflatorGrowth', 'years'],
    work: ({ nominal, deflatorGrowth, years }) => ({
      real: years.map((year: number) => realAfter(nominal, deflatorGrowth, year)),
    }),
  },
  {
    needs: ['acres', 'existingUseValuePerAcre', 'futureValuePerAcre', 'widerBenefit', 'pvCost'],
    work: (inputs) => {
      const { acres, existingUseValuePerAcre: existing, futureValuePerAcre: future, pvCost } = inputs
      const uplift = landUplift(acres, existing, future)
      const { npv, bcr, pvBenefit } = appraise([pvCost], [uplift + inputs.widerBenefit], [1])
      const at = switchingValue(future, npv, acres)!
      return {
        landUplift: uplift,
        pvBenefit,
        npsv: npv,
        bcr,
        breakEvenFutureValuePerAcre: at,
        breakEvenFutureValueChange: at / future - 1,
        breakEvenCostChange: breakEven(pvBenefit, pvCost).costsRise,
      }
    },
  },
  {
    needs: ['years'],
    fits: ({ years }) => Array.isArray(years),
    work: (inputs, context) => {
      const factors = factorsFor(inputs, context, Math.max(...inputs.years) + 1)
      return { DF: keyed(inputs.years, (year) => factors[Number(year)]) }
    },
  },
]
