import { percentTenth, pounds } from '../../../format.ts'
import { benefitFlow, costFlow, discounted } from '../flows.ts'
import { partnerName } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

const position = ({ reply }: Shown, id: string) => reply.partners.indexOf(id)

export function explainContribution(shown: Shown, id: string): Explanation {
  const { reply, document } = shown
  const total = reply.sharing.pvCost[position(shown, id)]!
  const whole = reply.sharing.pvCost.reduce((a, b) => a + b, 0)
  const entries = document.pot.contributions.filter((one) => one.partner === id)
  return {
    title: `What ${partnerName(shown, id)} puts in`,
    formula: [
      'Present value = sum over the years of contribution × factor',
      `${pounds(total)}${whole > 0 ? `, ${percentTenth(total / whole)} of the ${pounds(whole)} that all put in` : ''}`,
    ],
    tables: [
      discounted(shown, `Contributions of ${partnerName(shown, id)} by year`, [
        { head: 'Puts in', amounts: costFlow(shown, id), sign: 1 },
      ]),
    ],
    notes: [
      ...entries.map((entry) =>
        entry.kind === 'share'
          ? `Contributes ${percentTenth(entry.share ?? 0)} of what fixed contributions leave of the cost.`
          : `Contributes fixed amounts${entry.kind === 'line' ? `, from “${entry.line?.id ?? 'a line of the count'}”` : ''}.`,
      ),
      `In kind ${reply.sharing.countInKind ? 'counts' : 'does not count'} in the financial case here. Prices of ${reply.priceBase}.`,
    ],
    marks: marksOf(shown, ['costs']),
  }
}

/** Each outcome's part of what falls to a partner, in present value; none where the body is succeeded by another, and the parts would not add up. */
function byOutcome(shown: Shown, id: string, basis: 'cashable' | 'gross', total: number): Twin[] {
  const { reply, document } = shown
  const rows = reply.outcomes.flatMap((flow): Cell[][] => {
    const outcome = document.outcomes.find((one) => one.id === flow.id)
    const split = outcome?.split ?? []
    const whole = split.reduce((sum, part) => sum + (part.share ?? 0), 0)
    const value = flow.fiscal.reduce((sum, amount, t) => sum + amount * reply.factors[t]!, 0)
    return split
      .filter((part) => part.partner === id && whole > 0)
      .map((part) => {
        const share = (part.share ?? 0) / whole
        const cashable = part.cashable ?? 0
        return [
          outcome?.name ?? flow.id,
          value,
          share,
          ...(basis === 'cashable' ? [cashable] : []),
          value * share * (basis === 'cashable' ? cashable : 1),
          outcome?.provenance?.status ?? 'no source given',
        ]
      })
  })
  const at = basis === 'cashable' ? 4 : 3
  const sum = sumOf(rows, at)
  if (Math.abs(sum - total) > 0.5 + 1e-9 * Math.abs(total)) return []
  const columns = [
    { head: 'Outcome', unit: 'text' as const },
    { head: 'Worth in all', unit: 'pounds' as const },
    { head: 'Part that falls here', unit: 'share' as const },
    ...(basis === 'cashable' ? [{ head: 'Cashable part', unit: 'share' as const }] : []),
    { head: 'Present value', unit: 'pounds' as const },
    { head: 'Standing', unit: 'text' as const },
  ]
  return [
    {
      caption: `What falls to ${partnerName(shown, id)}, by outcome`,
      columns,
      rows,
      foot: columns.map((_, i) => (i === 0 ? 'Sum' : i === at ? sum : null)),
    },
  ]
}

export function explainBenefit(shown: Shown, id: string, basis: 'cashable' | 'gross'): Explanation {
  const { reply } = shown
  const flow = benefitFlow(shown, id, basis)
  const total = flow.reduce((sum, amount, t) => sum + amount * reply.factors[t]!, 0)
  const own = partnerName(shown, id)
  const words = basis === 'cashable' ? 'in cash it can take out of a budget' : 'in all, cashable or not'
  return {
    title: `What falls to ${own}, ${basis}`,
    formula: ['Present value = sum over the years of what falls to it × factor', `${pounds(total)} ${words}`],
    tables: [
      ...byOutcome(shown, id, basis, total),
      discounted(shown, `What falls to ${own} by year, ${basis}`, [
        { head: 'Falls to it', amounts: flow, sign: 1 },
      ]),
    ],
    notes: [`Before any transfer between partners. Prices of ${reply.priceBase}.`],
    marks: marksOf(shown, ['benefits'], id),
  }
}
