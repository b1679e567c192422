import { benefitFlow } from '../flows.ts'
import { partnerLabel } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'

export interface Payer {
  id: string
  name: string
  cost: number
  cashable: number
  gross: number
}

/** What each partner puts in and what falls to it before any transfer, in present value. */
export function payers(shown: Shown): Payer[] {
  const { reply } = shown
  const value = (flow: readonly number[]) =>
    flow.reduce((sum, amount, t) => sum + amount * reply.factors[t]!, 0)
  return reply.partners.map((id, i) => ({
    id,
    name: partnerLabel(shown, id),
    cost: reply.sharing.pvCost[i]!,
    cashable: value(benefitFlow(shown, id, 'cashable')),
    gross: value(benefitFlow(shown, id, 'gross')),
  }))
}

export function payersTwin(rows: readonly Payer[]): Twin {
  const cells = rows.map(({ name, cost, cashable, gross }): Cell[] => [
    name,
    cost,
    cashable,
    gross,
    cashable - cost,
    gross - cost,
  ])
  return {
    caption: 'Who pays, who gains, before any transfer',
    columns: [
      { head: 'Partner', unit: 'text' },
      { head: 'Puts in', unit: 'pounds' },
      { head: 'Falls to it, cashable', unit: 'pounds' },
      { head: 'Falls to it, gross', unit: 'pounds' },
      { head: 'Net, cashable', unit: 'pounds' },
      { head: 'Net, gross', unit: 'pounds' },
    ],
    rows: cells,
    foot: ['Sum', ...[1, 2, 3, 4, 5].map((at) => sumOf(cells, at))],
  }
}
