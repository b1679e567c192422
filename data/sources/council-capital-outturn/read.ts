import { poundsAt, poundsOfThousands } from '../number.ts'
import { cell, columnsOf, expectCell, LayoutError, type Sheet } from '../sheet.ts'

export interface CapitalAuthority {
  readonly ecode: string
  readonly name: string
  readonly class: string
  readonly returned: boolean
}

/** A cell of a capital return: a source of finance or a service of one authority, pounds. */
export interface CapitalCell {
  readonly ecode: string
  /** Field name of the source of finance, or name of the service. */
  readonly of: string
  readonly pounds: bigint
  readonly row: number
  readonly column: number
}

export interface CapitalReturn {
  readonly sheet: Sheet
  readonly authorities: readonly CapitalAuthority[]
  readonly cells: readonly CapitalCell[]
  /** Sum of the totals that authorities returned, pounds. */
  readonly total: bigint
  /** Published England rows: with an estimate for returns not made, and as the department adjusts it. */
  readonly grossed: bigint
  readonly adjusted: bigint
}

interface Layout {
  /** Row after which authorities stand, and the columns of code, name and class. */
  readonly header: number
  readonly ecode: number
  readonly name: number
  readonly kind: number
  readonly total: number
  readonly columns: readonly { of: string; column: number }[]
  readonly national: readonly [grossed: string, adjusted: string]
}

/** How the department marks a return that was not made. */
const NOT_RETURNED = new Set(['…', '...', ''])

function read(sheet: Sheet, layout: Layout): CapitalReturn {
  const authorities: CapitalAuthority[] = []
  const cells: CapitalCell[] = []
  let total = 0n
  const national = new Map<string, bigint>()
  for (let row = layout.header + 1; row < sheet.rows.length; row++) {
    const ecode = cell(sheet, row, layout.ecode)
    const name = cell(sheet, row, layout.name)
    if (layout.national.includes(name)) national.set(name, poundsAt(sheet, row, layout.total))
    if (!/^E\d{4}$/.test(ecode)) continue
    const returned = poundsOfThousands(cell(sheet, row, layout.total)) !== undefined
    authorities.push({ ecode, name, class: cell(sheet, row, layout.kind), returned })
    if (!returned) {
      const stray = layout.columns.find(({ column }) => !NOT_RETURNED.has(cell(sheet, row, column)))
      if (stray) throw new LayoutError(sheet, row, stray.column, `${name} has no total but has a figure here`)
      continue
    }
    total += poundsAt(sheet, row, layout.total)
    for (const { of, column } of layout.columns)
      cells.push({ ecode, of, pounds: poundsAt(sheet, row, column), row, column })
  }
  const [grossed, adjusted] = layout.national.map((name) => {
    const found = national.get(name)
    if (found === undefined)
      throw new LayoutError(sheet, sheet.rows.length - 1, layout.name, `there is no row "${name}"`)
    return found
  }) as [bigint, bigint]
  return { sheet, authorities, cells, total, grossed, adjusted }
}

/**
 * Capital outturn (COR B, from 2017-18): resources used to finance capital expenditure, by authority and source.
 * Pounds; the adjusted England row is less transfers between authorities.
 * @param sources field names of the columns that add up to the total
 * @throws LayoutError naming file, row and column
 */
export function readCapitalFinancing(sheet: Sheet, year: string, sources: readonly string[]): CapitalReturn {
  expectCell(
    sheet,
    1,
    0,
    new RegExp(`^COR B ${year}: Total resources used to finance total capital expenditure`),
  )
  expectCell(sheet, 2, 0, 'All figures in £000s')
  expectCell(sheet, 5, 0, 'LA_LGF_Code')
  const total = 'fingrandtot-amt'
  const at = columnsOf(sheet, 5, [...sources, total])
  return read(sheet, {
    header: 5,
    ecode: 0,
    name: 2,
    kind: 3,
    total: at[total]!,
    columns: sources.map((of) => ({ of, column: at[of]! })),
    national: ['England (grossed*)', 'England (grossed* excluding double counting**)'],
  })
}

/**
 * Capital outturn (COR4, 2016-17): resources used to finance capital expenditure, by authority and source. Pounds.
 * @param sources field name of each source beside the heading it has in this layout
 */
export function readCapitalFinancingBefore(
  sheet: Sheet,
  year: string,
  sources: readonly { column: string; heading: string }[],
): CapitalReturn {
  expectCell(sheet, 0, 0, new RegExp(`^COR4 ${year}: Expenditure & Other Transactions`))
  expectCell(sheet, 1, 0, 'All figures in £000s')
  expectCell(sheet, 6, 0, 'Ecode')
  const total = 'TOTAL RESOURCES USED TO FINANCE CAPITAL EXPENDITURE'
  const at = columnsOf(sheet, 6, [...sources.map(({ heading }) => heading), total])
  return read(sheet, {
    header: 6,
    ecode: 0,
    name: 2,
    kind: 3,
    total: at[total]!,
    columns: sources.map(({ column, heading }) => ({ of: column, column: at[heading]! })),
    national: ['England', 'England (adjusted)'],
  })
}

/**
 * Capital outturn (COR4, 2015-16 and 2016-17): capital expenditure by authority and service. Pounds.
 * Service names stand over blocks of seven columns; the third of each block is total capital expenditure.
 * @param services name of each service beside the heading it may have instead
 */
export function readCapitalServices(
  sheet: Sheet,
  services: readonly { service: string; heading: string }[],
): CapitalReturn {
  const header = sheet.rows.findIndex((row) => row.some((text) => text.trim() === 'Ecode'))
  if (header < 0) throw new LayoutError(sheet, 5, 0, 'no row has the heading Ecode')
  const titles = sheet.rows.findIndex((row) => /^Education/.test(row[4]?.trim() ?? ''))
  if (titles < 0 || titles >= header) throw new LayoutError(sheet, 2, 4, 'no row names the services')
  const named = sheet.rows[titles]!.map((text) => text.trim())
  const block = (service: string, heading: string) => {
    const at = named.findIndex((text) => text === service || text === heading)
    if (at < 0) throw new LayoutError(sheet, titles, 4, `no block is headed "${service}"`)
    expectCell(sheet, header, at + 2, 'Total Capital Expenditure')
    return at + 2
  }
  const at = columnsOf(sheet, header, ['Ecode', 'LA Name', 'Class'])
  return read(sheet, {
    header,
    ecode: at.Ecode,
    name: at['LA Name'],
    kind: at.Class,
    total: block('All Services', 'TOTAL EXPENDITURE/INCOME (ACCRUALS) (13)'),
    columns: services.map(({ service, heading }) => ({ of: service, column: block(service, heading) })),
    national: ['England', 'England (adjusted)'],
  })
}
