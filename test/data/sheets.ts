import type { Sheet } from '../../data/sources/sheet.ts'

/** A small worksheet in the layout of a publication, for trying a reader on. */
export const sheetOf = (rows: readonly (readonly string[])[], file = 'cut-out.csv'): Sheet => ({
  file,
  sha256: '0'.repeat(64),
  rows,
})

/** The same worksheet with one cell changed; row and column from 0. */
export const withCell = (sheet: Sheet, row: number, column: number, text: string): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((cells, at) =>
    at === row ? cells.map((cell, i) => (i === column ? text : cell)) : cells,
  ),
})
