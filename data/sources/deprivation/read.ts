import { numberAt } from '../number.ts'
import { cell, columnsOf, type Sheet } from '../sheet.ts'

const CODE = 'Local Authority District code (2019)'

/**
 * One column of a sheet of the Indices of Deprivation 2019, File 10, by district on 2019 codes.
 * Headings have stray spaces at their ends; they are matched without.
 */
export function readDeprivation(sheet: Sheet, heading: string): Map<string, number> {
  const at = columnsOf(sheet, 0, [CODE, heading])
  const values = new Map<string, number>()
  for (let row = 1; row < sheet.rows.length; row++) {
    const code = cell(sheet, row, at[CODE]!)
    if (code) values.set(code, numberAt(sheet, row, at[heading]!))
  }
  return values
}
