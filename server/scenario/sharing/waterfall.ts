import type { Programme, Totals } from './programme.ts'

/**
 * What each partner receives each year when the year's benefit first repays contributions not yet
 * recovered, without interest and in proportion to what each is owed, and the rest goes by share of the
 * benefit. A year of negative benefit is met by share of cost and becomes owed. Shares are those of the
 * programme as `agreed`, which in a draw of chance is the plan and not the draw.
 */
export function waterfall(programme: Programme, totals: Totals, agreed: Totals = totals): number[][] {
  const { cost } = programme
  const n = cost.length
  const owed = new Float64Array(n)
  const received = cost.map((row) => new Array<number>(row.length).fill(0))
  const surplusShare = shares(agreed.pvBenefit) ?? shares(agreed.pvCost) ?? new Array<number>(n).fill(1 / n)
  const lossShare = shares(agreed.pvCost) ?? surplusShare
  for (let t = 0; t < totals.benefitByYear.length; t += 1) {
    let debt = 0
    for (let i = 0; i < n; i += 1) debt += owed[i]! += cost[i]![t]!
    const benefit = totals.benefitByYear[t]!
    const repaid = Math.min(Math.max(benefit, 0), Math.max(debt, 0))
    const rest = benefit - repaid
    for (let i = 0; i < n; i += 1) {
      const back = debt > 0 ? (repaid * owed[i]!) / debt : 0
      const loss = rest < 0 ? rest * lossShare[i]! : 0
      received[i]![t] = back + loss + (rest > 0 ? rest * surplusShare[i]! : 0)
      owed[i]! -= back + loss
    }
  }
  return received
}

function shares(amounts: readonly number[]): number[] | undefined {
  const sum = amounts.reduce((a, b) => a + b, 0)
  return sum > 0 && amounts.every((amount) => amount >= 0) ? amounts.map((a) => a / sum) : undefined
}
