import { expect, test } from '@jest/globals'
import { dayInWords, whenInWords } from '../../client/when.ts'

test('a date is its own day in whatever zone the machine stands', () => {
  expect(dayInWords('2026-03-05')).toBe('5 March 2026')
  expect(dayInWords('2017-12-31')).toBe('31 December 2017')
})

test('a moment is told to the minute; what is no moment, as it came', () => {
  expect(whenInWords('2026-03-05T14:05:00')).toBe('5 March 2026, 14:05')
  expect(whenInWords('not a moment')).toBe('not a moment')
})
