import {
  contractAward,
  managedBias,
  mitigatedBias,
  mixedBias,
  type ProjectBias,
  withBias,
} from '../../../server/scenario/value/optimism-bias.ts'
import type { Context, Inputs, Shape } from '../types.ts'

type Measure = 'capital' | 'operating' | 'duration'
const asPercent = (fraction: number) => Math.round(fraction * 1e8) / 1e6
const bounds = (bound: ProjectBias[Measure]) =>
  bound ? [asPercent(bound.upper), asPercent(bound.lower)] : [null, null]

function upperOf(mix: Inputs[], measure: Measure, { parameters }: Context): number {
  return mixedBias(
    mix.map(({ type, share }) => {
      const row = parameters.projectBias.find((entry) => entry.type === type)
      if (!row) throw new Error(`no optimism bias for ${type}`)
      return { share, upper: row[measure]?.upper ?? 0 }
    }),
  )
}

export const optimismBias: Shape[] = [
  {
    needs: ['mix'],
    work: (inputs, context) => {
      const capital = upperOf(inputs.mix, 'capital', context)
      const duration = upperOf(inputs.mix, 'duration', context)
      const left = (upper: number) => mitigatedBias(upper, inputs.mitigation ?? 0)
      return {
        capexUpper: capital,
        durationUpper: duration,
        capexResulting: left(capital),
        durationResulting: left(duration),
      }
    },
  },
  {
    needs: ['upper', 'managedContribution', 'planMonths'],
    work: ({ upper, managedContribution, planMonths }) => {
      const { managed, left } = managedBias(upper, managedContribution)
      return { managedTotal: managed, resultingBias: left, adjustedMonths: withBias(planMonths, left) }
    },
  },
  {
    needs: ['upper', 'reduction', 'capex', 'riskManagementCost'],
    work: ({ upper, reduction, capex, riskManagementCost }) => {
      const award = contractAward({ upper, reduction, capital: capex, riskManagement: riskManagementCost })
      return { resultingBias: award.bias, roundedBias: award.rounded, totalWithRoundedBias: award.total }
    },
  },
  {
    needs: ['unit'],
    work: (_, { parameters }) =>
      Object.fromEntries(
        parameters.projectBias.map((row) => [
          row.type,
          {
            duration: bounds(row.duration),
            ...(row.capital ? { capex: bounds(row.capital) } : {}),
            ...(row.operating ? { opex: bounds(row.operating) } : {}),
          },
        ]),
      ),
  },
]
