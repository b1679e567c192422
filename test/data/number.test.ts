import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { poundsOfThousands } from '../../data/sources/number.ts'

describe('thousands of pounds become pounds', () => {
  test.each([
    ['278639', 278_639_000n],
    ['-22588.71843', -22_588_718n],
    ['0.0005', 1n],
    ['-0.0005', -1n],
    ['0.0004999', 0n],
    ['1.5E-3', 2n],
    ['2e3', 2_000_000n],
    ['32264970.29927864', 32_264_970_299n],
    ['9007199254740993.001', 9_007_199_254_740_993_001n],
  ])('%s', (text, pounds) => expect(poundsOfThousands(text)).toBe(pounds))

  test.each(['', '…', '...', '1,000', '£5', '(5)', 'NaN', '1.2.3', '--1'])('%p is not a figure', (text) =>
    expect(poundsOfThousands(text)).toBeUndefined(),
  )

  test('agrees with whole thousandths, half away from zero', () =>
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 9 }), (pounds, tenth) => {
        const size = pounds < 0n ? -pounds : pounds
        const text = `${pounds < 0n ? '-' : ''}${size / 1000n}.${String(size % 1000n).padStart(3, '0')}${tenth}`
        const away = tenth >= 5 ? 1n : 0n
        expect(poundsOfThousands(text)).toBe(pounds < 0n ? -(size + away) : size + away)
      }),
    ))
})
