import { ratio } from '../appraisal/indicators.ts'
import { largest, type Payback, payback } from '../appraisal/payback.ts'
import { type Acceptance, acceptance } from './acceptance.ts'
import type { Programme, Totals } from './programme.ts'
import { type Rule, type RuleContext, type Split, share } from './rules.ts'
import { settle } from './settlement.ts'
import { transfersFor } from './transfers.ts'

/** What one split does, by partner in partner order; yearly amounts by partner then year, in pounds. */
export interface Outcome {
  rule: Rule
  available: true
  /** Net position in present value. */
  nets: number[]
  /** Part of the benefit's present value each ends with; null where there is no benefit. */
  benefitShare: (number | null)[]
  pvTransfer: number[]
  transfers: number[][]
  netFlow: number[][]
  /** Present value received for each pound put in; null for a partner that puts in nothing. */
  returnPerPound: (number | null)[]
  payback: { discounted: Payback[]; undiscounted: Payback[] }
  acceptance: Acceptance
  /** The transfers in whole pence, adding up to nothing in every year. */
  settlement: number[][]
}

export interface Refusal {
  rule: Rule
  available: false
  reason: string
}

/** One rule worked through: nets, transfers, returns, paybacks, settlement and acceptance tests. */
export function outcome(
  rule: Rule,
  programme: Programme,
  totals: Totals,
  context: RuleContext = {},
): Outcome | Refusal {
  const split = share(rule, programme, totals, context)
  if ('refused' in split) return { rule, available: false, reason: split.refused }
  const transfers = yearlyTransfers(rule, split, programme, totals)
  if (transfers.flat().some((amount) => Math.abs(amount) > MOST_SETTLED))
    return { rule, available: false, reason: 'Its transfers are beyond any public budget.' }
  return workedThrough(rule, split.nets, transfers, programme, totals, context)
}

// Pounds a year that are still whole pence to a computer, with room to add them up.
const MOST_SETTLED = 1e13

function yearlyTransfers(
  rule: Rule,
  { nets, received }: Split,
  programme: Programme,
  totals: Totals,
): number[][] {
  const { benefit } = programme
  if (received) return received.map((row, i) => row.map((amount, t) => amount - benefit[i]![t]!))
  if (rule === 'liesWhereItFalls') return benefit.map((row) => row.map(() => 0))
  return transfersFor(nets, programme, totals)
}

function workedThrough(
  rule: Rule,
  nets: number[],
  transfers: number[][],
  programme: Programme,
  totals: Totals,
  context: RuleContext,
): Outcome {
  const { cost, benefit, factors, partners } = programme
  const netFlow = transfers.map((row, i) => row.map((paid, t) => benefit[i]![t]! + paid - cost[i]![t]!))
  const stake = largest(...cost, ...benefit, ...transfers)
  return {
    rule,
    available: true,
    nets,
    benefitShare: nets.map((net, i) => ratio(net + totals.pvCost[i]!, totals.benefit)),
    pvTransfer: nets.map((net, i) => net - (totals.pvBenefit[i]! - totals.pvCost[i]!)),
    transfers,
    netFlow,
    returnPerPound: nets.map((net, i) => ratio(net + totals.pvCost[i]!, totals.pvCost[i]!)),
    payback: {
      discounted: netFlow.map((flow) => payback(flow, factors, stake)),
      undiscounted: netFlow.map((flow) => payback(flow, undefined, stake)),
    },
    acceptance: acceptance(nets, totals, context),
    settlement: settle(transfers, partners),
  }
}
