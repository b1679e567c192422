import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Count } from '../../client/api-types.ts'
import {
  fitsInWords,
  functionsInWords,
  ruleInWords,
  shippedInWords,
} from '../../client/control/rule-words.ts'
import { csvOf } from '../../client/control-page/csv.ts'
import { afterShifts, effectInWords } from '../../client/control-page/devolution-words.ts'
import {
  added,
  type Draft,
  EMPTY,
  moved,
  nameOf,
  prefixes,
  reclassed,
  removed,
  ruleOf,
} from '../../client/control-page/edits.ts'
import { definitionPresets, devolutionPresets } from '../../client/control-page/presets.ts'
import { rangeRows, startOf } from '../../client/control-page/range.ts'
import { shiftsBeyond } from '../../client/control-page/shifts.ts'
import { sortedBy } from '../../client/control-page/sorted.ts'
import { canonicalRules, readRules } from '../../client/state/rules.ts'
import { START } from '../../client/state/state.ts'
import { read, write } from '../../client/state/url.ts'
import { pricesInWords } from '../../client/words.ts'

const blank = {
  sector: null,
  agency: null,
  function: null,
  programme: null,
  economic: null,
  finance: null,
  decides: null,
  holds: null,
  influences: null,
}
const known = {
  sectors: [
    { id: 'council', name: 'Councils' },
    { id: 'fire', name: 'Fire and rescue' },
  ],
  agencies: [{ id: 'E6101', name: 'Avon Fire and Rescue', sector: 'fire', department: '' }],
  functions: [
    { code: '9', name: 'Education', division: '9', division_name: 'Education' },
    { code: '9.1', name: 'Primary education', division: '9', division_name: 'Education' },
    {
      code: '3.2',
      name: 'Fire-protection services',
      division: '3',
      division_name: 'Public order and safety',
    },
    { code: '3.3', name: 'Law courts', division: '3', division_name: 'Public order and safety' },
  ],
  classes: [1, 2, 3, 4, 5, 6, 7].map((one) => ({ class: one, name: `Name ${one}`, meaning: '' })),
  control_rules: [
    { ...blank, position: 1, id: 'education', sector: 'council', function: '9', class: 2, reason: 'Schools' },
    { ...blank, position: 2, id: 'fire', sector: 'fire', class: 4, reason: 'Framework' },
    { ...blank, position: 3, id: 'by-fields-1', class: 1, reason: 'By its fields' },
  ],
} satisfies Partial<Count>
const rule = (text: string) => readRules(text)![0]!

test('rules are said in plain words, unknown ids are said to be unknown', () => {
  const [education, fire, fields] = known.control_rules
  expect(shippedInWords(known, education!)).toBe('Councils: education')
  expect(shippedInWords(known, fire!)).toBe('Fire and rescue: everything else')
  expect(shippedInWords(known, fields!)).toBe('Everything else: by its fields')
  expect(ruleInWords(known, rule('rule:education>1'))).toBe('Councils: education: class 1, Name 1')
  expect(fitsInWords(known, rule('sector:fire,economic:capital,class:4|5>3'))).toBe(
    'Fire and rescue; capital; now in class 4 or 5',
  )
  expect(fitsInWords(known, rule('agency:E6101,finance:grant>3'))).toBe('Avon Fire and Rescue; paid by grant')
  expect(fitsInWords(known, rule('sector:nobody>1'))).toBe('“nobody”, which this count does not know')
  expect(functionsInWords(known, ['9', '9.1', '3.3'])).toBe('education or law courts')
})

test('a draft says a rule once it tests something, with every function of a division', () => {
  expect(ruleOf(EMPTY)).toBeNull()
  expect(ruleOf({ ...EMPTY, sector: 'council', function: '9.1|9', was: '2', class: 3 })).toEqual({
    tests: { sector: ['council'], function: ['9', '9.1'], class: ['2'] },
    class: 3,
  })
})

