import { hasBenefit, type Programme, type Totals } from './programme.ts'

/**
 * Yearly transfers between partners (received plus, paid minus) that bring each to its net position,
 * adding up to nothing in every year. Each partner gets a fixed share of every year's benefit; where
 * there is no benefit to share, the transfer follows the year's cost, and failing that falls in year 0.
 */
export function transfersFor(nets: readonly number[], programme: Programme, totals: Totals): number[][] {
  const { pvCost, pvBenefit, benefitByYear, costByYear } = totals
  const { benefit, factors } = programme
  if (hasBenefit(totals))
    return nets.map((net, i) => {
      const part = (net + pvCost[i]!) / totals.benefit
      return benefitByYear.map((amount, t) => part * amount - benefit[i]![t]!)
    })
  const due = nets.map((net, i) => net - (pvBenefit[i]! - pvCost[i]!))
  return due.map((amount) =>
    totals.cost > 0
      ? costByYear.map((cost) => (amount * cost) / totals.cost)
      : factors.map((_, t) => (t === 0 ? amount : 0)),
  )
}
