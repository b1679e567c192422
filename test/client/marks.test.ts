import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { head, partsOf, scaleOver } from '../../client/charts/scale.ts'
import { stopAt, stopByKey } from '../../client/control/marker.ts'
import { covered, stretches } from '../../client/control/spans.ts'
import { programmeParts } from '../../client/lines/programme.ts'
import { classOf, countClasses } from '../../client/map/classes.ts'
import { classesInWords, runOf } from '../../client/state/classes.ts'

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

test('the marker stops at the nearest end of a class, the lower of two alike, and keys reach every stop', () => {
  const strip = stretches([10, 20, 0, 30, 5, 25, 10])!
  expect([0, 12, 28, 33, 55, 63, 99].map((point) => stopAt(strip, point))).toEqual([1, 1, 2, 2, 4, 5, 7])
  expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'Tab'].map((key) => stopByKey(key, 2, 7))).toEqual([
    3,
    1,
    1,
    7,
    null,
  ])
  expect(stopByKey('ArrowRight', 7, 7)).toBe(7)
})

test('classes in words, and as runs from the left', () => {
  expect([[2], [1, 2], [1, 2, 3], [1, 2, 5]].map(classesInWords)).toEqual([
    'class 2',
    'classes 1 and 2',
    'classes 1 to 3',
    'classes 1, 2 and 5',
  ])
  expect(
    [
      [1, 2, 3],
      [2, 3],
      [1, 3],
    ].map(runOf),
  ).toEqual([3, null, null])
})

test('names in capitals become a sentence; others are left alone', () => {
  const name = (text: string) => programmeParts(text).name
  expect(name('S032A044-STATE PENSION')).toBe('State pension')
  expect(name('S0331007-NHS PROVIDERS')).toBe('NHS providers')
  expect(name('S022A206 HIGHER EDUCATION MISCELLANEOUS')).toBe('Higher education miscellaneous')
  expect(name('HIGHWAYS ENGLAND MAINTENANCE')).toBe('Highways England maintenance')
  expect(name('Capital: grants from central government')).toBe('Capital: grants from central government')
})
