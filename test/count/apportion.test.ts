import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { apportion } from '../../server/count/apportion.ts'

const weights = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.double({ min: 0, max: 1e7, noNaN: true }), {
    minKeys: 1,
    maxKeys: 40,
  })
  .map((one) => new Map(Object.entries(one)))
  .filter((one) => [...one.values()].some((weight) => weight >= 1e-6))
const whole = fc.bigInt(-(10n ** 12n), 10n ** 12n)
const total = (parts: ReadonlyMap<string, bigint>) =>
  [...parts.values()].reduce((all, part) => all + part, 0n)

describe('largest remainder', () => {
  test('three equal parts of 100: the odd pound goes to the key that sorts first', () =>
    expect([
      ...apportion(
        100n,
        new Map([
          ['c', 1],
          ['a', 1],
          ['b', 1],
        ]),
      ),
    ]).toEqual([
      ['a', 34n],
      ['b', 33n],
      ['c', 33n],
    ]))

  test('parts sum to the whole exactly', () =>
    fc.assert(fc.property(whole, weights, (amount, by) => expect(total(apportion(amount, by))).toBe(amount))))

  test('a negative whole is shared like a positive one', () =>
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        const parts = apportion(amount, by)
        for (const [key, part] of apportion(-amount, by)) expect(part).toBe(-parts.get(key)!)
      }),
    ))

  test('no part is a pound or more from its exact share', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), weights, (amount, by) => {
        const all = [...by.values()].reduce((sum, weight) => sum + Math.round(weight * 1e6), 0)
        for (const [key, part] of apportion(amount, by)) {
          const exact = (Number(amount) * Math.round(by.get(key)! * 1e6)) / all
          expect(Math.abs(Number(part) - exact)).toBeLessThan(1.001)
        }
      }),
    ))

  test('the order of the keys changes nothing', () =>
    fc.assert(
      fc.property(whole, weights, (amount, by) =>
        expect(apportion(amount, new Map([...by].reverse()))).toEqual(apportion(amount, by)),
      ),
    ))

  test('nothing to share by is an error, unless there is nothing to share', () => {
    expect(() => apportion(5n, new Map([['a', 0]]))).toThrow('no weight of a is above zero')
    expect([...apportion(0n, new Map([['a', 0]]))]).toEqual([['a', 0n]])
    expect(() => apportion(5n, new Map([['a', -1]]))).toThrow('Weight of a is -1')
    expect(() => apportion(5n, new Map([['a', Number.NaN]]))).toThrow('Weight of a is NaN')
  })
})
