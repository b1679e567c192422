import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dealMoney, markMoney, poundsIn } from '../../client/format.ts'
import { drawnOf, effectOf, yearly } from '../../client/scenario/see/effect/effect.ts'
import { splitFinding } from '../../client/scenario/see/finding.ts'
import { holdingWords } from '../../client/scenario/see/holding.ts'
import { type RuleName, standing, workedRule, workedRules } from '../../client/scenario/see/names.ts'
import type { Shown } from '../../client/scenario/see/shown.ts'
import {
  normalised,
  sharesFromNets,
  sharesOf,
  withRule,
  withShare,
  withShares,
} from '../../client/scenario/see/split.ts'
import { termWords } from '../../client/scenario/see/terms.ts'
import { holdingRules, holds, unasked, verdicts } from '../../client/scenario/see/tests.ts'
import { csv } from '../../client/scenario/see/twin.ts'
import { switchingWords } from '../../client/scenario/see/uncertainty/switching.ts'
import { type Draft, EMPTY } from '../../client/scenario/state/draft.ts'
import { presetDocument, run } from '../scenario/setup.ts'

const shownOf = (document: Draft): Shown => ({ document, reply: run(document) })
const preset = (id: string, change: (document: Draft) => Draft = (document) => document) =>
  shownOf(change(presetDocument(id)))
const BRIGHTER = 'birmingham-brighter-futures'
const failures = (shown: Shown, rule: RuleName) =>
  verdicts(shown, workedRule(shown, rule)!).flatMap((verdict) => verdict.failures.map(({ words }) => words))

describe('every failing test has its sentence', () => {
  const shown = preset(BRIGHTER)

  test.each([
    [
      'liesWhereItFalls',
      [
        'Police would lose £306k',
        'Police would do £306k better alone, by doing nothing',
        'Police would do £306k better without this split',
        'NHS would gain £4.29m by staying out: £7.13m outside, £2.84m inside',
        'Police would gain £4.99m by staying out: £4.68m outside, −£306k inside',
      ],
    ],
    ['byContribution', ['DWP would gain £62.9m by staying out: £67.6m outside, £4.68m inside']],
    [
      'byBenefit',
      [
        'Police would gain £947k by staying out: £4.68m outside, £3.74m inside',
        'DWP would gain £6.92m by staying out: £67.6m outside, £60.7m inside',
      ],
    ],
    [
      'equalSplit',
      [
        'Council, NHS and DWP together would do £8.25m better without this split',
        'DWP would gain £44.2m by staying out: £67.6m outside, £23.4m inside',
      ],
    ],
    ['shapley', ['DWP would gain £30.8m by staying out: £67.6m outside, £36.8m inside']],
    ['nucleolus', ['DWP would gain £34.2m by staying out: £67.6m outside, £33.4m inside']],
    [
      'waterfall',
      [
        'Police would gain £1.06m by staying out: £4.68m outside, £3.63m inside',
        'DWP would gain £6.32m by staying out: £67.6m outside, £61.3m inside',
      ],
    ],
    ['freeRideProof', []],
  ] as const)('%s', (rule, sentences) => expect(failures(shown, rule)).toEqual(sentences))

  test('only the free-ride-proof rule holds, and the finding says so', () => {
    expect(holdingRules(shown).map(({ rule }) => rule)).toEqual(['freeRideProof'])
    expect(splitFinding(shown)).toBe(
      'Shared by the Shapley value, nobody loses, but DWP would gain £30.8m by staying out. Free-ride-proof passes all four tests.',
    )
    expect(splitFinding(preset(BRIGHTER, (document) => withRule(document, 'liesWhereItFalls')))).toBe(
      'With money left where it falls, Police would lose £306k. Free-ride-proof passes all four tests.',
    )
  })

  test('a rule in force that cannot be used says why, and which could', () => {
    const without = preset(BRIGHTER, ({ coalition: _, ...document }) => document)
    expect(splitFinding(without)).toMatch(
      /^The rule in force, Shapley value, cannot be used: it needs a coalition model.*By contribution, by benefit, equal split and waterfall pass the one test/,
    )
    expect(standing(without)!.rule).toBe('liesWhereItFalls')
  })

  test('without a coalition model three tests are not put, which is not a pass', () => {
    const plain = preset('croydon-child-family-place')
    const all = verdicts(plain, workedRule(plain, 'byBenefit')!)
    expect(unasked(all).map(({ test }) => test)).toEqual(['betterAlone', 'noGroup', 'noFreeRide'])
    expect(holds(all)).toBe(true)
    expect(splitFinding(plain)).toMatch(/tests of that are not put/)
    expect(holdingWords(plain)).toMatchObject({
      by: 'rule',
      words: expect.stringMatching(/the one test that can be put/),
    })
  })
})

