import { pounds } from '../../../format.ts'
import { yearName } from '../names.ts'
import type { Shown } from '../shown.ts'
import { type Cell, sumOf, type Twin } from '../twin.ts'
import type { Explanation } from './explanation.ts'
import { marksOf } from './marks.ts'

/** The pot's cash by year: each year opens with what the one before closed with. */
export function potTable({ reply }: Shown): Twin {
  const rows = reply.ledger.map((year): Cell[] => [
    yearName(year.year),
    year.opening,
    year.fixedContributions,
    year.calledContributions,
    year.receipts,
    year.recycled,
    year.spend,
    year.shortfall,
    year.closing,
  ])
  return {
    caption: 'The pot by year',
    columns: [
      { head: 'Year', unit: 'text' },
      { head: 'Opening', unit: 'pounds' },
      { head: 'Fixed contributions', unit: 'pounds' },
      { head: 'Called contributions', unit: 'pounds' },
      { head: 'Receipts', unit: 'pounds' },
      { head: 'Recycled savings', unit: 'pounds' },
      { head: 'Spending', unit: 'pounds' },
      { head: 'Shortfall', unit: 'pounds' },
      { head: 'Closing', unit: 'pounds' },
    ],
    rows,
    foot: ['Sum', null, ...[2, 3, 4, 5, 6, 7].map((at) => sumOf(rows, at)), null],
  }
}

export function explainPot(shown: Shown, at: number | null): Explanation {
  const { document, reply } = shown
  const year = at === null ? null : reply.ledger[at]
  const steps = year
    ? [
        ['opening', year.opening],
        ['fixed contributions', year.fixedContributions],
        ['called for', year.calledContributions],
        ['receipts', year.receipts],
        ['recycled', year.recycled],
        ['shortfall to be made up', year.shortfall],
      ].filter(([, amount]) => amount !== 0)
    : []
  return {
    title: year ? `The pot in ${yearName(year.year)}` : 'The pot',
    formula: [
      'Closing = opening + contributions + receipts + recycled savings + shortfall made up − spending',
      ...(year
        ? [
            `${steps.length > 0 ? steps.map(([name, amount]) => `${pounds(amount as number)} ${name}`).join(' + ') : pounds(0)} − ${pounds(year.spend)} spent = ${pounds(year.closing)}`,
          ]
        : []),
    ],
    tables: [potTable(shown)],
    notes: [
      document.pot.contributions.some(({ kind }) => kind === 'share')
        ? 'Partners who contribute by share are called for what each year needs beyond the balance, so the pot is never short.'
        : 'Every contribution is fixed, so a year that needs more than there is shows a shortfall.',
      'Money only: what is given in kind, and what one partner bears outside the pot, is not in it. Not discounted.',
    ],
    marks: marksOf(shown, ['costs']),
  }
}
