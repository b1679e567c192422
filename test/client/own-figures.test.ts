import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Compared } from '../../client/compare/compared.ts'
import { comparisonFile } from '../../client/compare/file.ts'
import { breakInWords, otherwiseInWords, ownYearsInWords } from '../../client/own-words.ts'
import { type OwnRow, ownByYear, ownOf, sourceBreak } from '../../client/state/own-by.ts'

const row = (year: string, more: Partial<OwnRow> = {}): OwnRow => ({
  place: 'E09000008',
  year,
  agency: 'nhs-trusts',
  economic: 'current',
  title: 'Trust accounts',
  standing_lines: 2,
  standing: 800_000_000,
  replaced: 790_000_000,
  replaced_own: 0,
  budget: 0,
  ...more,
})
const LEDGER = { agency: 'croydon', title: 'Ledger', standing: 3_000_000, replaced: 0 }

test('own figures add up by year, each file told once', () => {
  const years = ownByYear([row('2017-18'), row('2016-17'), row('2017-18', LEDGER)])
  expect([...years.keys()]).toEqual(['2016-17', '2017-18'])
  expect(years.get('2017-18')).toEqual({
    titles: ['Trust accounts', 'Ledger'],
    standing: 803_000_000,
    replaced: 790_000_000,
    budget: 0,
  })
  expect(ownOf([])).toBeNull()
})

test('years of the same files are told together', () => {
  const years = ownByYear([row('2015-16'), row('2016-17'), row('2017-18', LEDGER)])
  expect(ownYearsInWords(years)).toBe(
    '2015 to 2016 and 2016 to 2017: “Trust accounts”; 2017 to 2018: “Ledger”',
  )
})

test('a change is parted where one year holds own figures and the other not, or holds others', () => {
  const rows = [row('2017-18')]
  expect(sourceBreak(rows, '2013-14', '2017-18')).toMatchObject({ before: null, after: { standing: 8e8 } })
  expect(sourceBreak(rows, '2017-18', '2013-14')).toMatchObject({ before: { standing: 8e8 }, after: null })
  expect(sourceBreak(rows, '2013-14', '2014-15')).toBeNull()
  const monthly = [...rows, row('2016-17', { title: 'Trust accounts of the year before' })]
  expect(sourceBreak(monthly, '2016-17', '2017-18')).toBeNull()
  expect(sourceBreak([...monthly, row('2017-18', LEDGER)], '2016-17', '2017-18')).not.toBeNull()
})

const anyRow = fc
  .record({
    place: fc.constantFrom('a', 'b'),
    year: fc.constantFrom('2016-17', '2017-18'),
    agency: fc.constantFrom('nhs', 'police'),
    economic: fc.constantFrom('current', 'capital'),
  })
  .map((one) => row(one.year, one))

test('a break does not depend on the order of the rows, and is there both ways or neither', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 6 }), (rows) => {
      const there = sourceBreak(rows, '2016-17', '2017-18')
      const back = sourceBreak([...rows].reverse(), '2017-18', '2016-17')
      expect(there === null).toBe(back === null)
      expect([there?.before?.standing, there?.after?.standing]).toEqual([
        back?.after?.standing,
        back?.before?.standing,
      ])
    }),
  )
})

test('a break is told with what it does to each year', () => {
  const parted = sourceBreak([row('2017-18')], '2013-14', '2017-18')!
  expect(breakInWords(parted, '2013-14', '2017-18')).toBe(
    '2017 to 2018 holds £800m of your own, “Trust accounts”, in place of £790m that the count had; 2013 to 2014 holds none there. That moves the total of 2017 to 2018 by +£10,000,000 in cash, with everything counted.',
  )
  const both = sourceBreak([row('2016-17', LEDGER), row('2017-18')], '2016-17', '2017-18')!
  expect(breakInWords(both, '2016-17', '2017-18')).toContain(
    '2016 to 2017 by +£3,000,000 and 2017 to 2018 by',
  )
})

test('a place measured otherwise is named beside those that are not', () => {
  const own = ownOf([row('2017-18')])!
  const holder = (name: string) => ({ name, own })
  expect(otherwiseInWords([], 4)).toBeNull()
  expect(otherwiseInWords([holder('Croydon')], 33)).toMatch(
    /^Croydon holds figures of your own, “Trust accounts”, and is measured otherwise than the others:/,
  )
  expect(otherwiseInWords([holder('Croydon')], 2)).toContain('is measured otherwise than the other:')
  expect(otherwiseInWords([holder('Croydon'), holder('Barnet')], 2)).toBe(
    'Croydon and Barnet hold figures of your own, “Trust accounts”: how they differ may be a difference of source.',
  )
  expect(otherwiseInWords(['A', 'B', 'C', 'D'].map(holder), 9)).toMatch(/^4 of them hold/)
})

test('a comparison as a file says which side holds own figures, and no other', () => {
  const side = (name: string): Compared => ({
    key: name,
    codes: [name],
    name,
    classes: null,
    persons: 10,
    recorded: 1,
    missing: 0,
    own: 0,
    fire: [],
    spend: { sector: [], division: [] },
    total: 100,
    head: 10,
    share: 0.5,
    numerator: 50,
  })
  const lines = comparisonFile([side('Croydon'), side('Barnet')], {
    year: '2017-18',
    prices: '',
    definition: 'Local',
    classNames: [],
    ownOf: ({ name }) => (name === 'Croydon' ? ownOf([row('2017-18')]) : null),
  }).split('\r\n')
  const of = (part: string) => lines.filter((line) => line.includes(`,${part},`))
  expect(of('own')).toEqual([
    'Croydon,Croydon,own,,"Figures of your own in it, in cash: “Trust accounts”",800000000,800000000,,',
  ])
  expect(of('replaced')).toHaveLength(1)
  expect(of('total')).toHaveLength(2)
})
