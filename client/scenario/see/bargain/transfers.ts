import { dealMoney } from '../../../format.ts'
import { list } from '../../../words.ts'
import { partnerLabel, type Worked } from '../names.ts'
import type { Shown } from '../shown.ts'

/** Who pays whom under a split, in present value. */
export function transferWords(shown: Shown, rule: Worked): string {
  const least = 0.5 + 1e-9 * Math.max(...rule.nets.map(Math.abs))
  const moved = rule.pvTransfer.map((amount, i) => ({
    amount,
    name: partnerLabel(shown, shown.reply.partners[i]!),
  }))
  const pays = moved.filter(({ amount }) => amount < -least).sort((a, b) => a.amount - b.amount)
  const gets = moved.filter(({ amount }) => amount > least).sort((a, b) => b.amount - a.amount)
  if (pays.length === 0) return 'No money moves between the partners.'
  const side = (ones: typeof moved, verb: string) =>
    list(
      ones.map(({ name, amount }, i) => `${name} ${i === 0 ? `${verb} ` : ''}${dealMoney(Math.abs(amount))}`),
    )
  return `${side(pays, 'pays')}; ${side(gets, 'receives')}.`
}
