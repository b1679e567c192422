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
  /** ONS code; empty where the year's layout has none. */
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
const TOTAL = {
  line: TOTAL_SERVICE_EXPENDITURE,
  label: 'TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)',
}

const folded = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** Where the headings stand: layouts differ by year, so columns are found by heading, and by number where there is one. */
function layoutOf(sheet: Sheet, lines: readonly { line: string; label: string }[]) {
  const header = sheet.rows.findIndex((row) => row[0]?.trim() === 'E-code')
  if (header < 0) throw new LayoutError(sheet, 5, 0, 'no row begins with E-code')
  const headings = sheet.rows[header]!.map(folded)
  const find = (heading: string) => headings.indexOf(folded(heading))
  const must = (heading: string) => {
    const at = find(heading)
    if (at < 0) throw new LayoutError(sheet, header, 0, `no column is headed "${heading}"`)
    return at
  }
  const numbered = sheet.rows[header - 1]!.some((text) => text.trim() === TOTAL_SERVICE_EXPENDITURE)
  const columns = lines.map(({ line, label }) => {
    const column = must(label)
    if (numbered) expectCell(sheet, header - 1, column, line)
    return { line, column }
  })
  return { header, ons: find('ONS Code'), name: must('Local authority'), kind: must('Class'), columns }
}

/**
 * Revenue Outturn Summary (RS), net current expenditure by service, one row an authority, 2010-11 to 2017-18.
 * Thousands of pounds become pounds cell by cell, half away from zero.
 * @param services line number and heading of every line to read
 * @throws LayoutError naming file, row and column
 */
export function readRevenueOutturn(
  sheet: Sheet,
  year: string,
  services: readonly { line: string; label: string }[],
): RevenueOutturn {
  const title = cell(sheet, 0, 0)
  if (!/Revenue Outturn Summary \(RS\)/.test(title) || !title.includes(year))
    throw new LayoutError(sheet, 0, 0, `expected a Revenue Outturn Summary (RS) of ${year}, found "${title}"`)
  const { header, ons, name: named, kind, columns } = layoutOf(sheet, [...services, TOTAL])
  const published = (row: number) =>
    new Map(columns.map(({ line, column }) => [line, poundsAt(sheet, row, column)]))

  const authorities: Authority[] = []
  const cells: OutturnCell[] = []
  const classes = new Map<string, ReadonlyMap<string, bigint>>()
  let england: ReadonlyMap<string, bigint> | undefined
  for (let row = header + 1; row < sheet.rows.length; row++) {
    const ecode = cell(sheet, row, 0)
    const name = cell(sheet, row, named)
    if (name === 'ENGLAND') england = published(row)
    if (!/^E\d{4}$/.test(ecode)) {
      const group = CLASS_ROWS[name]
      if (group && cell(sheet, row, kind) === group) classes.set(group, published(row))
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
    const code = ons < 0 ? '' : cell(sheet, row, ons).replace('n/a', '')
    authorities.push({ ecode, ons: code, name, class: cell(sheet, row, kind), returned })
    for (const { line, column } of columns)
      cells.push({ ecode, line, pounds: returned ? poundsAt(sheet, row, column) : null, row, column })
  }
  if (!england) throw new LayoutError(sheet, sheet.rows.length - 1, named, 'there is no ENGLAND row')
  for (const group of Object.values(CLASS_ROWS))
    if (!classes.has(group))
      throw new LayoutError(sheet, sheet.rows.length - 1, kind, `there is no row for class ${group}`)
  return { sheet, authorities, cells, england, classes }
}
