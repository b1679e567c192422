import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { money, percent } from '../../client/format.ts'
import { yearInWords as inClient } from '../../client/words.ts'
import { inMoney, inPercent, yearInWords } from '../../server/export/in-money.ts'

test('a picture writes money as the interface does', () => {
  expect(inMoney(-5_300_000)).toBe('−£5.3m')
  expect(inMoney(null)).toBe(money(null))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.double({ min: -1e13, max: 1e13, noNaN: true }),
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
      ),
      (pounds) => {
        expect(inMoney(pounds)).toBe(money(pounds))
      },
    ),
  )
})

test('and percentages, and years', () => {
  expect(inPercent(null)).toBe(percent(null))
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (ratio) => {
      expect(inPercent(ratio)).toBe(percent(ratio))
    }),
  )
  for (const year of ['1999-00', '2017-18']) expect(yearInWords(year)).toBe(inClient(year))
})
