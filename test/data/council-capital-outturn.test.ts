import { describe, expect, test } from '@jest/globals'
import { readCapitalFinancing, readCapitalServices } from '../../data/sources/council-capital-outturn/read.ts'
import { sheetOf, withCell } from './sheets.ts'

const fields = [
  'LA_LGF_Code',
  'LA_ONS_Code',
  'LA_Name',
  'LA_Class',
  'LA_Subclass',
  'finrec-amt',
  'fingrnothgovla-amt',
  'fingrandtot-amt',
]
const financing = sheetOf([
  ['', '', '', '', '', 'finrec-amt'],
  ['COR B 2017-18: Total resources used to finance total capital expenditure & other transactions'],
  ['All figures in £000s'],
  [],
  [],
  fields,
  ['E3831', 'E07000223', 'Adur', 'SD', 'SD', '584', '103', '687'],
  ['E0303', 'E06000038', 'Reading', 'UA', 'UA', '', '', ''],
  ['', 'National Totals'],
  ['', '', 'England (grossed*)', '', '444', '800', '103', '903'],
  ['', '', 'England (grossed* excluding double counting**)', '', '444', '800', '', '800'],
  ['', '', 'Non-metropolitan (Shire) Districts', 'SD', '201', '584', '103', '687'],
  ['', '', 'Greater London Authority', 'GLAG', '1', '0', '0', '0'],
])
const read = (from = financing) => readCapitalFinancing(from, '2017-18', ['finrec-amt', 'fingrnothgovla-amt'])

describe('Capital outturn by source of finance', () => {
  test('keeps rows with a finance code only, and marks a return not made', () => {
    const { authorities, cells, england, grossed, classes } = read()
    expect(authorities.map(({ ecode, returned }) => [ecode, returned])).toEqual([
      ['E3831', true],
      ['E0303', false],
    ])
    expect(cells).toEqual([
      { ecode: 'E3831', column_id: 'finrec-amt', pounds: 584_000n, row: 6, column: 5 },
      { ecode: 'E3831', column_id: 'fingrnothgovla-amt', pounds: 103_000n, row: 6, column: 6 },
    ])
    expect([grossed, england, classes.get('SD'), classes.has('GLAG')]).toEqual([
      903_000n,
      800_000n,
      687_000n,
      false,
    ])
  })

  test('says where the layout is unknown', () => {
    expect(() => read(withCell(financing, 2, 0, 'All figures in £m'))).toThrow('cut-out.csv, row 3, column 1')
    expect(() => read(withCell(financing, 5, 5, 'finrec'))).toThrow('no column is headed "finrec-amt"')
    expect(() => read(withCell(financing, 7, 5, '12'))).toThrow(
      'row 8, column 6: Reading has no total but has a figure',
    )
    expect(() => read(withCell(financing, 9, 2, 'UK'))).toThrow('there is no row "England (grossed*)"')
  })
})

describe('Capital outturn by service', () => {
  const gap = ['', '', '', '', '', '']
  const services = sheetOf([
    ['COR4 1617: Total Capital Expenditure & Total Capital Receipts by Authority'],
    ['All figures in £000s'],
    ['', '', '', '', 'Education', ...gap, 'Housing'],
    [],
    [],
    [
      'Ecode',
      'ONS Code',
      'LA Name',
      'Class',
      'COR1/2 Total Expenditure',
      'Acquis.',
      'Total Capital Expenditure ',
      '',
      '',
      '',
      '',
      'a',
      'b',
      'Total Capital Expenditure ',
    ],
    ['E3831', 'E07000223', 'Adur', 'SD', '0', '0', '5', '', '', '', '', '0', '0', '3119'],
    ['E0934', 'E07000029', 'Copeland', 'SD', '…', '…', '…', '', '', '', '', '…', '…', '…'],
  ])
  test('reads the third column of each block of seven, and leaves out returns not made', () => {
    const mix = readCapitalServices(services, '1617', ['Education', 'Housing'])
    expect([...mix.keys()]).toEqual(['E3831'])
    expect([...mix.get('E3831')!]).toEqual([
      ['Education', 5_000n],
      ['Housing', 3_119_000n],
    ])
    expect(() => readCapitalServices(withCell(services, 5, 13, 'Receipts'), '1617', ['Housing'])).toThrow(
      'row 6, column 14: expected Total Capital Expenditure, found "Receipts"',
    )
  })
})
