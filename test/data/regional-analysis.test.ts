import { describe, expect, test } from '@jest/globals'
import { placingOf, segmentCode } from '../../data/compile/regional.ts'
import { readRegionalAnalysis } from '../../data/sources/regional-analysis/read.ts'
import { sheetOf, withCell } from './sheets.ts'

const header = [
  'Department Name',
  'Organisation Name',
  'CRA Segment Code',
  'CRA Segment Name',
  'COFOG Level 0',
  'HMT Function',
  'COFOG Level 1',
  'HMT Subfunction',
  'ID/non-ID',
  'CAP or CUR',
  'CG, LG, PC, BOE',
  'Allocated by HMT or DEPT',
  'NUTS Region',
  'Country',
  '2016-17',
  '2017-18',
]
const row = (region: string, country: string, amount: string) => [
  'Department for Work and Pensions',
  'Department for Work and Pensions',
  'x',
  'S032A044-STATE PENSION',
  '10. Social protection',
  '10. Social protection',
  '10.2 Old age',
  '10.2 Old age; of which: pensions',
  country === 'ENGLAND' ? 'ID' : 'ID',
  'CUR',
  'CG',
  'DEPT',
  region,
  country,
  '1',
  amount,
]
const sheet = sheetOf([
  header,
  row('ENGLAND_Yorkshire and The Humber', 'ENGLAND', '700'),
  row('ENGLAND_Yorkshire and the Humber', 'ENGLAND', '-30'),
  row('SCOTLAND', 'SCOTLAND', '9'),
  row('NON-REGIONAL', 'NON-REGIONAL', '9'),
])

describe('Country and Regional Analysis', () => {
  test('both spellings of Yorkshire are one region; other countries are left out', () =>
    expect(
      readRegionalAnalysis(sheet, '2017-18').map(({ region, pounds, row: at, column }) => [
        region,
        pounds,
        at,
        column,
      ]),
    ).toEqual([
      ['E12000003', 700_000n, 1, 15],
      ['E12000003', -30_000n, 2, 15],
    ]))

  test.each([
    [withCell(sheet, 1, 12, 'ENGLAND_Mercia'), 'row 2, column 13: unknown region "ENGLAND_Mercia"'],
    [withCell(sheet, 1, 8, 'Non-ID'), 'row 2, column 14'],
    [withCell(sheet, 1, 6, '9.2 Secondary'), 'row 2, column 7: unknown function'],
    [withCell(sheet, 1, 9, 'REV'), 'row 2, column 10: expected CAP or CUR'],
    [withCell(sheet, 1, 15, 'nil'), 'row 2, column 16: expected thousands of pounds'],
  ])('an unknown layout names file, row and column (%#)', (changed, message) =>
    expect(() => readRegionalAnalysis(changed, '2017-18')).toThrow(message),
  )

  test('a year the edition does not have is an error', () =>
    expect(() => readRegionalAnalysis(sheet, '2019-20')).toThrow('no column is headed "2019-20"'))

  test('a row is placed by the first rule that fits it', () => {
    const [first] = readRegionalAnalysis(sheet, '2017-18')
    expect(placingOf(first!)).toMatchObject({ id: 'state-pension', driver: 'age_65_over', grade: 'B' })
    expect(placingOf({ ...first!, department: 'Charity Commission' })).toMatchObject({
      id: 'national-other',
      grade: 'D',
    })
  })

  test.each([
    ['S032A044-STATE PENSION', 'S032A044'],
    ['S022A206 HIGHER EDUCATION', 'S022A206'],
    ['S034A010 - ENABLERS', 'S034A010'],
  ])('the code of %s', (segment, code) => expect(segmentCode(segment)).toBe(code))
})
