import type { TableSheet } from '../book.ts'
import { numbersOf, sum } from '../data-sheet.ts'
import { titleOf } from '../titles.ts'
import type { PlaceTable } from './figures.ts'

export const CHECKS = 'Checks'
const CENT = 2

/** The column of a table that comes to the total. */
const amountOf = ({ reply }: PlaceTable) =>
  reply.columns.find(({ name }) => ['amount', 'spending', 'denominator'].includes(name))!

/** The sum of a table's amounts as a formula, with what it comes to. */
export const totalBy = (table: PlaceTable) => {
  const column = amountOf(table)
  return {
    formula: `SUM(${table.table}[${titleOf(column)}])`,
    value: sum(numbersOf(table.reply.data[column.name]!)),
  }
}

/** The total from every table that makes it up: whichever way it is cut, it is the same. */
export function checksSheet(tables: readonly PlaceTable[]): TableSheet {
  const cuts = tables.filter(({ id }) =>
    ['agencies', 'sectors', 'functions', 'spectrum', 'members'].includes(id),
  )
  const whole = totalBy(tables.find(({ id }) => id === 'agencies')!).value
  return {
    name: CHECKS,
    about: 'The total, however it is cut, and the difference to the penny',
    table: 'Checks',
    columns: [
      { title: 'From sheet', width: 30 },
      { title: 'Comes to £', width: 24, format: '£#,##0;-£#,##0' },
      { title: 'Less the total £', width: 24, format: '£#,##0.00;-£#,##0.00' },
    ],
    rows: cuts.map((table, index) => {
      const total = totalBy(table)
      return [
        table.sheet,
        total,
        {
          formula: `ROUND(B${index + 2}-total,${CENT})`,
          value: Number((total.value - whole).toFixed(CENT)) || 0,
        },
      ]
    }),
  }
}
