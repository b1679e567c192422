import { poundsAt } from '../number.ts'
import { cell, columnsOf, LayoutError, type Sheet } from '../sheet.ts'

/** One row of the Country and Regional Analysis for one English region and year. */
export interface RegionalRow {
  readonly department: string
  readonly organisation: string
  /** Segment as the Treasury names it, code first. */
  readonly segment: string
  /** COFOG division as 10. */
  readonly division: string
  /** COFOG group as 10.2; 7.A to 7.C are the Treasury's own. */
  readonly group: string
  readonly subfunction: string
  readonly capital: boolean
  /** CG, LG, PC or BOE: central or local government, public corporations, Bank of England. */
  readonly body: string
  /** GSS code of the region. */
  readonly region: string
  readonly pounds: bigint
  readonly row: number
  readonly column: number
}

const REGIONS: Record<string, string> = {
  'ENGLAND_North East': 'E12000001',
  'ENGLAND_North West': 'E12000002',
  'ENGLAND_Yorkshire and The Humber': 'E12000003',
  'ENGLAND_Yorkshire and the Humber': 'E12000003',
  'ENGLAND_East Midlands': 'E12000004',
  'ENGLAND_West Midlands': 'E12000005',
  ENGLAND_East: 'E12000006',
  ENGLAND_London: 'E12000007',
  'ENGLAND_South East': 'E12000008',
  'ENGLAND_South West': 'E12000009',
}
/** Spending the Treasury does not identify with England: outside this count. */
const ELSEWHERE = new Set([
  'SCOTLAND',
  'WALES',
  'NORTHERN IRELAND',
  'OUTSIDE UK',
  'NON-REGIONAL',
  'Not Identifiable',
])

/** Headings of the columns read, by edition. */
const LAYOUTS = {
  2018: {
    department: 'Department Name',
    organisation: 'Organisation Name',
    segment: 'CRA Segment Name',
    body: 'CG, LG, PC, BOE',
  },
  2014: {
    department: 'Department',
    organisation: 'Department',
    segment: 'CRA Segment Description',
    body: 'CG, LG or PC',
  },
} as const
const NAMES = [
  'COFOG Level 0',
  'COFOG Level 1',
  'HMT Subfunction',
  'ID/non-ID',
  'CAP or CUR',
  'NUTS Region',
  'Country',
] as const

/**
 * Country and Regional Analysis, edition of 2018 or 2014: identifiable expenditure in England, thousands of pounds.
 * The edition of 2014 names no organisation: its department stands for it.
 * @throws LayoutError naming file, row and column, for an unknown region label among others
 */
export function readRegionalAnalysis(
  sheet: Sheet,
  year: string,
  edition: keyof typeof LAYOUTS = 2018,
): RegionalRow[] {
  const layout = LAYOUTS[edition]
  const headings = [...new Set(Object.values(layout)), ...NAMES]
  const at: Record<string, number> = columnsOf(sheet, 0, [...headings, year])
  const rows: RegionalRow[] = []
  for (let row = 1; row < sheet.rows.length; row++) {
    const text = (name: (typeof headings)[number]) => cell(sheet, row, at[name]!)
    const label = text('NUTS Region')
    if (ELSEWHERE.has(label)) continue
    const region = REGIONS[label]
    if (!region) throw new LayoutError(sheet, row, at['NUTS Region']!, `unknown region "${label}"`)
    if (text('Country') !== 'ENGLAND' || text('ID/non-ID') !== 'ID')
      throw new LayoutError(sheet, row, at.Country!, `"${label}" is not marked as identifiable in England`)
    const division = /^(\d+)\. /.exec(text('COFOG Level 0'))?.[1]
    const group = /^(\d+\.[0-9A-Z]+) /.exec(text('COFOG Level 1'))?.[1]
    if (!division || !group || group.split('.')[0] !== division)
      throw new LayoutError(sheet, row, at['COFOG Level 1']!, `unknown function "${text('COFOG Level 1')}"`)
    const economic = text('CAP or CUR')
    if (economic !== 'CAP' && economic !== 'CUR')
      throw new LayoutError(sheet, row, at['CAP or CUR']!, `expected CAP or CUR, found "${economic}"`)
    rows.push({
      department: text(layout.department),
      organisation: text(layout.organisation),
      segment: text(layout.segment).replace(/\s+/g, ' '),
      division,
      group,
      subfunction: text('HMT Subfunction'),
      capital: economic === 'CAP',
      body: text(layout.body),
      region,
      pounds: poundsAt(sheet, row, at[year]!),
      row,
      column: at[year]!,
    })
  }
  return rows
}
