import { payback } from '../../../server/scenario/appraisal/payback.ts'
import {
  efficiencyStatement,
  gershonBaseline,
  gershonTargets,
} from '../../../server/scenario/mechanisms/gershon.ts'
import { justiceReinvestment } from '../../../server/scenario/mechanisms/justice-reinvestment.ts'
import { outcomesFund } from '../../../server/scenario/mechanisms/outcomes-fund.ts'
import { payForPerformance } from '../../../server/scenario/mechanisms/pay-for-performance.ts'
import { overspendShares } from '../../../server/scenario/mechanisms/section75.ts'
import { troubledFamilies } from '../../../server/scenario/mechanisms/troubled-families.ts'
import { discountFactors } from '../../../server/scenario/value/discounting.ts'
import type { Inputs, Shape } from '../types.ts'
import { scheduleOf } from './green-book.ts'

const fraction = (text: unknown): number => {
  const parts = String(text).split('/')
  return parts.length === 2 ? Number(parts[0]) / Number(parts[1]) : Number(text)
}

export const mechanisms: Shape[] = [
  {
    needs: ['demandCost', 'reductions', 'threshold', 'cap'],
    work: ({ reductions, ...terms }) => {
      const paid = (way: 'stepped' | 'half') =>
        reductions.map((reduction: number) => justiceReinvestment(terms as never, reduction, way))
      return { versionA: paid('stepped'), versionB: paid('half') }
    },
  },
  {
    needs: ['maxPerFamily', 'deadweightFraction', 'attachmentShareByYear', 'families'],
    work: ({ maxPerFamily, deadweightFraction, attachmentShareByYear, families }) => {
      const tariff = troubledFamilies(maxPerFamily, attachmentShareByYear, fraction(deadweightFraction))
      return {
        attachmentPerFamily: tariff.attachment,
        resultPerFamily: tariff.result,
        maxFunding: Object.fromEntries(
          Object.entries(families as Record<string, number>).map(([place, count]) => [
            place,
            tariff.maximum(count),
          ]),
        ),
      }
    },
  },
  {
    needs: ['fund', 'topUpShare'],
    work: ({ fund, topUpShare }) => {
      const { total, local } = outcomesFund(fund, topUpShare)
      return { totalOutcomePayments: total, localPayments: local }
    },
  },
  {
    needs: ['pot', 'planned', 'achieved'],
    work: ({ pot, planned, achieved }) => {
      const each = [achieved].flat().map((level: number) => payForPerformance(pot, planned, level))
      return { released: each.map((r) => r.released), retained: each.map((r) => r.retained) }
    },
  },
  {
    needs: ['contributions', 'overspend'],
    work: ({ contributions, overspend, caps }) => ({
      uncapped: overspendShares(contributions, overspend).shares,
      withCapReallocated: overspendShares(contributions, overspend, caps).shares,
      unmet: overspendShares(contributions, overspend, caps).unmet,
    }),
  },
]

const figureIn = (inputs: Inputs, name: RegExp): number =>
  inputs[Object.keys(inputs).find((key) => name.test(key)) ?? ''] as number

export const gershon: Shape[] = [
  {
    needs: ['annualRate', 'years'],
    work: (inputs, { wanted }) => {
      const { target, cashable } = gershonTargets(
        figureIn(inputs, /^baseline/),
        inputs.annualRate,
        inputs.years,
      )
      const inYear = (key: string) => Number(/^annualGainByYear(\d+)/.exec(key)?.[1])
      const named = wanted.filter((key) => inYear(key) > 0).map((key) => [key, target[inYear(key) - 1]])
      return { byYear: target, halfCashableBn: cashable.at(-1), ...Object.fromEntries(named) }
    },
  },
  {
    needs: ['gainsByYear', 'rate'],
    work: (inputs) => {
      const excluded = Object.values(inputs.exclude ?? {}) as number[]
      const baseline = gershonBaseline(figureIn(inputs, /^budget/), excluded)
      const statement = efficiencyStatement(baseline, inputs.rate, inputs.gainsByYear)
      return {
        ...statement,
        targetByYear: statement.target,
        minCashableByYear: statement.minimumCashable,
      }
    },
  },
]

export const paybacks: Shape[] = [
  {
    needs: ['flows'],
    work: (inputs, context) => {
      const each = inputs.flows.map((flow: number[]) =>
        payback(flow, discountFactors(scheduleOf(inputs, context), flow.length)),
      )
      return {
        sustained: each.map((result: Inputs) => result.sustained),
        firstCrossing: each.map((result: Inputs) => result.first),
      }
    },
  },
]
