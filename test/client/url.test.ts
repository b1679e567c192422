import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { writeClasses } from '../../client/state/classes.ts'
import { TESTS, writeRules } from '../../client/state/rules.ts'
import {
  CHANGE_COLUMNS,
  LINES_KINDS,
  MEASURES,
  PAGES,
  SORT_COLUMNS,
  START,
  STEPS,
  type View,
} from '../../client/state/state.ts'
import { read, write } from '../../client/state/url.ts'

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/)
const definition = fc.oneof(
  id,
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map(writeClasses),
)
const place = fc.oneof(
  id,
  id.map((set) => `set:${set}`),
)
const rule = fc
  .record({
    tests: fc
      .dictionary(fc.constantFrom(...TESTS), fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), {
        minKeys: 1,
        noNullPrototype: true,
      })
      .map((tests) => ('class' in tests ? { ...tests, class: ['2', '5'] } : tests)),
    class: fc.integer({ min: 1, max: 7 }),
  })
  .map((one) => writeRules([one]))
const rules = fc.array(rule, { maxLength: 5 }).map((all) => all.join(';'))
const name = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replaceAll(/\p{C}/gu, '').trim())
const item = fc.stringMatching(/^[a-z0-9]{1,40}$/)
const version = fc.integer({ min: 1, max: 9_999_999 })
const anyView: fc.Arbitrary<View> = fc.record({
  page: fc.constantFrom(...PAGES),
  measure: fc.constantFrom(...MEASURES),
  definition,
  rules,
  named: name,
  moves: rules,
  prices: fc.oneof(
    fc.constant('cash'),
    fc.integer({ min: 1990, max: 2030 }).map((y) => `real:${y}-${String((y + 1) % 100).padStart(2, '0')}`),
  ),
  from: fc.option(fc.constantFrom('2013-14', '2010-11')),
  unit: fc.constantFrom('amount' as const, 'ratio' as const),
  year: fc.option(
    fc.integer({ min: 1000, max: 9998 }).map((y) => `${y}-${String((y + 1) % 100).padStart(2, '0')}`),
  ),
  without: fc.uniqueArray(id, { maxLength: 6 }).map((tags) => tags.sort()),
  fill: fc.boolean(),
  places: fc.uniqueArray(place, { minLength: 1, maxLength: 8 }).map((codes) => codes.sort()),
  placesNamed: name,
  versus: fc.uniqueArray(
    fc.oneof(
      place,
      fc.uniqueArray(id, { minLength: 2, maxLength: 5 }).map((codes) => codes.join('+')),
    ),
    { maxLength: 3 },
  ),
  unlike: fc.uniqueArray(id, { maxLength: 4 }).map((features) => features.sort()),
  group: fc.oneof(
    fc.constantFrom('region', 'class', 'all'),
    id.map((set) => `set:${set}`),
  ),
  side: fc.constantFrom('map' as const, 'table' as const),
  filter: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => text.length <= 60),
  only: fc.boolean(),
  sort: fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }),
  changeSort: fc.record({ column: fc.constantFrom(...CHANGE_COLUMNS), descending: fc.boolean() }),
  lines: fc.option(
    fc.record({ kind: fc.constantFrom(...LINES_KINDS), id: definition, place: fc.option(place) }),
  ),
  at: fc.option(id),
  scenario: fc.option(item),
  version: fc.option(version),
  preset: fc.option(id),
  against: fc.option(fc.tuple(item, version).map(([of, n]) => `${of}@${n}`)),
  counted: fc.option(fc.stringMatching(/^[0-9a-f]{6,64}$/)),
  pinned: fc.option(fc.stringMatching(/^[0-9a-f]{6,64}$/)),
  intake: fc.option(item),
  step: fc.constantFrom(...STEPS),
})

test('a view survives the address bar', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(`?${write(view)}`)).toEqual({ view, faults: [] })
    }),
  )
})

test('an address that is read is written back as itself', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const query = write(view)
      expect(write(read(query).view)).toBe(query)
    }),
  )
})

test('any text at all is read as some view that can be written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { view } = read(text)
      expect(read(write(view))).toEqual({ view, faults: [] })
    }),
  )
})

test('the start has an empty address; a place has a short one', () => {
  expect(write(START)).toBe('')
  expect(write({ ...START, places: ['E09000008'], measure: 'head' })).toBe('v=1&m=head&p=E09000008')
})

test('a link leads back to the same files and the same step', () => {
  expect(write({ ...START, page: 'import', intake: 'a1b2c3d4e5f6', step: 'check' })).toBe(
    'v=1&page=import&intake=a1b2c3d4e5f6&step=check',
  )
  expect(read('?v=1&page=import&intake=../x&step=fly')).toMatchObject({
    view: { page: 'import', intake: null, step: 'bring' },
    faults: [expect.stringContaining('files'), expect.stringContaining('step')],
  })
})

test('what a link says wrongly is told, part by part, and nothing else is lost', () => {
  const { view, faults } = read('?v=9&m=kilos&p=E09000008&y=__proto__&x=<script>')
  expect(view).toEqual({ ...START, places: ['E09000008'] })
  expect(faults).toHaveLength(4)
})
