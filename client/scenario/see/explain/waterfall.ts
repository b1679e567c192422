import { benefitFlow, costFlow } from '../flows.ts'
import { partnerName, yearName } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'

const add = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

function shares(amounts: readonly number[]): number[] | null {
  const sum = add(amounts)
  return sum > 0 && amounts.every((amount) => amount >= 0) ? amounts.map((amount) => amount / sum) : null
}

/** The waterfall's steps for one partner: what it is owed, what each year repays, its part of the rest. */
export function waterfallSteps(shown: Shown, id: string): Twin {
  const { partners, sharing, years } = shown.reply
  const own = partners.indexOf(id)
  const costs = partners.map((partner) => costFlow(shown, partner))
  const benefit = benefitFlow(shown, null)
  const bySurplus =
    shares(sharing.pvBenefit) ?? shares(sharing.pvCost) ?? partners.map(() => 1 / partners.length)
  const byLoss = shares(sharing.pvCost) ?? bySurplus
  const owed = partners.map(() => 0)
  const rows = Array.from({ length: years }, (_, t): Cell[] => {
    costs.forEach((cost, i) => {
      owed[i]! += cost[t]!
    })
    const debt = add(owed)
    const repaid = Math.min(Math.max(benefit[t]!, 0), Math.max(debt, 0))
    const rest = benefit[t]! - repaid
    const was = owed[own]!
    const back = owed.map((amount) => (debt > 0 ? (repaid * amount) / debt : 0))
    const loss = byLoss.map((share) => (rest < 0 ? rest * share : 0))
    owed.forEach((_, i) => {
      owed[i]! -= back[i]! + loss[i]!
    })
    const part = rest < 0 ? loss[own]! : rest * bySurplus[own]!
    return [yearName(t), benefit[t]!, debt, repaid, was, back[own]!, part, back[own]! + part]
  })
  return {
    caption: `The waterfall’s steps for ${partnerName(shown, id)}`,
    columns: [
      { head: 'Year', unit: 'text' },
      { head: 'Benefit of all', unit: 'pounds' },
      { head: 'Owed to all', unit: 'pounds' },
      { head: 'Repaid to all', unit: 'pounds' },
      { head: 'Owed to it', unit: 'pounds' },
      { head: 'Repaid to it', unit: 'pounds' },
      { head: 'Its part of the rest', unit: 'pounds' },
      { head: 'Receives', unit: 'pounds' },
    ],
    rows,
    foot: ['Sum', sumOf(rows, 1), null, sumOf(rows, 3), null, sumOf(rows, 5), sumOf(rows, 6), sumOf(rows, 7)],
  }
}
