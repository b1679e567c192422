import { type DiscountSchedule, discountFactors, flatRate, presentValue } from '../value/discounting.ts'
import { delayed } from '../value/profiles.ts'

export interface Sensitivity {
  id: string
  name: string
  npv: number
}

/**
 * The tests the Green Book asks for on one programme: lower and no discounting, worse costs and
 * benefits together, benefits two years late with the end of the horizon lost, and for horizons beyond
 * fifty years the reduced schedule.
 */
export function sensitivities(
  costs: readonly number[],
  benefits: readonly number[],
  factors: readonly number[],
  reduced?: DiscountSchedule,
): Sensitivity[] {
  const years = factors.length
  const npv = (f: readonly number[], b = benefits, c = costs) => presentValue(b, f) - presentValue(c, f)
  const scaled = (flow: readonly number[], by: number) => flow.map((amount) => amount * by)
  const at = (rate: number) => npv(discountFactors(flatRate(rate), years))
  return [
    { id: 'rate-3.0', name: 'Discounted at 3.0%', npv: at(0.03) },
    { id: 'rate-1.5', name: 'Discounted at 1.5%', npv: at(0.015) },
    { id: 'undiscounted', name: 'Undiscounted', npv: at(0) },
    {
      id: 'benefits-15-costs+10',
      name: 'Benefits 15% lower and costs 10% higher',
      npv: npv(factors, scaled(benefits, 0.85), scaled(costs, 1.1)),
    },
    { id: 'two-years-late', name: 'Benefits two years late', npv: npv(factors, delayed(benefits, 2)) },
    ...(reduced && years > 50
      ? [{ id: 'reduced', name: 'Reduced discount schedule', npv: npv(discountFactors(reduced, years)) }]
      : []),
  ]
}