describe('whether any split holds', () => {
  const values =
    (v: Record<string, number>, freeRiding: Record<string, number>) =>
    (document: Draft): Draft => ({
      ...document,
      coalition: { kind: 'values', values: v, freeRiding },
    })
  const groups = (worth: (ids: string[]) => number) => {
    const ids = ['Council', 'NHS', 'Police', 'DWP']
    const v: Record<string, number> = {}
    for (let mask = 1; mask < 15; mask += 1) {
      const group = ids.filter((_, i) => mask & (1 << i))
      v[group.join('+')] = worth(group)
    }
    return v
  }

  test('a loss, an empty core and outside payoffs beyond the gain are each said', () => {
    expect(holdingWords(preset('sure-start'))).toEqual({
      by: null,
      words:
        'No split, by any rule or by hand, passes every test: together the partners lose £300m, so whatever the split somebody is worse off than with no deal.',
    })
    const core = preset(
      BRIGHTER,
      values(
        groups((ids) => (ids.length === 3 ? 80e6 : 0)),
        {},
      ),
    )
    expect(holdingWords(core).by).toBeNull()
    expect(holdingWords(core).words).toMatch(/the core is empty.*at least £9\.79m short/)
    const outside = { Council: 30e6, NHS: 30e6, Police: 30e6, DWP: 30e6 }
    const riding = preset(
      BRIGHTER,
      values(
        groups(() => 0),
        outside,
      ),
    )
    expect(holdingWords(riding).words).toMatch(/staying out is worth £120m.*more than the £93\.6m/)
  })

  test('where no rule holds but a split does, the split that holds best passes every test set by hand', () => {
    const outside = { Council: 80e6, NHS: 0, Police: 0, DWP: 0 }
    const made = values(
      groups((ids) => (ids.includes('DWP') && ids.includes('NHS') ? 8e6 : 0)),
      outside,
    )
    const shown = preset(BRIGHTER, (document) => made(withRule(document, 'equalSplit')))
    const { holding, rules } = shown.reply.sharing
    const offered = rules.filter((rule) => rule.rule !== 'freeRideProof')
    expect(holding!.exists).toBe(true)
    const without: Shown = {
      ...shown,
      reply: { ...shown.reply, sharing: { ...shown.reply.sharing, rules: offered } },
    }
    expect(holdingWords(without)).toMatchObject({ by: 'hand', words: expect.stringMatching(/to spare/) })
    const shares = sharesFromNets(shown.reply.partners, holding!.nets!, 1_000_000)
    const byHand = shownOf(withRule(withShares(shown.document, shares), 'byHand'))
    expect(failures(byHand, 'byHand')).toEqual([])
  })
})

describe('your split', () => {
  test('shares from nets add to one exactly and are within a tenth of a per cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 10 }),
        (nets) => {
          const whole = nets.reduce((a, b) => a + b, 0)
          fc.pre(Math.abs(whole) > 1e-3 * Math.max(...nets.map(Math.abs)) && Math.abs(whole) > 1)
          const ids = nets.map((_, i) => `p${i}`)
          const shares = Object.values(sharesFromNets(ids, nets)!)
          expect(shares.reduce((sum, share) => sum + Math.round(share * 1000), 0)).toBe(1000)
          shares.forEach((share, i) => {
            expect(Math.abs(share - nets[i]! / whole)).toBeLessThanOrEqual(0.001 + 1e-9)
          })
        },
      ),
    )
    expect(sharesFromNets(['a', 'b'], [0, 0])).toBeNull()
  })

  test('a typed share keeps the others, begun from the rule in force; what adds up to nothing is no split', () => {
    const begun = withShare(
      presetDocument(BRIGHTER),
      { Council: 0.4, NHS: 0.1, Police: 0.1, DWP: 0.4 },
      'NHS',
      0.3,
    )
    expect(sharesOf(begun, ['Council', 'NHS', 'Police', 'DWP'])).toEqual([0.4, 0.3, 0.1, 0.4])
    expect(normalised([0.4, 0.3, 0.1, 0.4])).toEqual(
      [0.4, 0.3, 0.1, 0.4].map((share) => expect.closeTo(share / 1.2, 12)),
    )
    expect(normalised([0.2, -0.2])).toBeNull()
    expect(sharesOf(withShare(begun, null, 'NHS', null), ['NHS'])).toEqual([null])
    const cleared = withShares(withRule(begun, 'byHand'), null)
    expect(cleared.sharing).not.toHaveProperty('shares')
    expect(cleared.sharing!.rule).toBe('byBenefit')
  })
})

test('switching values in words, for what pays and for what does not', () => {
  expect(switchingWords(preset(BRIGHTER)).whole).toBe(
    'Benefits may fall 72% before it stops paying, or costs rise 255%.',
  )
  expect(switchingWords(preset('sure-start')).whole).toBe(
    'Benefits would have to rise 13% before it pays, or costs fall 11%.',
  )
})

