import { topUp } from '../money.ts'

/**
 * Transfers as whole pence, by partner then year, adding up to nothing in every year exactly. Each
 * partner's amount is within a penny of the unrounded one; the odd pennies go by largest remainder,
 * ties by partner id.
 */
export function settle(transfers: readonly (readonly number[])[], ids: readonly string[]): number[][] {
  const years = transfers[0]?.length ?? 0
  const settled = transfers.map(() => new Array<number>(years).fill(0))
  for (let t = 0; t < years; t += 1) {
    const exact = transfers.map((row) => row[t]! * 100)
    const parts = topUp(0, exact, ids)
    for (let i = 0; i < parts.length; i += 1) settled[i]![t] = parts[i]! + 0
  }
  return settled
}
