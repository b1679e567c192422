import {
  asCell,
  type Book,
  type Cell,
  type Formula,
  isFormula,
  type Value,
} from '../../server/export/book.ts'

const spoilt = (value: Value | Formula | Cell): Value | Formula | Cell => {
  if (isFormula(value)) return { formula: value.formula, value: 12_345 }
  const cell = asCell(value)
  return isFormula(cell.value) ? { ...cell, value: { formula: cell.value.formula, value: 12_345 } } : value
}

/** The book with every stored value wrong, so that only a reader that recalculates gets it right. */
export const withWrongValues = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) =>
    'table' in sheet
      ? {
          ...sheet,
          rows: sheet.rows.map((row) => row.map(spoilt)),
          columns: sheet.columns.map((column) => {
            const { total } = column
            if (!total || 'label' in total) return column
            return {
              ...column,
              total: 'sum' in total ? { sum: 12_345 } : { formula: total.formula, value: 12_345 },
            }
          }),
        }
      : {
          ...sheet,
          cells: sheet.cells.map((row) =>
            row.map((cell) =>
              isFormula(cell.value)
                ? { ...cell, value: { formula: cell.value.formula, value: 12_345 } }
                : cell,
            ),
          ),
        },
  ),
})
