import { type Book, type Formula, isFormula, type Value } from '../../server/export/book.ts'

const spoilt = <T extends Value | Formula>(value: T): T | Formula =>
  isFormula(value) ? { formula: value.formula, value: 12_345 } : value

/** The book with every stored value wrong, so that only a reader that recalculates gets it right. */
export const withWrongValues = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) =>
    'table' in sheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => row.map(spoilt)),
          columns: sheet.columns.map((column) => {
            if (!column.total || 'label' in column.total) return column
            return { ...column, total: 'sum' in column.total ? { sum: 12_345 } : spoilt(column.total) }
          }),
        }
      : {
          ...sheet,
          cells: sheet.cells.map((row) => row.map((cell) => ({ ...cell, value: spoilt(cell.value) }))),
        },
  ),
})
