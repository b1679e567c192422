import type { Material } from './material.ts'
import { YearTable } from './year-table.ts'

export const CASH = 'Cash flow'

/** What is shown of each partner, in this order; cost, benefit and transfers stand together. */
export const MEASURES = {
  money: 'Contribution in money',
  inKind: 'Contribution in kind',
  gross: 'Benefit where it falls, in all',
  cashable: 'Benefit where it falls, cashable',
  cost: 'Cost counted in sharing',
  benefit: 'Benefit counted in sharing',
  transfers: 'Transfer received (paid is negative)',
  net: 'Net after transfers',
  cumulative: 'Net, cumulative',
  discounted: 'Net, cumulative and discounted',
  repaid: 'Paid back, 1 or 0',
  repaidDiscounted: 'Paid back discounted, 1 or 0',
} as const
export type Measure = keyof typeof MEASURES
export const ADDED = ['money', 'inKind', 'gross', 'cashable', 'cost', 'benefit', 'transfers', 'net'] as const

export const of = (measure: Measure, partner: number | 'all'): string => `${measure} ${partner}`

/** The table of cash flows before anything is written in it, so that others may point at its cells. */
export function cashTable(material: Material): YearTable {
  const { partners, factors } = material.compiled
  const table = new YearTable(
    CASH,
    {
      about: 'Contributions, benefits, transfers and net by partner and year, under the rule in force',
      table: 'CashFlow',
    },
    ['Partner', 'Measure'],
    [
      ...(Object.keys(MEASURES) as Measure[]).flatMap((measure) => partners.map((_, i) => of(measure, i))),
      ...ADDED.map((measure) => of(measure, 'all')),
      'before all',
      of('cumulative', 'all'),
    ],
    factors,
  )
  material.years.set(CASH, table)
  return table
}

/** Cells of present values by partner: counted cost and benefit. */
export const presentOf = (table: YearTable, measure: 'cost' | 'benefit', partner: number): string =>
  table.present(of(measure, partner))

export const presentsOf = (table: YearTable, measure: 'cost' | 'benefit', { compiled }: Material): string =>
  table.presents(compiled.partners.map((_, i) => of(measure, i)))
