import {
  asCell,
  type Book,
  type Cell,
  isFormula,
  type TableSheet,
  type Value,
} from '../../server/export/book.ts'
import type { Cells } from './fetch.ts'

/** What is typed into a workbook: by defined name, or by sheet, item, and column of a table of years. */
export type Change =
  | { readonly name: string; readonly value: Value }
  | { readonly item: string; readonly column: string; readonly value: number }

const retyped = (cell: Cell, value: Value): Cell => {
  if (isFormula(cell.value) || cell.look !== 'input') throw new Error('only a marked cell may be changed')
  return { ...cell, value }
}

/** The book as somebody leaves it who types other values in marked cells: its formulas are as they were. */
export function withChanges(book: Book, changes: readonly Change[]): Book {
  const names = new Map(book.names)
  const at = new Map<string, Value>()
  const sheetOf = (name: string) => book.sheets.find((sheet) => sheet.name === name) as TableSheet
  for (const change of changes) {
    if ('name' in change) {
      const cell = names.get(change.name)
      if (!cell) throw new Error(`no input is named ${change.name}`)
      at.set(cell.replaceAll(/['$]/g, ''), change.value)
    } else {
      const { columns, rows } = sheetOf('Yearly inputs')
      const column = columns.findIndex(({ title }) => title === change.column)
      const row = rows.findIndex(([item]) => item === change.item)
      at.set(`Yearly inputs!${String.fromCharCode(65 + column)}${row + 2}`, change.value)
    }
  }
  const left = new Set(at.keys())
  const sheets = book.sheets.map((sheet) => {
    if (!('table' in sheet)) return sheet
    return {
      ...sheet,
      rows: sheet.rows.map((row, r) =>
        row.map((cell, c) => {
          const key = `${sheet.name}!${String.fromCharCode(65 + c)}${r + 2}`
          if (!left.delete(key)) return cell
          return retyped(asCell(cell), at.get(key)!)
        }),
      ),
    }
  })
  if (left.size > 0) throw new Error(`nothing was changed at ${[...left].join(', ')}`)
  return { ...book, sheets }
}

const same = (a: unknown, b: unknown) =>
  a === b ||
  (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= Math.max(1e-7, 1e-11 * Math.abs(a)))

/** Cells of one workbook that are not the other's, to well under a penny. */
export const differences = (
  mine: Readonly<Record<string, Cells>>,
  other: Readonly<Record<string, Cells>>,
  counts: (sheet: string, row: Cells[number], title: unknown) => boolean = () => true,
) =>
  Object.entries(mine).flatMap(([sheet, rows]) =>
    rows.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        const found = other[sheet]?.[r]?.[c]
        if (same(cell, found) || !counts(sheet, row, rows[0]![c])) return []
        return [{ sheet, row: r + 1, title: rows[0]![c], of: row.slice(0, 3).join(' '), cell, found }]
      }),
    ),
  )

/** Columns that say what was exported, and not what follows from it. */
const SAYS = /^(As exported|Changed|Check figure as exported|Why not available as exported)$/
const LEAVES = /^(Cover|Contents|Assumptions|Notes|Document|Sources)$/

/** Whether a cell follows its inputs: neither told as a value, nor resting on one, nor a word of the export. */
export const follows = (sheet: string, row: Cells[number], title: unknown) =>
  !LEAVES.test(sheet) &&
  !SAYS.test(String(title)) &&
  !String(title).includes('formula on a value') &&
  !row.includes('value, not a formula') &&
  !row.includes('formula on a value')
