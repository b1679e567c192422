import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { head, partsOf, scaleOver } from '../../client/charts/scale.ts'
import { covered, stretches } from '../../client/control/spans.ts'
import { classOf, countClasses } from '../../client/map/classes.ts'

const amount = fc.integer({ min: -1e9, max: 1e9 })
const row = fc.record({ amount, recorded: amount })

test('every mark stands inside the track, and its parts are as long as their pounds', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const scale = scaleOver(rows)
      const one = (scale.at(1e9) - scale.at(0)) / 1e9
      for (const each of rows) {
        const { recorded, shared } = partsOf(each, scale)
        for (const { from, to } of [recorded, shared]) {
          expect(from).toBeGreaterThanOrEqual(-1e-9)
          expect(to).toBeLessThanOrEqual(100 + 1e-9)
        }
        expect(recorded.to - recorded.from).toBeCloseTo(Math.abs(each.recorded) * one, 6)
        expect(shared.to - shared.from).toBeCloseTo(Math.abs(each.amount - each.recorded) * one, 6)
      }
    }),
  )
})

test('the largest stand for themselves, negatives among them, and nothing is lost', () => {
  const rows = [50, 9, 8, 7, 1, -40].map((amount) => ({ amount, recorded: 0 }))
  const { shown, rest } = head(rows, 3)
  expect(shown.map(({ amount }) => amount)).toEqual([50, 9, -40])
  expect(rest.map(({ amount }) => amount)).toEqual([8, 7, 1])
})

test('the strip covers 0 to 100; a negative class draws none', () => {
  const strip = stretches([10, 20, 0, 30, 5, 25, 10])!
  expect(strip.at(-1)!.to).toBe(100)
  expect(covered(strip, [1, 2, 3, 4])).toEqual([{ from: 0, to: 60 }])
  expect(covered(strip, [1, 4])).toEqual([
    { from: 0, to: 10 },
    { from: 30, to: 60 },
  ])
  expect(stretches([10, -1, 0, 0, 0, 0, 0])).toBeNull()
  expect(stretches([0, 0, 0, 0, 0, 0, 0])).toBeNull()
})

test('a break is the lowest value of the class above it; no figure has no class', () => {
  const breaks = [10, 20, 30, 40]
  expect([9, 10, 39, 40, null].map((value) => classOf(value, breaks))).toEqual([0, 1, 3, 4, null])
  expect(countClasses([5, 15, 15, null], breaks)).toEqual({ counts: [1, 2, 0, 0, 0], none: 1 })
})
