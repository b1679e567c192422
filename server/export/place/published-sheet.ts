import type { TableSheet } from '../book.ts'
import { dataSheet, letterOf } from '../data-sheet.ts'
import type { PlaceTable } from './figures.ts'

/** Published counts, the difference from ours and its ratio as formulas over the cells beside them. */
export function publishedSheet({ reply, ...as }: PlaceTable): TableSheet {
  const sheet = dataSheet(reply, { ...as, name: as.sheet })
  const names = reply.columns.map(({ name }) => name)
  const at = (name: string, row: number) => `${letterOf(names.indexOf(name))}${row + 2}`
  const formulas: Readonly<Record<string, (row: number) => string>> = {
    difference: (row) => `${at('ours', row)}-${at('published', row)}`,
    ratio: (row) => `${at('ours', row)}/${at('published', row)}`,
  }
  return {
    ...sheet,
    rows: sheet.rows.map((cells, row) =>
      cells.map((cell, column) => {
        const formula = formulas[names[column]!]
        return formula && typeof cell === 'number' ? { formula: formula(row), value: cell } : cell
      }),
    ),
  }
}
