import type { Draft } from '../state/draft.ts'
import type { Worked } from './names.ts'

export type Shares = Record<string, number>

/** Shares of the gain as they stand in the document; null where none were set. */
export function sharesOf(document: Draft, partners: readonly string[]): (number | null)[] | null {
  const given = document.sharing?.shares as Shares | undefined
  return given ? partners.map((id) => given[id] ?? null) : null
}

/** Parts of their sum; null where they do not add to more than nothing. */
export function normalised(shares: readonly (number | null)[]): number[] | null {
  const sum = shares.reduce((total: number, share) => total + (share ?? 0), 0)
  return sum > 0 ? shares.map((share) => (share ?? 0) / sum) : null
}

/**
 * Nets as shares of the gain that add to one exactly: in tenths of a per cent unless finer `parts` are asked
 * for, the odd ones going to the largest remainders.
 */
export function sharesFromNets(
  partners: readonly string[],
  nets: readonly number[],
  parts = 1000,
): Shares | null {
  const whole = nets.reduce((sum, net) => sum + net, 0)
  if (!(Math.abs(whole) > 0)) return null
  const exact = nets.map((net) => (net / whole) * parts)
  const floors = exact.map(Math.floor)
  let left = parts - floors.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((part, i) => ({ i, rest: part - floors[i]! }))
    .sort((a, b) => b.rest - a.rest || (partners[a.i]! < partners[b.i]! ? -1 : 1))
  for (const { i } of order) {
    if (left <= 0) break
    floors[i]! += 1
    left -= 1
  }
  return Object.fromEntries(partners.map((id, i) => [id, floors[i]! / parts]))
}

/** The document with one share set, the others as they were or as the rule in force has them. */
export function withShare(document: Draft, from: Shares | null, id: string, share: number | null): Draft {
  const { [id]: _, ...others } = (document.sharing?.shares as Shares | undefined) ?? from ?? {}
  return withShares(document, share === null ? others : { ...others, [id]: share })
}

export const withShares = (document: Draft, shares: Shares | null): Draft => {
  const { shares: _, ...sharing } = document.sharing ?? {}
  const rule = shares === null && sharing.rule === 'byHand' ? 'byBenefit' : sharing.rule
  return { ...document, sharing: { ...sharing, rule, ...(shares ? { shares } : {}) } }
}

export const withRule = (document: Draft, rule: Worked['rule']): Draft => ({
  ...document,
  sharing: { ...document.sharing, rule },
})
