import type { Scenario } from '../document/schema.ts'

/** The pot's cash in one year, in pounds; `shortfall` is what it could not meet, to be called from partners. */
export interface LedgerYear {
  year: number
  opening: number
  fixedContributions: number
  calledContributions: number
  receipts: number
  recycled: number
  spend: number
  shortfall: number
  closing: number
}

/**
 * The pot as cash: money in, money out and what is left, never below nothing. Partners who contribute by
 * share are called for what the year needs beyond the balance; where every contribution is fixed, a year
 * that needs more shows a shortfall.
 *
 * @param spend pounds the pot pays by year
 * @param cashable pounds of cashable benefit by year, part of which comes back the year after
 */
export function ledger(
  { pot, horizon }: Scenario,
  spend: readonly number[],
  cashable: readonly number[],
): LedgerYear[] {
  const onCall = pot.contributions.some((entry) => entry.kind === 'share')
  const years: LedgerYear[] = []
  let opening = pot.opening
  for (let t = 0; t < horizon; t += 1) {
    const fixedContributions = pot.contributions.reduce(
      (sum, entry) => sum + (entry.kind === 'share' ? 0 : (entry.amounts[t] ?? 0)),
      0,
    )
    const receipts = pot.receipts?.[t] ?? 0
    const recycled = t === 0 ? 0 : Math.max(0, pot.recycled * cashable[t - 1]!)
    const needed = Math.max(0, spend[t]! - opening - fixedContributions - receipts - recycled)
    const calledContributions = onCall ? needed : 0
    const shortfall = onCall ? 0 : needed
    const money = opening + fixedContributions + calledContributions + receipts + recycled + shortfall
    const closing = Math.max(0, money - spend[t]!)
    years.push({
      year: t,
      opening,
      fixedContributions,
      calledContributions,
      receipts,
      recycled,
      spend: spend[t]!,
      shortfall,
      closing,
    })
    opening = closing
  }
  return years
}
