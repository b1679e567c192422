import { asCell, type Book, type Cell, type Formula, isFormula, type Value } from '../book.ts'
import { letterOf } from '../scenario-book/cells.ts'
import { DOCUMENT } from '../scenario-book/document-sheet.ts'
import type { Sheets } from './open-file.ts'

/** A figure of a file that is not what the program gives. */
export interface Difference {
  readonly sheet: string
  readonly cell: string
  /** Its defined name, or what its row and column say. */
  readonly name: string
  readonly there: unknown
  readonly here: Value
}

export interface Comparison {
  readonly agree: number
  readonly differences: readonly Difference[]
}

const FIGURES = 1e-11
const ROUNDING = 1e-6

/** Equal but for the fifteen figures that a spreadsheet keeps of a number. */
export const agrees = (there: unknown, here: Value): boolean =>
  typeof there === 'number' && typeof here === 'number'
    ? Math.abs(there - here) <= Math.max(ROUNDING, FIGURES * Math.abs(here))
    : there === here

interface Place {
  readonly row: number
  readonly column: number
  readonly value: Value | Formula
  readonly name: string
}

const settled = (value: Value | Formula): Value => (isFormula(value) ? value.value : value)

/** The figures of a sheet: numbers, and whatever a formula comes to. */
function figuresOf(sheet: Book['sheets'][number]): Place[] {
  const isFigure = (value: Value | Formula) => typeof value === 'number' || isFormula(value)
  const lines: { row: number; cells: readonly Cell[] }[] =
    'table' in sheet
      ? sheet.rows.map((row, at) => ({ row: at + 1, cells: row.map(asCell) }))
      : sheet.cells.map((cells, row) => ({ row, cells }))
  return lines.flatMap(({ row, cells }) =>
    cells.flatMap(({ value }, column) => {
      if (!isFigure(value)) return []
      const words = cells
        .slice(0, Math.min(column, 3))
        .flatMap((cell) => (typeof cell.value === 'string' ? [cell.value] : []))
      const title = 'table' in sheet ? [sheet.columns[column]!.title] : []
      return [{ row, column, value, name: [...words, ...title].join(', ') }]
    }),
  )
}

/** Every figure of a book against the cells of a file, by sheet and cell. */
export function compare(there: Sheets, here: Book): Comparison {
  const names = new Map(here.names.map(([name, cell]) => [cell.replaceAll(/['$]/g, ''), name]))
  const differences: Difference[] = []
  let agree = 0
  for (const sheet of here.sheets) {
    if (sheet.name === DOCUMENT) continue
    const cells = there.get(sheet.name)
    for (const { row, column, value, name } of figuresOf(sheet)) {
      const cell = `${letterOf(column)}${row + 1}`
      const [found, made] = [cells?.[row]?.[column] ?? null, settled(value)]
      if (agrees(found, made)) agree += 1
      else
        differences.push({
          sheet: sheet.name,
          cell,
          name: names.get(`${sheet.name}!${cell}`) ?? name,
          there: found,
          here: made,
        })
    }
  }
  return { agree, differences }
}
