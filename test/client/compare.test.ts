import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { besideOf, unitOf } from '../../client/compare/beside.ts'
import type { Compared } from '../../client/compare/compared.ts'
import { opens } from '../../client/compare/opening.ts'
import { populationsDiffer } from '../../client/compare/sides-alike.ts'
import { csvOf } from '../../client/files/csv.ts'
import { START } from '../../client/state/state.ts'

const side = (name: string, persons: number | null, sectors: Record<string, number | null>): Compared => {
  const rows = Object.entries(sectors).map(([sector, amount]) => ({
    sector,
    sector_name: sector.toUpperCase(),
    amount,
    recorded: 0,
    lines: 1,
  }))
  const total = rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  return {
    key: name,
    codes: [name],
    name,
    classes: null,
    persons,
    recorded: null,
    missing: 0,
    own: 0,
    fire: [],
    spend: { sector: rows, division: [] },
    total,
    head: persons ? total / persons : null,
    share: null,
    numerator: null,
  }
}

test('sides stand row by row, the largest of the first side first; what one side lacks is nothing, not nought', () => {
  const rows = besideOf(
    [side('a', 10, { nhs: 300, council: 700 }), side('b', 20, { police: 60 })],
    'sector',
    'head',
  )
  expect(rows.map(({ name }) => name)).toEqual(['COUNCIL', 'NHS', 'POLICE'])
  expect(rows.map(({ cells }) => cells.map(({ amount }) => amount))).toEqual([
    [70, null],
    [30, null],
    [null, 3],
  ])
})

test('shares are of each own total, and there is none where a part is negative or nobody is known to live', () => {
  const share = besideOf([side('a', 1, { nhs: 300, council: 700 })], 'sector', 'share')
  expect(share.map(({ cells }) => cells[0]!.amount)).toEqual([0.7, 0.3])
  const negative = besideOf([side('a', 1, { nhs: 300, council: -7 })], 'sector', 'share')
  expect(negative.map(({ cells }) => cells[0]!.amount)).toEqual([null, null])
  expect(unitOf([side('a', 1, { nhs: 300, council: -7 })], 'sector', 'share')).toBe('head')
  expect(unitOf([side('a', 1, { nhs: 300, council: 7 })], 'sector', 'share')).toBe('share')
  expect(unitOf([side('a', null, { nhs: 300 })], 'sector', 'head')).toBe('head')
  expect(besideOf([side('a', null, { nhs: 300 })], 'sector', 'head')[0]!.cells[0]!.amount).toBeNull()
})

test('a comparison read back as CSV says the same, and no text is a formula', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((one) => !/^[=+\-@\t\r]/.test(one))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.integer()), { minLength: 1 }), (rows) => {
      const back = parse(csvOf(['name', 'pounds'], rows), { record_delimiter: '\r\n' }) as string[][]
      expect(back).toEqual([['name', 'pounds'], ...rows.map(([name, pounds]) => [name, String(pounds)])])
    }),
  )
  expect(csvOf(['name'], [['=1+1'], [null]])).toBe("name\r\n'=1+1\r\n\r\n")
})

test('opening a published figure says before what it changes of the question, and nothing where it changes nothing', () => {
  const to = { ...START, year: '2013-14', measure: 'total' as const, without: ['benefits'] }
  expect(opens(to, START, '2017-18')).toBe(
    'Changes the year to 2013 to 2014, what is counted and the measure; your browser’s Back returns here.',
  )
  expect(opens(START, START, '2017-18')).toBeNull()
})

test('populations more than a tenth apart are told, and one alone is not', () => {
  expect(populationsDiffer([{ persons: 100 }, { persons: 111 }])).toBe(true)
  expect(populationsDiffer([{ persons: 100 }, { persons: 109 }, { persons: null }])).toBe(false)
  expect(populationsDiffer([{ persons: 100 }])).toBe(false)
})
