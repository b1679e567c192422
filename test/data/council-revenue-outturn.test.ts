import { describe, expect, test } from '@jest/globals'
import { readRevenueOutturn } from '../../data/sources/council-revenue-outturn/read.ts'
import { sheetOf, withCell } from './sheets.ts'

const SERVICES = [
  { line: '190', label: 'Education services' },
  { line: '601', label: 'Police services' },
]
const classes = [
  'LONDON BOROUGHS,L',
  'METROPOLITAN DISTRICTS,MD',
  'UNITARY AUTHORITIES,UA',
  'SHIRE COUNTIES,SC',
  'SHIRE DISTRICTS,SD',
  'OTHER AUTHORITIES,O',
]
const sheet = sheetOf([
  ['Revenue Outturn (RO) 2017-18: Revenue Outturn Summary (RS) data'],
  ['Net current expenditure (£ thousand)'],
  [],
  [],
  ['', '', '', '', '', 'Service Expenditure'],
  ['', '', '', '', '', '190', '601', '699'],
  [
    'E-code',
    'ONS Code',
    'Local authority',
    '',
    'Class',
    'Education services',
    'Police services',
    'TOTAL SERVICE EXPENDITURE (total of lines 190 to 698)',
  ],
  ['E0101', 'E06000022', 'Bath & North East Somerset UA', '', 'UA', '89042.144', '0', '89042.144'],
  ['E0934', 'E07000029', 'Copeland', 'Grossed', 'SD', '…', '…', '…'],
  [],
  ['', '', 'ENGLAND', '', '', '89042.644', '0', '89042.644'],
  ...classes.map((one) => ['', '', one.split(',')[0]!, '', one.split(',')[1]!, '0', '0', '0']),
  ['(a) A note below the table'],
])
const read = (from = sheet) => readRevenueOutturn(from, '2017-18', SERVICES)

describe('Revenue Outturn Summary', () => {
  test('cells become pounds with the row and column they came from', () => {
    const { cells, england } = read()
    expect(cells[0]).toEqual({ ecode: 'E0101', line: '190', pounds: 89_042_144n, row: 7, column: 5 })
    expect(england.get('190')).toBe(89_042_644n)
  })

  test('a return not made is null, never zero, and is not left out', () => {
    const { authorities, cells } = read()
    expect(authorities.find(({ ecode }) => ecode === 'E0934')).toMatchObject({
      name: 'Copeland',
      returned: false,
    })
    expect(cells.filter(({ ecode }) => ecode === 'E0934').map(({ pounds }) => pounds)).toEqual([
      null,
      null,
      null,
    ])
  })

  test('a year without line numbers or ONS codes is read by its headings', () => {
    const before = sheetOf(
      sheet.rows
        .filter((_, row) => row !== 5)
        .map((cells, row) =>
          row === 0
            ? ['Revenue Outturn Summary (RS): 2013-14 data']
            : cells
                .filter((_, column) => column !== 1)
                .map((text) => (text.startsWith('TOTAL') ? text.toUpperCase() : text)),
        ),
    )
    const { authorities, cells } = readRevenueOutturn(before, '2013-14', SERVICES)
    expect(authorities[0]).toMatchObject({ ecode: 'E0101', ons: '', class: 'UA' })
    expect(cells[0]).toMatchObject({ pounds: 89_042_144n, row: 6, column: 4 })
  })

  test('totals of classes are not authorities', () => expect(read().authorities).toHaveLength(2))

  test.each([
    [withCell(sheet, 0, 0, 'Revenue Outturn (RO) 2016-17'), 'cut-out.csv, row 1, column 1: expected'],
    [withCell(sheet, 5, 6, '602'), 'cut-out.csv, row 6, column 7: expected 601, found "602"'],
    [
      withCell(sheet, 6, 5, 'Schools'),
      'cut-out.csv, row 7, column 1: no column is headed "Education services"',
    ],
    [withCell(sheet, 7, 6, 'n/a'), 'cut-out.csv, row 8, column 7: expected thousands of pounds, found "n/a"'],
    [withCell(sheet, 7, 6, '…'), 'row 8, column 7: Bath & North East Somerset UA has figures for some lines'],
    [withCell(sheet, 10, 2, 'WALES'), 'there is no ENGLAND row'],
  ])('an unknown layout names file, row and column (%#)', (changed, message) =>
    expect(() => read(changed)).toThrow(message),
  )
})
