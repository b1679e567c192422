import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A worksheet as published: every cell as text, rows and columns counted from 0. */
export interface Sheet {
  readonly file: string
  readonly sha256: string
  readonly rows: readonly (readonly string[])[]
}

/** A publication is not laid out as its reader expects; row and column count from 1, as a spreadsheet shows them. */
export class LayoutError extends Error {
  constructor(sheet: { file: string }, row: number, column: number, message: string) {
    super(`${sheet.file}, row ${row + 1}, column ${column + 1}: ${message}`)
    this.name = 'LayoutError'
  }
}

/**
 * Read a worksheet saved as CSV, cell for cell.
 * @throws Error naming the file when it is not in the folder
 */
export function readSheet(folder: string, file: string): Sheet {
  const path = join(folder, file)
  if (!existsSync(path)) throw new Error(`${file} is not in ${folder}`)
  const bytes = readFileSync(path)
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rows: parse(bytes, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
    }) as string[][],
  }
}

/** The text of a cell without the white space around it; empty where the row is short. */
export const cell = (sheet: Sheet, row: number, column: number): string =>
  (sheet.rows[row]?.[column] ?? '').trim()

/** Check that a heading stands where the layout has it. */
export function expectCell(sheet: Sheet, row: number, column: number, expected: string | RegExp): void {
  const found = cell(sheet, row, column).replace(/\s+/g, ' ')
  const fits = typeof expected === 'string' ? found === expected : expected.test(found)
  if (!fits) throw new LayoutError(sheet, row, column, `expected ${expected}, found "${found}"`)
}

/**
 * The column of each named heading in a header row.
 * @throws LayoutError when a heading is absent or stands twice
 */
export function columnsOf<Name extends string>(
  sheet: Sheet,
  row: number,
  names: readonly Name[],
): Record<Name, number> {
  const header = (sheet.rows[row] ?? []).map((text) => text.replace(/\s+/g, ' ').trim())
  const found = names.map((name) => {
    const at = header.indexOf(name)
    if (at < 0) throw new LayoutError(sheet, row, 0, `no column is headed "${name}"`)
    if (header.indexOf(name, at + 1) >= 0)
      throw new LayoutError(sheet, row, at, `two columns are headed "${name}"`)
    return [name, at] as const
  })
  return Object.fromEntries(found) as Record<Name, number>
}
