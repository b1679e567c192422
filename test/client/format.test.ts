import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  change,
  distance,
  money,
  percent,
  percentTenth,
  pounds,
  sixPlaces,
  threeFigures,
  weight,
} from '../../client/format.ts'

test.each([
  [8_300_000_000, '£8.3bn'],
  [505_759_707_083, '£505.8bn'],
  [412_345_678, '£412m'],
  [3_400_000, '£3.4m'],
  [9_960_000, '£10m'],
  [999_499_999, '£999m'],
  [999_500_000, '£1.0bn'],
  [999_950_000, '£1.0bn'],
  [7_425, '£7,425'],
  [999_499, '£999,499'],
  [999_500, '£1.0m'],
  [0, '£0'],
  [-0.2, '£0'],
  [-5_300_000, '−£5.3m'],
  [null, 'no figure'],
])('%p pounds read %s', (value, text) => {
  expect(money(value)).toBe(text)
})

test('money reads back to within half of its last digit, and never says G', () => {
  const unit = { '': 1, m: 1e6, bn: 1e9 }
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
      const [, minus, digits, scale] = /^(−?)£([\d,.]+)(m|bn)?$/.exec(money(value))!
      const size = Number(digits!.replaceAll(',', '')) * unit[(scale ?? '') as keyof typeof unit]
      const step = unit[(scale ?? '') as keyof typeof unit] / (digits!.includes('.') ? 10 : 1)
      expect(Math.abs((minus ? -size : size) - value)).toBeLessThanOrEqual(step / 2 + 1)
    }),
  )
})

test('the rest', () => {
  expect(pounds(-28_825)).toBe('−£28,825')
  expect(pounds(10_116.6)).toBe('£10,117')
  expect(change(727_633_083)).toBe('+£728m')
  expect(percent(0.5986)).toBe('60%')
  expect(percent(0.004)).toBe('0.4%')
  expect(percent(0.0001)).toBe('under 0.1%')
  expect(percent(null)).toBe('no figure')
  expect(percentTenth(0.5986572986)).toBe('59.9%')
  expect(weight(2.4567)).toBe('2.46')
  expect(weight(384_837)).toBe('384,837')
  expect(distance(0.4249)).toBe('0.42')
  expect(threeFigures(0.371_23)).toBe('0.371')
  expect(sixPlaces(1234.5)).toBe('1,234.5')
})