test('a rule with the tests of another takes its place; too many are refused', () => {
  const first = added('', [rule('rule:education>1')])!
  const second = added(first, [rule('sector:fire>3')])!
  expect(second).toBe('rule:education>1;sector:fire>3')
  expect(added(second, [rule('rule:education>5')])).toBe('rule:education>5;sector:fire>3')
  expect(moved(second, 0, 1)).toBe('sector:fire>3;rule:education>1')
  expect(moved(second, 0, -1)).toBe(second)
  expect(removed(second, 0)).toBe('sector:fire>3')
  expect(reclassed(second, 1, 7)).toBe('rule:education>1;sector:fire>7')
  expect(prefixes(second)).toEqual(['rule:education>1', second])
  const forty = Array.from({ length: 40 }, (_, i) => `sector:s${i}>1`).join(';')
  expect(added(forty, [rule('sector:one-more>1')])).toBeNull()
})

const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,12}$/)
const maybe = fc.oneof(fc.constant(''), id)
const draft: fc.Arbitrary<Draft> = fc.record({
  rule: maybe,
  sector: maybe,
  agency: maybe,
  function: fc.oneof(
    maybe,
    fc.array(id, { minLength: 1, maxLength: 4 }).map((codes) => codes.join('|')),
  ),
  economic: maybe,
  finance: maybe,
  was: fc.constantFrom('', '1', '7'),
  class: fc.integer({ min: 1, max: 7 }),
})

test('property: a definition built from choosers goes through the link unchanged, whatever its name', () => {
  fc.assert(
    fc.property(
      fc.array(draft, { maxLength: 6 }),
      fc.array(draft, { maxLength: 3 }),
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (drafts, devolve, typed, classes) => {
        const build = (all: Draft[]) =>
          added(
            '',
            all.flatMap((one) => ruleOf(one) ?? []),
          )!
        const rules = build(drafts)
        expect(canonicalRules(rules)).toBe(rules)
        const definition = `classes:${[...classes].sort((a, b) => a - b).join(',')}`
        const view = { ...START, definition, rules, moves: build(devolve), named: nameOf(typed) }
        const back = read(`?${write(view)}`)
        expect(back).toEqual({ view, faults: [] })
        expect(write(back.view)).toBe(write(view))
      },
    ),
  )
})

test('property: moving rules about keeps every one of them', () => {
  fc.assert(
    fc.property(
      fc.array(draft, { maxLength: 8 }),
      fc.nat(8),
      fc.integer({ min: -8, max: 8 }),
      (all, at, by) => {
        const rules = added(
          '',
          all.flatMap((one) => ruleOf(one) ?? []),
        )!
        const sorted = (text: string) => text.split(';').sort()
        expect(sorted(moved(rules, at, by))).toEqual(sorted(rules))
      },
    ),
  )
})

const pounds = fc.integer({ min: -1e9, max: 1e9 })
const shift = fc.record({
  from: fc.integer({ min: 1, max: 7 }),
  to: fc.integer({ min: 1, max: 7 }),
  amount: pounds,
})

test('property: devolving conserves the total to the pound', () => {
  fc.assert(
    fc.property(fc.array(pounds, { minLength: 7, maxLength: 7 }), fc.array(shift), (classes, shifts) => {
      const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
      expect(sum(afterShifts(classes, shifts))).toBe(sum(classes))
    }),
  )
})

test('what one rule moves is what the rules up to it move, less those before', () => {
  const before = [{ from: 2, to: 1, amount: 5 }]
  const all = [
    { from: 2, to: 1, amount: 8 },
    { from: 4, to: 3, amount: 2 },
  ]
  expect(shiftsBeyond(all, before)).toEqual([
    { from: 2, to: 1, amount: 3 },
    { from: 4, to: 3, amount: 2 },
  ])
  expect(shiftsBeyond(before, before)).toEqual([])
})

const effect = {
  denominator: 5e9,
  numerator_before: 1e9,
  numerator_after: 1e9,
  share_before: 0.2,
  share_after: 0.2,
  share_change: 0,
  moved: 3e8,
  into_local: 0,
  out_of_local: 0,
}
const two = [{ from: 2, to: 1, amount: 3e8 }]

