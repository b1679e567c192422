import { presentValue } from '../value/discounting.ts'

/**
 * What the partners put in and what falls to each, by partner then year, in pounds; `factors` discount
 * the years. Cost is borne as contributed; benefit is where it falls before any transfer.
 */
export interface Programme {
  partners: readonly string[]
  cost: readonly (readonly number[])[]
  benefit: readonly (readonly number[])[]
  factors: readonly number[]
}

export interface Totals {
  pvCost: number[]
  pvBenefit: number[]
  cost: number
  benefit: number
  npv: number
  costByYear: number[]
  benefitByYear: number[]
}

/** Sum over partners of one amount a year each. */
export const byYear = (rows: readonly (readonly number[])[], years: number): number[] => {
  const sum = new Array<number>(years).fill(0)
  for (const row of rows) for (let t = 0; t < years; t += 1) sum[t]! += row[t]!
  return sum
}

/** Present values of a programme, by partner and in all. */
export function totals({ cost, benefit, factors }: Programme): Totals {
  const pvCost = cost.map((row) => presentValue(row, factors))
  const pvBenefit = benefit.map((row) => presentValue(row, factors))
  const allCost = pvCost.reduce((a, b) => a + b, 0)
  const allBenefit = pvBenefit.reduce((a, b) => a + b, 0)
  return {
    pvCost,
    pvBenefit,
    cost: allCost,
    benefit: allBenefit,
    npv: allBenefit - allCost,
    costByYear: byYear(cost, factors.length),
    benefitByYear: byYear(benefit, factors.length),
  }
}

/** One yearly amount split between parties by fixed shares. */
export const splitFlow = (flow: readonly number[], shares: readonly number[]): number[][] =>
  shares.map((share) => flow.map((amount) => amount * share))

/** Amounts over the whole horizon spread over its years by weights that add to one. */
export const spread = (amounts: readonly number[], weights: readonly number[]): number[][] =>
  amounts.map((amount) => weights.map((weight) => amount * weight))

/** Whether there is benefit to share: more than rounding beside the cost, and beside gains and harms that cancel. */
export const hasBenefit = ({ benefit, cost, pvBenefit }: Totals): boolean =>
  benefit > 1e-9 * pvBenefit.reduce((sum, part) => sum + Math.abs(part), cost)
