import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Count } from '../../client/api-types.ts'
import type { ChangeRow } from '../../client/change/changed.ts'
import { breaksKey, columnOf, inForm } from '../../client/change/measured.ts'
import { movedClasses } from '../../client/change/moved-classes.ts'
import { gainedAndLost, inOrder } from '../../client/change/order.ts'
import { largestSharedOut, partedChange, reachOf, stretchesOf } from '../../client/change/resting.ts'
import { yearsAlike } from '../../client/change/years-alike.ts'
import { classOf, DIVERGING } from '../../client/map/classes.ts'
import { ownOnly } from '../../client/state/own-year.ts'
import { CHANGE_COLUMNS, MEASURES } from '../../client/state/state.ts'

const figure = fc.option(fc.integer({ min: -1e9, max: 1e9 }))
const row: fc.Arbitrary<ChangeRow> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 6 }),
  name: fc.string({ minLength: 1, maxLength: 6 }),
  before: figure,
  after: figure,
  recorded_before: figure,
  recorded_after: figure,
  change: figure,
  change_ratio: figure,
  head_before: figure,
  head_after: figure,
  head_change: figure,
  head_change_ratio: figure,
  share_before: figure,
  share_after: figure,
  share_change: figure,
})

test('classes of change lie alike on both sides of nothing, with a class about it and a colour each', () => {
  const symmetric = fc
    .uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 2 })
    .map((ends) => ends.sort((a, b) => a - b))
  fc.assert(
    fc.property(symmetric, fc.integer({ min: -2e6, max: 2e6 }), ([small, large], value) => {
      const breaks = [-large!, -small!, small!, large!]
      expect(DIVERGING).toHaveLength(breaks.length + 1)
      expect(classOf(0, breaks)).toBe(2)
      fc.pre(!breaks.includes(value))
      expect(classOf(value, breaks)! + classOf(-value, breaks)!).toBe(DIVERGING.length - 1)
    }),
  )
})

test('winners stand before losers, the other way when asked, and what is not known last either way', () => {
  const columns = CHANGE_COLUMNS.filter((column) => column !== 'name')
  fc.assert(
    fc.property(fc.array(row), fc.constantFrom(...columns), fc.boolean(), (rows, column, descending) => {
      const order = inOrder(rows, column, descending)
      expect(order).toHaveLength(rows.length)
      expect(new Set(order)).toEqual(new Set(rows))
      const values = order.map((one) => one[column])
      const known = values.filter((value) => value !== null)
      expect(values.slice(known.length).every((value) => value === null)).toBe(true)
      const sorted = [...known].sort((a, b) => (descending ? b - a : a - b))
      expect(known).toEqual(sorted)
    }),
  )
})

test('gainers, losers and unknown are told apart; no change is neither', () => {
  expect(gainedAndLost([3, -1, 0, null, 2])).toEqual({ gained: 2, lost: 1, unknown: 1 })
})

test('a measure and a unit name a column of the reply and its breaks; a share changes in points alone', () => {
  const named = MEASURES.flatMap((measure) =>
    (['amount', 'ratio'] as const).map((unit) => [columnOf(measure, unit), breaksKey(measure, unit)]),
  )
  expect(named).toEqual([
    ['change', 'total'],
    ['change_ratio', 'total_ratio'],
    ['head_change', 'head'],
    ['head_change_ratio', 'head_ratio'],
    ['share_change', 'share'],
    ['share_change', 'share'],
  ])
})

test('figures of change carry their sign, and nothing is written for nothing known', () => {
  expect(inForm(196_887_986, 'change')).toBe('+£197m')
  expect(inForm(-86_000_000, 'change')).toBe('−£86m')
  expect(inForm(0.0409, 'change_ratio')).toBe('+4.1%')
  expect(inForm(0.0001, 'head_change_ratio')).toBe('0.0%')
  expect(inForm(109.6, 'head_change')).toBe('+£110')
  expect(inForm(-0.0008, 'share_change')).toBe('−0.1 points')
  expect(inForm(null, 'change')).toBe('no figure')
})

test('a year is set only beside years counted as it is', () => {
  const financial_years = [
    { year: '2011-12', coverage: 'recorded' as const, note: null },
    { year: '2012-13', coverage: 'recorded' as const, note: null },
    { year: '2013-14', coverage: 'full' as const, note: null },
    { year: '2017-18', coverage: 'full' as const, note: null },
  ]
  const known = { financial_years, amendments: [], control_totals: [] }
  expect(yearsAlike(known, '2017-18')).toEqual(['2013-14'])
  expect(yearsAlike(known, '2011-12')).toEqual(['2012-13'])
})

test('a year of nothing but own figures is set beside none', () => {
  const financial_years = [
    { year: '2012-13', coverage: 'recorded' as const, note: null },
    { year: '2018-19', coverage: 'recorded' as const, note: 'Only figures brought from files: Ledger' },
    { year: '2017-18', coverage: 'full' as const, note: null },
    { year: '2011-12', coverage: 'recorded' as const, note: null },
  ]
  const amendments = [{ years: ['2018-19', '2012-13', '2017-18'] }] as Count['amendments']
  const total = (year: string, kind: string) => ({ year, kind }) as Count['control_totals'][number]
  const control_totals = [total('2012-13', 'return'), total('2018-19', 'own'), total('2011-12', 'return')]
  const known = { financial_years, amendments, control_totals }
  expect(financial_years.map(({ year }) => ownOnly(known, year))).toEqual([false, true, false, false])
  expect(yearsAlike(known, '2018-19')).toEqual([])
  expect(yearsAlike(known, '2012-13')).toEqual(['2011-12'])
  expect(ownOnly(null, '2018-19')).toBe(false)
})

test('a change is parted into recorded and shared out, and its marks stay on their track', () => {
  fc.assert(
    fc.property(row, (one) => {
      const parted = partedChange(one)
      if (one.change === null) return expect(parted).toBeNull()
      expect(parted!.recorded + parted!.shared).toBe(one.change)
      for (const { left, width } of stretchesOf(parted!, reachOf(parted!) || 1)) {
        expect(left).toBeGreaterThanOrEqual(-1e-9)
        expect(left + width).toBeLessThanOrEqual(100 + 1e-9)
      }
    }),
  )
  const both = stretchesOf({ recorded: 10, shared: 30 }, 40)
  expect(both).toEqual([
    { kind: 'shared', way: 'more', left: 62.5, width: 37.5 },
    { kind: 'recorded', way: 'more', left: 50, width: 12.5 },
  ])
})

test('the largest change is told of where most of it is shared out, and not where it is recorded', () => {
  const [blank] = fc.sample(row, 1)
  const of = (change: number, recorded_before: number, recorded_after: number) => ({
    ...blank!,
    change,
    recorded_before,
    recorded_after,
  })
  expect(largestSharedOut([of(-5, 10, 5), of(100, 0, 20)])).toMatchObject({ change: 100, whole: false })
  expect(largestSharedOut([of(-100, 0, 0), of(20, 0, 20)])).toMatchObject({ change: -100, whole: true })
  expect(largestSharedOut([of(100, 0, 90), of(20, 0, 0)])).toBeNull()
  expect(largestSharedOut([])).toBeNull()
})

test('police and fire capital is said to move only between a year that holds it under councils and one that does not', () => {
  const told = (from: string, year: string) =>
    movedClasses(from, year).join(' ').includes('Capital of police')
  expect(told('2013-14', '2017-18')).toBe(true)
  expect(told('2017-18', '2014-15')).toBe(true)
  expect(told('2013-14', '2014-15')).toBe(false)
  expect(told('2015-16', '2017-18')).toBe(false)
})
