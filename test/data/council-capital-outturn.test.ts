import { describe, expect, test } from '@jest/globals'
import {
  readCapitalFinancing,
  readCapitalFinancingBefore,
  readCapitalServices,
} from '../../data/sources/council-capital-outturn/read.ts'
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
  ['', '', 'Greater London Authority', 'GLAG', '1', '0', '0', '0'],
])
const read = (from = financing) => readCapitalFinancing(from, '2017-18', ['finrec-amt', 'fingrnothgovla-amt'])

describe('Capital outturn by source of finance, from 2017-18', () => {
  test('keeps rows with a finance code only, and marks a return not made', () => {
    const { authorities, cells, total, grossed, adjusted } = read()
    expect(authorities.map(({ ecode, returned }) => [ecode, returned])).toEqual([
      ['E3831', true],
      ['E0303', false],
    ])
    expect(cells).toEqual([
      { ecode: 'E3831', of: 'finrec-amt', pounds: 584_000n, row: 6, column: 5 },
      { ecode: 'E3831', of: 'fingrnothgovla-amt', pounds: 103_000n, row: 6, column: 6 },
    ])
    expect([total, grossed, adjusted]).toEqual([687_000n, 903_000n, 800_000n])
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

test('Capital outturn by source of finance, 2016-17, has headings in place of fields', () => {
  const sheet = sheetOf([
    ['COR4 2016-17: Expenditure & Other Transactions, Resources Used'],
    ['All figures in £000s'],
    [],
    [],
    [],
    [],
    [
      'Ecode',
      'ONS Code',
      'LA Name',
      'Class',
      'Use of capital receipts',
      'TOTAL RESOURCES USED TO FINANCE CAPITAL EXPENDITURE',
    ],
    ['E3831', 'E07000223', 'Adur', 'SD', '648', '648'],
    ['E4001', 'E06000053', 'Isles of Scilly', 'UA', '…', '…'],
    ['', '', 'England', '', '650', '650'],
    ['', '', 'England (adjusted)', '', '650', '650'],
  ])
  const sources = [{ column: 'finrec-amt', heading: 'Use of capital receipts' }]
  const { authorities, cells, total, grossed } = readCapitalFinancingBefore(sheet, '2016-17', sources)
  expect(cells.map(({ of, pounds }) => [of, pounds])).toEqual([['finrec-amt', 648_000n]])
  expect(authorities.map(({ returned }) => returned)).toEqual([true, false])
  expect([total, grossed]).toEqual([648_000n, 650_000n])
})

describe('Capital outturn by service', () => {
  const gap = ['', '', '', '', '', '']
  const block = (total: string) => ['0', '0', total]
  const services = sheetOf([
    ['TOTAL EXPENDITURE', '', '', '', 'Education (1)', ...gap, 'Housing (5)', ...gap, 'All Services'],
    [],
    [
      'ONS Code',
      'Ecode',
      'LA Name',
      'Class',
      ...block('Total Capital Expenditure '),
      ...gap.slice(2),
      ...block('Total Capital Expenditure '),
      ...gap.slice(2),
      ...block('Total Capital Expenditure '),
    ],
    [
      'E07000223',
      'E3831',
      'Adur',
      'SD',
      ...block('5'),
      ...gap.slice(2),
      ...block('3119'),
      ...gap.slice(2),
      ...block('3124'),
    ],
    ['E07000029', 'E0934', 'Copeland', 'SD'],
    [
      '',
      '',
      'England',
      '',
      ...block('5'),
      ...gap.slice(2),
      ...block('3119'),
      ...gap.slice(2),
      ...block('3124'),
    ],
    [
      '',
      '',
      'England (adjusted)',
      '',
      ...block('5'),
      ...gap.slice(2),
      ...block('3120'),
      ...gap.slice(2),
      ...block('3125'),
    ],
  ])
  const wanted = [
    { service: 'Education', heading: 'Education (1)' },
    { service: 'Housing', heading: 'Housing (5)' },
  ]
  test('reads the third column of each block of seven, whichever way round the codes stand', () => {
    const { cells, authorities, total, grossed, adjusted } = readCapitalServices(services, wanted)
    expect(cells.map(({ of, pounds }) => [of, pounds])).toEqual([
      ['Education', 5_000n],
      ['Housing', 3_119_000n],
    ])
    expect(authorities.map(({ ecode, returned }) => [ecode, returned])).toEqual([
      ['E3831', true],
      ['E0934', false],
    ])
    expect([total, grossed, adjusted]).toEqual([3_124_000n, 3_124_000n, 3_125_000n])
  })
  test('says where the layout is unknown', () => {
    expect(() => readCapitalServices(withCell(services, 2, 13, 'Receipts'), wanted)).toThrow(
      'row 3, column 14: expected Total Capital Expenditure, found "Receipts"',
    )
    expect(() => readCapitalServices(withCell(services, 0, 11, 'Homes'), wanted)).toThrow(
      'no block is headed "Housing"',
    )
  })
})
