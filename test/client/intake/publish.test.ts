import { describe, expect, test } from '@jest/globals'
import { farOff, planAddsUp, planInWords } from '../../../client/intake/publish/in-words.ts'
import {
  decisionOf,
  NO_PLAN,
  placingOf,
  withDecision,
  withoutTotal,
  withPlacing,
  withTotal,
} from '../../../client/intake/publish/plan-edits.ts'
import { titleOf } from '../../../client/intake/publish/title-of.ts'
import { readWeights } from '../../../client/intake/publish/weights.ts'
import { wholePounds } from '../../../client/intake/publish/whole-pounds.ts'
import type { PlanReply } from '../../../client/intake/state/server.ts'
import { planRequest } from '../../../server/api/contract-publish.ts'

const GROUP = { place: 'E09000008', agency: 'nhs', year: '2017-18', economic: 'current' } as const
const sum = (lines: number, pounds: number) => ({ lines, pounds })

const PLAN: PlanReply = {
  intake: 'a',
  count: { id: 'england', hash: 'aa' },
  digest: 'd',
  hindrances: [],
  groups: [],
  groupsInAll: 0,
  wide: [],
  years: [
    {
      ...{ year: '2017-18', fresh: false, before: 1000, after: 1250 },
      ...{ added: sum(1, 512), replaced: sum(3, 262) },
      ...{ budget: sum(0, 0), withBudgets: { before: 1000, after: 1250 } },
    },
    {
      ...{ year: '2016-17', fresh: false, before: 900, after: 900 },
      ...{ added: sum(0, 0), replaced: sum(0, 0) },
      ...{ budget: sum(0, 0), withBudgets: { before: 900, after: 900 } },
    },
  ],
  pence: { accepted: '62200', published: '51200', left: '10000', notPlaced: '1000', aside: '0' },
  pounds: 512,
  rounding: '0',
  totals: [],
}

describe('decisions', () => {
  test('one a group, put in place of the one before, taken back to the rule', () => {
    const one = withDecision(NO_PLAN, GROUP, { does: 'replace', covers: 'agency', classes: 'same' })
    const two = withDecision(one, GROUP, { does: 'replace', covers: 'sector', classes: 'same' })
    expect(two.decisions).toHaveLength(1)
    expect(decisionOf(two, GROUP)).toMatchObject({ covers: 'sector' })
    expect(decisionOf(two, { ...GROUP, year: '2016-17' })).toBeNull()
    expect(withDecision(two, GROUP, null)).toEqual(NO_PLAN)
    expect(planRequest.parse(two)).toEqual(two)
  })
  test('one driver a wide figure', () => {
    const placed = withPlacing(withPlacing(NO_PLAN, GROUP, { driver: 'population' }), GROUP, {
      driver: 'land_area',
    })
    expect(placed.placing).toEqual([
      { place: 'E09000008', agency: 'nhs', year: '2017-18', driver: 'land_area' },
    ])
    expect(placingOf(placed, GROUP)?.driver).toBe('land_area')
    expect(withPlacing(placed, GROUP, null)).toEqual(NO_PLAN)
  })
  test('totals are added, and taken away by their place', () => {
    const two = withTotal(withTotal(NO_PLAN, { label: 'A', pounds: 1 }), { label: 'B', pounds: 2 })
    expect(withoutTotal(two, 0).totals).toEqual([{ label: 'B', pounds: 2 }])
  })
})

describe('in words', () => {
  test('what is published, what it takes the place of, and each total that moves', () =>
    expect(planInWords(PLAN)).toBe(
      '£512 would be published, of £622.00 accepted. It takes the place of £262 shared out. The total of England in 2017 to 2018 goes from £1,000 to £1,250.',
    ))
  test('a budget that gives way is told apart, and as not counted', () => {
    const [year, other] = PLAN.years
    const budget = { budget: sum(2, 100), withBudgets: { before: 1100, after: 1250 } }
    expect(planInWords({ ...PLAN, years: [{ ...year!, ...budget }, other!] })).toContain(
      'It takes the place of £262 shared out and £100 of budget for missing returns, which is counted only where it is shown. The total of England in 2017 to 2018 goes from £1,000 to £1,250.',
    )
    expect(planInWords({ ...PLAN, years: [{ ...year!, replaced: sum(0, 0), ...budget }] })).toContain(
      'It takes the place of £100 of budget for missing returns,',
    )
  })
  test('a budget far from what stands in for it is told as shares are', () => {
    const group = (pounds: number, out: number) =>
      ({ does: 'replace', pounds, replaced: sum(0, 0), budget: sum(1, out) }) as PlanReply['groups'][number]
    expect(farOff({ groups: [group(90, 100)] })).toBeNull()
    expect(farOff({ groups: [group(90, 100), group(8, 100)] })).toMatch(
      /^£8 of your figures would stand in for £100 of the count, in 1 row below\./,
    )
  })
  test('nothing published says why', () =>
    expect(
      planInWords({
        ...PLAN,
        pence: { accepted: '200', published: '0', left: '150', notPlaced: '50', aside: '0' },
      }),
    ).toBe(
      'Nothing would be published as it stands: £1.50 is left out, as what the count has there stays and £0.50 is of wider places and not shared out.',
    ))
  test('pence that do not add up are not said to', () => {
    expect(planAddsUp(PLAN)).toBe(true)
    expect(planAddsUp({ ...PLAN, pence: { ...PLAN.pence, left: '9999' } })).toBe(false)
  })
})

describe('weights of one’s own', () => {
  const codes: Record<string, string> = {
    croydon: 'E09000008',
    E09000008: 'E09000008',
    E09000002: 'E09000002',
  }
  const read = (text: string) => readWeights(text, (name) => codes[name] ?? codes[name.toLowerCase()])

  test('as a spreadsheet copies them: a code or a name, a tab and a weight', () =>
    expect(read('E09000002\t1,200.5\r\nCroydon\t80\n\n')).toEqual({
      weights: { E09000002: 1200.5, E09000008: 80 },
      faults: [],
    }))
  test('what cannot be read is told by line, and nothing is guessed', () => {
    expect(read('E09000002\t1\nNowhere\t2\nE09000002\t3\nE09000008\n').faults).toEqual([
      'Line 2: Nowhere is no place that this is shared over.',
      'Line 3: E09000002 stands twice.',
      'Line 4: write a code, a tab and a weight.',
    ])
    expect(read('E09000002\t-1').faults).toHaveLength(1)
    expect(read('E09000002\t0').faults).toEqual(['There is no weight above nought.'])
    expect(read('').faults).toEqual(['There is no weight above nought.'])
  })
})

test('whole pounds as typed', () =>
  expect(['£1,234', '-5', '−5', '1.5', 'x', ''].map(wholePounds)).toEqual([1234, -5, -5, null, null, null]))

test.each([
  ['copeland-outturn-2017-18.csv', 'Copeland outturn 2017-18'],
  ['2017-18_returns--final.v2.xlsx', '2017-18 returns final.v2'],
  ['spend_2017-04-03.csv', 'Spend 2017-04-03'],
  ['-over-500-', 'Over 500'],
])('the title of %s is its name in words, its numbers as they are', (file, title) => {
  expect(titleOf(file)).toBe(title)
})
