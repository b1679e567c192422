import type { Programme } from '../sharing/programme.ts'
import type { Compiled, InvestmentFlow } from './compile.ts'

export interface View {
  /** Whether benefits are those that can be taken out of a budget, or all that fall to public bodies. */
  basis: 'cashable' | 'gross'
  inKind: boolean
}

/** Multipliers on outcomes and on items of investment, in their order; absent means one. */
export interface Multipliers {
  outcomes?: readonly number[]
  investments?: readonly number[]
}

const table = (rows: number, years: number) =>
  Array.from({ length: rows }, () => new Array<number>(years).fill(0))

const counts = (item: InvestmentFlow, inKind: boolean) => inKind || item.kind !== 'inKind'

/** The financial case: what each partner puts in and what falls to it, by year, before any transfer. */
export function programmeFlows(compiled: Compiled, view: View, multipliers: Multipliers = {}): Programme {
  const { partners, years, bearer, factors } = compiled
  const cost = table(partners.length, years)
  const benefit = table(partners.length, years)
  compiled.investments.forEach((item, at) => {
    if (!counts(item, view.inKind)) return
    const by = multipliers.investments?.[at] ?? 1
    for (let i = 0; i < partners.length; i += 1) {
      const part = item.borne[i]! * by
      if (part !== 0) for (let t = 0; t < years; t += 1) cost[bearer[i]![t]!]![t]! += item.cost[t]! * part
    }
  })
  compiled.outcomes.forEach((outcome, at) => {
    const by = multipliers.outcomes?.[at] ?? 1
    for (const { partner, share, cashable } of outcome.split) {
      const part = share * by * (view.basis === 'cashable' ? cashable : 1)
      for (let t = 0; t < years; t += 1) benefit[bearer[partner]![t]!]![t]! += outcome.fiscal[t]! * part
    }
  })
  return { partners, cost, benefit, factors }
}

/**
 * The economic case: resource costs including those in kind, and benefits to everybody; payments that
 * only move money, such as saved benefits or redundancy, are left out of both.
 */
export function economicFlows({ investments, outcomes, years }: Compiled): {
  costs: number[]
  benefits: number[]
} {
  const costs = new Array<number>(years).fill(0)
  const benefits = new Array<number>(years).fill(0)
  for (const item of investments)
    if (!item.transfer) for (let t = 0; t < years; t += 1) costs[t]! += item.cost[t]!
  for (const { fiscal, wider, split } of outcomes) {
    const resource = split.reduce((sum, part) => sum + (part.transfer ? 0 : part.share), 0)
    for (let t = 0; t < years; t += 1) benefits[t]! += fiscal[t]! * resource + wider[t]!
  }
  return { costs, benefits }
}
