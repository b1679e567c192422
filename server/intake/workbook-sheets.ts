import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'

/** One line of what the process that reads a workbook tells. */
export type Told =
  | {
      kind: 'sheet'
      name: string
      hidden: boolean
      merges: number
      hiddenRows: number
      filter: boolean
      imprecise: number
    }
  | { kind: 'row'; cells: string[] }
  | { kind: 'book'; links: boolean }
  | { kind: 'fault'; message: string }

/** Digits a workbook keeps: https://support.microsoft.com/office/excel-specifications-and-limits */
const DIGITS = 15

const dayOf = (date: Date): string => {
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#DATE!' : dayOf(value)
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

const imprecise = (value: unknown) => typeof value === 'number' && Math.abs(value) >= 10 ** DIGITS

/** Rows of a sheet as text: a formula that has no saved value stands as itself, words in merged cells are carried down. */
export function* rowsOf({ rows, cells, merges = [] }: Sheet): Generator<string[]> {
  const carried = new Map<string, string>()
  for (const { startRow, startCol, endRow } of merges) {
    const value = rows[startRow]?.[startCol]
    if (typeof value !== 'string' || endRow === startRow) continue
    for (let row = startRow + 1; row <= endRow; row += 1) carried.set(`${row},${startCol}`, value)
  }
  for (const [row, values] of rows.entries())
    yield values.map((value, column) => {
      const key = `${row},${column}`
      if (value !== null) return textOf(value)
      const formula = cells?.get(key)?.formula
      return formula ? `=${formula}` : (carried.get(key) ?? '')
    })
}

/** XML that declares entities is not read: https://cheatsheetseries.owasp.org/cheatsheets/XML_Security_Cheat_Sheet.html */
function declares(content: Uint8Array): boolean {
  for (const [name, bytes] of Object.entries(
    unzipSync(content, { filter: ({ name }) => /\.(xml|rels)$/i.test(name) }),
  ))
    if (name && /<!(DOCTYPE|ENTITY)/i.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1')))
      return true
  return false
}

/** What a workbook holds, sheet by sheet and row by row. */
export async function* sheetsOf(file: string): AsyncGenerator<Told> {
  const content = await readFile(file)
  if (declares(content)) {
    yield {
      kind: 'fault',
      message:
        'The workbook declares entities in its XML, which no spreadsheet program does. It was not read.',
    }
    return
  }
  const { sheets, externalLinks } = await readXlsx(content)
  yield { kind: 'book', links: (externalLinks?.length ?? 0) > 0 }
  for (const sheet of sheets) {
    yield {
      kind: 'sheet',
      name: sheet.name,
      hidden: Boolean(sheet.hidden || sheet.veryHidden),
      merges: sheet.merges?.length ?? 0,
      hiddenRows: [...(sheet.rowDefs?.values() ?? [])].filter(({ hidden }) => hidden).length,
      filter: Boolean(sheet.autoFilter),
      imprecise: sheet.rows.reduce((sum, row) => sum + row.filter(imprecise).length, 0),
    }
    if (!sheet.hidden && !sheet.veryHidden) for (const cells of rowsOf(sheet)) yield { kind: 'row', cells }
  }
}
