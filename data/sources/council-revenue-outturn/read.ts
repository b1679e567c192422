import { poundsAt } from '../number.ts'
import { cell, expectCell, LayoutError, type Sheet } from '../sheet.ts'

/** One service line of one return; pounds is null where the authority made no return. */
export interface OutturnCell {
  readonly ecode: string
  readonly line: string
  readonly pounds: bigint | null
  readonly row: number
  readonly column: number
}

export interface Authority {
  readonly ecode: string
  readonly ons: string
  readonly name: string
  readonly class: string
  readonly returned: boolean
}

export interface RevenueOutturn {
  readonly sheet: Sheet
  readonly authorities: readonly Authority[]
  readonly cells: readonly OutturnCell[]
  /** Published England row, pounds by line. */
  readonly england: ReadonlyMap<string, bigint>
  /** Published row of each class of authority, pounds by line. */
  readonly classes: ReadonlyMap<string, ReadonlyMap<string, bigint>>
}

const HEADER = 6
const LINE_NUMBERS = 5
const CLASS_ROWS: Record<string, string> = {
  'LONDON BOROUGHS': 'L',
  'METROPOLITAN DISTRICTS': 'MD',
  'UNITARY AUTHORITIES': 'UA',
  'SHIRE COUNTIES': 'SC',
  'SHIRE DISTRICTS': 'SD',
  'OTHER AUTHORITIES': 'O',
}
/** How the department marks a return that was not made. */
const NOT_RETURNED = new Set(['…', '...', ''])

export const TOTAL_SERVICE_EXPENDITURE = '699'

/**
 * Revenue Outturn Summary (RS), net current expenditure by service, one row an authority.
 * Thousands of pounds become pounds cell by cell, half away from zero.
 * @param services line number and heading of every line to read
 * @throws LayoutError naming file, row and column
 */
export function readRevenueOutturn(
  sheet: Sheet,
  year: string,
  services: readonly { line: string; label: string }[],
): RevenueOutturn {
  expectCell(sheet, 0, 0, new RegExp(`${year}: Revenue Outturn Summary \\(RS\\) data`))
  expectCell(sheet, 1, 0, /Net current expenditure \(£ thousand\)/)
  expectCell(sheet, HEADER, 0, 'E-code')
  expectCell(sheet, HEADER, 1, 'ONS Code')
  expectCell(sheet, HEADER, 2, 'Local authority')
  expectCell(sheet, HEADER, 4, 'Class')
  const total = {
    line: TOTAL_SERVICE_EXPENDITURE,
    label: 'TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)',
  }
  const columns = [...services, total].map(({ line, label }) => {
    const column = sheet.rows[LINE_NUMBERS]?.findIndex((text) => text.trim() === line) ?? -1
    if (column < 0) throw new LayoutError(sheet, LINE_NUMBERS, 0, `no column has line number ${line}`)
    expectCell(sheet, HEADER, column, label)
    return { line, column }
  })
  const published = (row: number) =>
    new Map(columns.map(({ line, column }) => [line, poundsAt(sheet, row, column)]))

  const authorities: Authority[] = []
  const cells: OutturnCell[] = []
  const classes = new Map<string, ReadonlyMap<string, bigint>>()
  let england: ReadonlyMap<string, bigint> | undefined
  for (let row = HEADER + 1; row < sheet.rows.length; row++) {
    const ecode = cell(sheet, row, 0)
    const name = cell(sheet, row, 2)
    if (name === 'ENGLAND') england = published(row)
    if (!/^E\d{4}$/.test(ecode)) {
      const group = CLASS_ROWS[name]
      if (group && cell(sheet, row, 4) === group) classes.set(group, published(row))
      continue
    }
    const blank = columns.filter(({ column }) => NOT_RETURNED.has(cell(sheet, row, column)))
    if (blank.length > 0 && blank.length < columns.length)
      throw new LayoutError(
        sheet,
        row,
        blank[0]!.column,
        `${name} has figures for some lines and not for this one`,
      )
    const returned = blank.length === 0
    authorities.push({
      ecode,
      ons: cell(sheet, row, 1),
      name,
      class: cell(sheet, row, 4),
      returned,
    })
    for (const { line, column } of columns)
      cells.push({
        ecode,
        line,
        pounds: returned ? poundsAt(sheet, row, column) : null,
        row,
        column,
      })
  }
  if (!england) throw new LayoutError(sheet, sheet.rows.length - 1, 2, 'there is no ENGLAND row')
  for (const group of Object.values(CLASS_ROWS))
    if (!classes.has(group))
      throw new LayoutError(sheet, sheet.rows.length - 1, 4, `there is no row for class ${group}`)
  return { sheet, authorities, cells, england, classes }
}
