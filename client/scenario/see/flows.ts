import { partnerLabel, yearName } from './names.ts'
import type { Shown } from './shown.ts'
import { type Cell, sumOf, type Twin } from './twin.ts'

/** What one partner, or all, put in year by year on the basis of the case: money, and in kind where it counts. */
export function costFlow({ reply }: Shown, partner: string | null, inKind = reply.sharing.countInKind) {
  const flow = partner === null ? reply.flows.total : reply.flows.partners[partner]!
  return flow.investment.map((money, t) => money + (inKind ? flow.inKind[t]! : 0))
}

export const benefitFlow = ({ reply }: Shown, partner: string | null, basis = reply.sharing.basis) =>
  (partner === null ? reply.flows.total : reply.flows.partners[partner]!)[basis]

/** One amount a year discounted: year, what makes it up, net, factor and present value, with the sums. */
export function discounted(
  { reply }: Shown,
  caption: string,
  parts: readonly { head: string; amounts: readonly number[]; sign: 1 | -1 }[],
  net = 'Net',
): Twin {
  const several = parts.length > 1
  const rows = reply.factors.map((by, t): Cell[] => {
    const sum = parts.reduce((total, { amounts, sign }) => total + sign * amounts[t]!, 0)
    return [yearName(t), ...parts.map(({ amounts }) => amounts[t]!), ...(several ? [sum] : []), by, sum * by]
  })
  const columns = [
    { head: 'Year', unit: 'text' as const },
    ...parts.map(({ head }) => ({ head, unit: 'pounds' as const })),
    ...(several ? [{ head: net, unit: 'pounds' as const }] : []),
    { head: 'Factor', unit: 'factor' as const },
    { head: 'Present value', unit: 'pounds' as const },
  ]
  const foot = columns.map(
    ({ unit }, at): Cell => (at === 0 ? 'Sum' : unit === 'pounds' ? sumOf(rows, at) : null),
  )
  return { caption, columns, rows, foot }
}

/** A flow discounted and added up year by year. */
export function cumulative({ reply }: Shown, flow: readonly number[]): number[] {
  let sum = 0
  return flow.map((amount, t) => {
    sum += amount * reply.factors[t]!
    return sum
  })
}

export interface Position {
  id: string | null
  name: string
  flow: readonly number[]
  /** Present value so far, by year. */
  line: number[]
  /** Whether it puts anything in that could be paid back. */
  puts: boolean
  /** Index of the year from which it is never again below nothing. */
  payback: number | null
}

/** Each partner's position under a rule, and the programme's, in present value so far. */
export function positions(
  shown: Shown,
  rule: { netFlow: number[][]; payback: { discounted: { sustained: number | null }[] } },
): Position[] {
  const { reply } = shown
  const programme = reply.factors.map((_, t) => benefitFlow(shown, null)[t]! - costFlow(shown, null)[t]!)
  return [
    {
      id: null,
      name: 'All partners',
      flow: programme,
      line: cumulative(shown, programme),
      puts: costFlow(shown, null).some((amount) => amount > 0),
      payback: reply.financial[reply.sharing.basis].payback.discounted.sustained,
    },
    ...reply.partners.map((id, i) => ({
      id,
      name: partnerLabel(shown, id),
      flow: rule.netFlow[i]!,
      line: cumulative(shown, rule.netFlow[i]!),
      puts: reply.sharing.pvCost[i]! > 0,
      payback: rule.payback.discounted[i]!.sustained,
    })),
  ]
}
