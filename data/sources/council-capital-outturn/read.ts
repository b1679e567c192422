import { poundsAt, poundsOfThousands } from '../number.ts'
import { cell, columnsOf, expectCell, LayoutError, type Sheet } from '../sheet.ts'

export interface CapitalCell {
  readonly ecode: string
  readonly column_id: string
  readonly pounds: bigint
  readonly row: number
  readonly column: number
}

export interface CapitalFinancing {
  readonly sheet: Sheet
  readonly authorities: readonly {
    ecode: string
    name: string
    class: string
    returned: boolean
  }[]
  readonly cells: readonly CapitalCell[]
  /** Published total of each return, pounds by E-code. */
  readonly totals: ReadonlyMap<string, bigint>
  /** Published row of each class of authority, pounds. */
  readonly classes: ReadonlyMap<string, bigint>
  /** Published England total, grossed for returns not made, pounds. */
  readonly grossed: bigint
  /** The same less transfers between authorities, pounds. */
  readonly england: bigint
}

const FIELDS = 5
const TOTAL = 'fingrandtot-amt'
const NATIONAL = ['England (grossed*)', 'England (grossed* excluding double counting**)']
/** How the department marks a return that was not made. */
const NOT_RETURNED = new Set(['…', '...', ''])

/**
 * Capital outturn (COR B): resources used to finance capital expenditure, by authority and source of finance.
 * @param sources field names of the columns that add up to the total
 * @throws LayoutError naming file, row and column
 */
export function readCapitalFinancing(
  sheet: Sheet,
  year: string,
  sources: readonly string[],
): CapitalFinancing {
  expectCell(
    sheet,
    1,
    0,
    new RegExp(`^COR B ${year}: Total resources used to finance total capital expenditure`),
  )
  expectCell(sheet, 2, 0, 'All figures in £000s')
  expectCell(sheet, FIELDS, 0, 'LA_LGF_Code')
  const at = columnsOf(sheet, FIELDS, [...sources, TOTAL])
  const authorities: {
    ecode: string
    name: string
    class: string
    returned: boolean
  }[] = []
  const cells: CapitalCell[] = []
  const totals = new Map<string, bigint>()
  const classes = new Map<string, bigint>()
  const national = new Map<string, bigint>()
  for (let row = FIELDS + 1; row < sheet.rows.length; row++) {
    const ecode = cell(sheet, row, 0)
    const name = cell(sheet, row, 2)
    if (NATIONAL.includes(name)) national.set(name, poundsAt(sheet, row, at[TOTAL]!))
    if (!/^E\d{4}$/.test(ecode)) {
      const group = /^(UA|SD|MD|L|SC|O)$/.exec(cell(sheet, row, 3))?.[1]
      if (group) classes.set(group, poundsAt(sheet, row, at[TOTAL]!))
      continue
    }
    const returned = poundsOfThousands(cell(sheet, row, at[TOTAL]!)) !== undefined
    authorities.push({ ecode, name, class: cell(sheet, row, 3), returned })
    if (!returned) {
      const stray = sources.find((source) => cell(sheet, row, at[source]!) !== '')
      if (stray) throw new LayoutError(sheet, row, at[stray]!, `${name} has no total but has a figure here`)
      continue
    }
    totals.set(ecode, poundsAt(sheet, row, at[TOTAL]!))
    for (const source of sources) {
      const column = at[source]!
      cells.push({
        ecode,
        column_id: source,
        pounds: poundsAt(sheet, row, column),
        row,
        column,
      })
    }
  }
  const [grossed, england] = NATIONAL.map((name) => {
    const found = national.get(name)
    if (found === undefined)
      throw new LayoutError(sheet, sheet.rows.length - 1, 2, `there is no row "${name}"`)
    return found
  }) as [bigint, bigint]
  return { sheet, authorities, cells, totals, classes, grossed, england }
}

/**
 * Capital outturn (COR4): capital expenditure by authority and service, thousands of pounds as published.
 * Service names stand over blocks of seven columns; the third of each block is total capital expenditure.
 * Authorities that made no return are left out.
 */
export function readCapitalServices(
  sheet: Sheet,
  year: string,
  services: readonly string[],
): ReadonlyMap<string, ReadonlyMap<string, bigint>> {
  expectCell(sheet, 0, 0, new RegExp(`^COR4 ${year}: Total Capital Expenditure`))
  expectCell(sheet, 1, 0, 'All figures in £000s')
  expectCell(sheet, 5, 0, 'Ecode')
  const block = columnsOf(sheet, 2, services)
  for (const service of services) expectCell(sheet, 5, block[service]! + 2, 'Total Capital Expenditure')
  const mix = new Map<string, ReadonlyMap<string, bigint>>()
  for (let row = 6; row < sheet.rows.length; row++) {
    const ecode = cell(sheet, row, 0)
    if (!/^E\d{4}$/.test(ecode)) continue
    const columns = services.map((service) => block[service]! + 2)
    if (columns.every((column) => NOT_RETURNED.has(cell(sheet, row, column)))) continue
    mix.set(ecode, new Map(services.map((service, at) => [service, poundsAt(sheet, row, columns[at]!)])))
  }
  return mix
}
