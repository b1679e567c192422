import type { TableSheet } from '../book.ts'
import { dataSheet } from '../data-sheet.ts'
import type { PlaceTable } from './figures.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The years, their shares and their pounds a head as formulas over the cells beside them. */
export function yearsSheet({ reply, ...as }: PlaceTable): TableSheet {
  const sheet = dataSheet(reply, { ...as, name: as.sheet })
  const names = reply.columns.map(({ name }) => name)
  const at = (name: string, row: number) => `${LETTERS[names.indexOf(name)]}${row + 2}`
  const over: Readonly<Record<string, readonly [string, string]>> = {
    share: ['numerator', 'denominator'],
    head: ['denominator', 'persons'],
  }
  return {
    ...sheet,
    rows: sheet.rows.map((cells, row) =>
      cells.map((cell, column) => {
        const parts = over[names[column]!]
        if (!parts || typeof cell !== 'number') return cell
        return { formula: `${at(parts[0], row)}/${at(parts[1], row)}`, value: cell }
      }),
    ),
  }
}