describe('effect on the place', () => {
  const rows = [
    { sector: 'council', agency: 'a', division: '07', class: 1, amount: 60 },
    { sector: 'council', agency: 'a', division: '10', class: 2, amount: 140 },
    { sector: 'nhs', agency: 'b', division: '07', class: 4, amount: 300 },
  ].map((row) => ({ ...row, sector_name: '', agency_name: '' }))
  const line = (id: string): Draft => ({
    ...EMPTY,
    partners: [{ id: 'x', name: 'Some body' }],
    pot: { contributions: [{ kind: 'line', partner: 'x', line: { id, amount: 200 } }] },
  })

  test('money moves from the classes its lines stand in to class 3, and nothing is made or lost', () => {
    const drawn = { by: 'sector' as const, id: 'council', divisions: [], named: false }
    const { before, after, moves } = effectOf(rows, [
      { id: 'Council', amount: 50, drawn },
      { id: 'Unknown', amount: 10, drawn: null },
    ])
    expect(before).toEqual([60, 140, 0, 300, 0, 0, 0])
    expect(after).toEqual([45, 105, 50, 300, 0, 0, 0])
    expect(moves[1]!.from).toBeNull()
  })

  test('lines named in the scenario are read, divisions and all; else the name tells, or nothing does', () => {
    const drawn = drawnOf(line('sector:council@E08000025@2017-18#10'), 'x')
    expect(drawn).toEqual({ by: 'sector', id: 'council', divisions: ['10'], named: true })
    expect(effectOf(rows, [{ id: 'x', amount: 14, drawn }]).after).toEqual([60, 126, 14, 300, 0, 0, 0])
    expect(drawnOf({ ...EMPTY, partners: [{ id: 'x', name: 'Kent Police' }] }, 'x')).toMatchObject({
      id: 'police',
    })
    expect(drawnOf({ ...EMPTY, partners: [{ id: 'x', name: 'Some body' }] }, 'x')).toBeNull()
    expect(yearly([6, 0, 2, 0])).toBe(4)
    expect(yearly([0, 0])).toBe(0)
  })
})

test('money of a deal keeps three figures, and a column one unit', () => {
  expect([93610673, 8254666, 306455, 3744, 94.2, 0.4, -306455, 1.2e9, 999999].map(dealMoney)).toEqual([
    '£93.6m',
    '£8.25m',
    '£306k',
    '£3,740',
    '£94',
    '£0',
    '−£306k',
    '£1.20bn',
    '£1.00m',
  ])
  expect([0, 250_000, 6e6, 2.5e6, -1e9].map(markMoney)).toEqual(['£0', '£250k', '£6m', '£2.5m', '−£1bn'])
  const millions = poundsIn(82651884)
  expect([millions.unit, millions.write(-306455), millions.write(82651884)]).toEqual(['£m', '−0.31', '82.65'])
})

test('a file keeps figures unrounded, quotes what needs it and disarms what a spreadsheet would run', () => {
  const text = csv({
    caption: 'c',
    columns: [
      { head: 'Who, what', unit: 'text' },
      { head: 'Net', unit: 'pounds' },
    ],
    rows: [
      ['=1+1', -0.125],
      ['a "b"', null],
    ],
    foot: ['Sum', -0.125],
  })
  expect(text).toBe('\ufeff"Who, what",Net (£)\r\n\'=1+1,-0.125\r\n"a ""b""",\r\nSum,-0.125\r\n')
})

test('every rule of every preset has a sentence or none to have', () => {
  for (const id of [
    'dorset-older-people',
    'whole-essex',
    'worklessness',
    'kent-assets',
    'london-chronic-care',
  ]) {
    const shown = preset(id)
    for (const rule of workedRules(shown))
      for (const { passed, failures } of verdicts(shown, rule))
        expect(failures.length > 0).toBe(passed === false)
    expect(splitFinding(shown)).toMatch(/\.$/)
  }
})

test('adopted terms are told with what they pay, and what in them is our reading', () => {
  const shown = preset(BRIGHTER, (document) => ({
    ...document,
    pot: {
      ...document.pot,
      terms: [
        { kind: 'section75', overspend: 2e6, caps: { Police: 150000 } },
        { kind: 'payForPerformance', pot: 2.8e6, planned: 0.042, achieved: 0.021 },
        { kind: 'justiceReinvestment', demandCost: 1e7, threshold: 0.05, cap: 0.2, reduction: 0.12 },
        {
          kind: 'gershon',
          budget: 1e8,
          excluded: [2e7],
          rate: 0.025,
          gains: [
            { cashable: 1e6, nonCashable: 1e6 },
            { cashable: 1e6, nonCashable: 2e6 },
          ],
        },
      ],
    },
  }))
  const told = shown.reply.terms.map((term) => termWords(shown, term))
  expect(told[0]!.words).toMatch(/^Met by Council £[\d.]+m, NHS £\d+k, Police £150k and DWP £\d+k\.$/)
  expect(told[1]).toMatchObject({
    words: '£1.40m released and £1.40m retained.',
    mark: expect.stringMatching(/our assumption/),
  })
  expect(told[2]!.words).toMatch(/^£950k if half is paid up to the threshold and all above it; £600k/)
  expect(told[3]!.words).toBe(
    'On a baseline of £80.0m, the target is missed in year 2 (£3.00m of £4.00m, too little of it cashable).',
  )
})
