import { shareOf } from '../../count/share.ts'
import type { TableSheet } from '../book.ts'
import { dataSheet, numbersOf, sum } from '../data-sheet.ts'
import type { PlaceTable } from './figures.ts'

/** Part of a whole, both cells, by the rule of server/count/share.ts. */
const shareFormula = (part: string, whole: string) =>
  `IF(AND(${whole}>0,${part}>=0,${part}<=${whole}),${part}/${whole},"[x]")`

/** The classes of control with their share of the total, a formula each, and the total below. */
export function spectrumSheet({ reply, ...as }: PlaceTable): TableSheet {
  const sheet = dataSheet(reply, { ...as, name: as.sheet })
  const amounts = reply.data.spending!
  const whole = sum(numbersOf(amounts))
  const total = `D${reply.rows + 2}`
  const shares = amounts.map((amount, row) =>
    typeof amount === 'number'
      ? {
          formula: shareFormula(`D${row + 2}`, `$${total[0]}$${total.slice(1)}`),
          value: shareOf(amount, whole) ?? '[x]',
        }
      : '[x]',
  )
  const [first, name, local, spending, meaning] = sheet.columns
  return {
    ...sheet,
    about: `${as.about}, with the total and the share of each`,
    columns: [
      { ...first!, total: { label: 'Total' } },
      name!,
      local!,
      { ...spending!, total: { sum: whole } },
      { title: 'Share', width: 12, format: '0.0%' },
      meaning!,
    ],
    rows: sheet.rows.map((row, index) => [...row.slice(0, 4), shares[index]!, row[4]!]),
  }
}