test('a what-if says whether money becomes local or only moves within', () => {
  expect(effectInWords('Locally held', [1, 2], effect, two)[1]).toMatch(
    /^Under “Locally held” nothing changes: it counted as local before and still does/,
  )
  expect(effectInWords('Pooled alone', [3], effect, two)[1]).toMatch(/neither where it was nor where it goes/)
  const into = { ...effect, into_local: 3e8, numerator_after: 1.3e9, share_after: 0.26 }
  expect(effectInWords('Councillors decide', [1], into, two)).toEqual([
    '£300m moves from one class to another.',
    'Under “Councillors decide”, £300m becomes local. The share goes from 20.0% to 26.0%.',
    'No pound is gained or lost: the total stays £5.0bn.',
  ])
  expect(effectInWords('Any', [1], { ...effect, moved: 0 }, [])[0]).toMatch(/^Nothing moves here/)
})

const shipped = [
  { id: 'wide', name: 'Wide', classes: [1, 2, 3], meaning: '', numerator: 60, denominator: 100, share: 0.6 },
  { id: 'narrow', name: 'Narrow', classes: [1], meaning: '', numerator: 10, denominator: 100, share: 0.1 },
]

test('the range holds every definition and the reader’s own, narrowest first', () => {
  const chosen = {
    id: 'narrow',
    name: 'Mine',
    classes: [1],
    meaning: '',
    custom: false,
    rules: 'x',
    own: true,
  }
  const own = { numerator: 20, denominator: 100, share: 0.2 }
  const rows = rangeRows(shipped, chosen, own)
  expect(rows.map(({ key, chosen: on }) => [key, on])).toEqual([
    ['narrow', false],
    ['own', true],
    ['wide', false],
  ])
  expect(rows[1]).toMatchObject({ numerator: 20, denominator: 100, share: 0.2 })
  const plain = { ...chosen, name: 'Narrow', rules: '', own: false }
  expect(rangeRows(shipped, plain, own).map(({ key, chosen: on }) => [key, on])).toEqual([
    ['narrow', true],
    ['wide', false],
  ])
})

test('the start of an edited definition is the one with its classes, else the nearest', () => {
  const count = { definitions: shipped }
  expect(startOf(count, [1, 2, 3]).id).toBe('wide')
  expect(startOf(count, [1, 2, 3, 7]).id).toBe('wide')
  expect(startOf(count, [1, 5]).id).toBe('narrow')
})

test('presets are rules that can be read, offered only where the count knows them', () => {
  expect(definitionPresets(known).map((one) => one.id)).toEqual(['schools'])
  expect(devolutionPresets(known).map((one) => one.id)).toEqual(['unring-schools', 'single-pot'])
})

test('rows without a value stand last either way; a CSV disarms and quotes', () => {
  const rows = [{ n: null }, { n: 2 }, { n: 3 }]
  expect(sortedBy(rows, ({ n }) => n, true).map(({ n }) => n)).toEqual([3, 2, null])
  expect(sortedBy(rows, ({ n }) => n, false).map(({ n }) => n)).toEqual([2, 3, null])
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['=1+1', -2.5],
        ['x, "y"', null],
      ],
    ),
  ).toBe('\ufeffa,b\r\n\'=1+1,-2.5\r\n"x, ""y""",[x]\r\n')
})

test('prices in words say which base year is a forecast', () => {
  const deflator = {
    title: '',
    publisher: '',
    published: '',
    address: '',
    note: '',
    years: [],
    forecast_from: '2025-26',
  }
  expect(pricesInWords('cash', deflator)).toBe('cash prices')
  expect(pricesInWords('', deflator)).toBe('cash prices')
  expect(pricesInWords('real:2024-25', deflator)).toBe('prices of 2024 to 2025')
  expect(pricesInWords('real:2025-26', deflator)).toBe('prices of 2025 to 2026 (a forecast)')
})
