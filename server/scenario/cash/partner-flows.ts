import type { Outcome, Refusal } from '../sharing/outcome.ts'
import type { Programme } from '../sharing/programme.ts'
import type { Compiled } from './compile.ts'
import { programmeFlows } from './programme-flows.ts'

/** One party's money by year, in pounds of the price base; net is on the basis being shared. */
export interface YearlyFlows {
  investment: number[]
  inKind: number[]
  gross: number[]
  cashable: number[]
  transfers: number[]
  net: number[]
  cumulative: number[]
}

const add = (a: readonly number[], b: readonly number[]) => a.map((value, t) => value + b[t]!)
const subtract = (a: readonly number[], b: readonly number[]) => a.map((value, t) => value - b[t]!)

function running(flow: readonly number[]): number[] {
  let sum = 0
  return flow.map((amount) => {
    sum += amount
    return sum
  })
}

/** Cash flows by partner, and for all together, under the rule in force. */
export function partnerFlows(
  compiled: Compiled,
  programme: Programme,
  chosen: Outcome | Refusal,
): { partners: Record<string, YearlyFlows>; total: YearlyFlows } {
  const gross = programmeFlows(compiled, { basis: 'gross', inKind: true })
  const cashable = programmeFlows(compiled, { basis: 'cashable', inKind: false })
  const nothing = new Array<number>(compiled.years).fill(0)
  const rows = compiled.partners.map((_, i): YearlyFlows => {
    const transfers = chosen.available ? chosen.transfers[i]! : nothing
    const net = subtract(add(programme.benefit[i]!, transfers), programme.cost[i]!)
    return {
      investment: [...cashable.cost[i]!],
      inKind: subtract(gross.cost[i]!, cashable.cost[i]!),
      gross: [...gross.benefit[i]!],
      cashable: [...cashable.benefit[i]!],
      transfers,
      net,
      cumulative: running(net),
    }
  })
  const keys = ['investment', 'inKind', 'gross', 'cashable', 'transfers', 'net'] as const
  const summed = Object.fromEntries(
    keys.map((key) => [key, rows.reduce((sum, row) => add(sum, row[key]), nothing)]),
  ) as Omit<YearlyFlows, 'cumulative'>
  return {
    partners: Object.fromEntries(compiled.partners.map((id, i) => [id, rows[i]!])),
    total: { ...summed, cumulative: running(summed.net) },
  }
}
