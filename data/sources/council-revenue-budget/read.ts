import { poundsAt } from '../number.ts'
import { cell, expectCell, LayoutError, type Sheet } from '../sheet.ts'

export interface BudgetCell {
  readonly line: string
  readonly pounds: bigint
  readonly row: number
  readonly column: number
}

const HEADER = 6
const LINE_NUMBERS = 5

/**
 * Revenue Account budget (RA) of one authority by service total, thousands of pounds made pounds.
 * @param lines the return's line number beside the budget's, with the heading it must have
 * @throws LayoutError naming file, row and column, also when the authority has no row
 */
export function readRevenueBudget(
  sheet: Sheet,
  year: string,
  ecode: string,
  lines: readonly { line: string; budget_line: string; label: string }[],
): BudgetCell[] {
  expectCell(sheet, 0, 0, new RegExp(year))
  expectCell(sheet, HEADER, 0, 'E-code')
  const row = sheet.rows.findIndex((cells) => cells[0]?.trim() === ecode)
  if (row < 0) throw new LayoutError(sheet, sheet.rows.length - 1, 0, `${ecode} has no budget`)
  return lines.map(({ line, budget_line, label }) => {
    const column =
      sheet.rows[LINE_NUMBERS]?.findIndex((_, at) => cell(sheet, LINE_NUMBERS, at) === budget_line) ?? -1
    if (column < 0) throw new LayoutError(sheet, LINE_NUMBERS, 0, `no column has line number ${budget_line}`)
    expectCell(sheet, HEADER, column, label)
    return { line, pounds: poundsAt(sheet, row, column), row, column }
  })
}
