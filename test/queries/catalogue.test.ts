import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rowsOf } from '../../server/engine/columns.ts'
import {
  ALPHA,
  BETASHIRE,
  DELTA,
  ENGLAND,
  EPSILON,
  FIVE_PLACES,
  GAMMA,
  NORTH,
} from '../fixtures/five-places.ts'
import { openFixture, type Tables } from '../fixtures/open-fixture.ts'

const line = (id: string) => FIVE_PLACES.spend.find((one) => one.line === id)!
const budget = { ...line('l08'), economic: 'current', phase: 'budget', finance: 'own', tags: ['budget-fill'] }
/** Beta South's budget stands in for its revenue return; Epsilon's of another year and elsewhere for none. */
const WITH_BUDGET: Tables = {
  ...FIVE_PLACES,
  spend: [
    ...FIVE_PLACES.spend,
    { ...budget, line: 'b01' },
    { ...budget, line: 'b02', agency: 'epsilon', place: EPSILON, year: '2016-17' },
    { ...budget, line: 'b03', agency: 'epsilon', place: ALPHA },
  ],
  missing: [
    ...FIVE_PLACES.missing,
    { ...FIVE_PLACES.missing.find(({ agency }) => agency === 'beta-south'), what: 'capital' },
  ],
  scope_tag: [
    ...FIVE_PLACES.scope_tag,
    { tag: 'budget-fill', name: 'Budgets', meaning: 'Leaves out budgets' },
  ],
}

let bare: Awaited<ReturnType<typeof openFixture>>
let filled: Awaited<ReturnType<typeof openFixture>>
beforeAll(async () => {
  bare = await openFixture()
  filled = await openFixture(WITH_BUDGET)
})
afterAll(async () => {
  await bare.close()
  await filled.close()
})

const ask = async (name: string, { count } = bare) =>
  rowsOf<Record<string, unknown>>(await count.engine.ask(name))

describe('control-rules', () => {
  test('every rule in the order it is tried, with what it tests, what it gives and why', async () => {
    const rows = await ask('control-rules')
    expect(rows.map(({ position, id, class: given, reason }) => [position, id, given, reason])).toEqual([
      [1, 'grant-capital', 2, 'Because it is grant-capital'],
      [2, 'council-duty', 2, 'Because it is council-duty'],
      [3, 'council', 1, 'Because it is council'],
      [4, 'health', 4, 'Because it is health'],
      [5, 'entitlement', 6, 'Because it is entitlement'],
      [6, 'influenced', 5, 'Because it is influenced'],
      [7, 'the-rest', 7, 'Because it is the-rest'],
    ])
    const tests = rows.map(({ position, id, class: given, reason, ...fields }) =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
    )
    expect(tests).toEqual([
      { economic: 'capital', finance: 'grant', sector: 'council' },
      { decides: 'duty|joint', holds: 'elected_local' },
      { sector: 'council' },
      { agency: 'nhs' },
      { decides: 'statute' },
      { influences: 'place' },
      {},
    ])
    expect(Object.keys(rows[6]!)).toEqual([
      ...['position', 'id', 'sector', 'agency', 'function', 'programme', 'economic', 'finance'],
      ...['decides', 'holds', 'influences', 'class', 'reason'],
    ])
  })
})

describe('intake-agency-places', () => {
  const places = async (from = bare) =>
    (await ask('intake-agency-places', from)).map(({ agency, place }) => [agency, place])

  test('agencies in one place, by agency: those shared over several or placed nowhere are in none', async () => {
    expect(await places()).toEqual([
      ['alpha', ALPHA],
      ['beta-north', BETASHIRE],
      ['beta-south', BETASHIRE],
      ['betashire', BETASHIRE],
      ['delta', DELTA],
      ['gamma', GAMMA],
      ['nda', EPSILON],
      ['waste-body', DELTA],
    ])
  })

  test('where some lines are recorded only those tell, and where they are in two places nothing does', async () => {
    const more = await openFixture({
      ...FIVE_PLACES,
      spend: [
        ...FIVE_PLACES.spend,
        { ...line('l07'), line: 'x01', agency: 'moj', place: EPSILON },
        { ...line('l07'), line: 'x02', place: ALPHA },
        { ...line('l18'), line: 'x03', agency: 'gamma', place: DELTA },
      ],
    })
    const found = new Map((await places(more)) as [string, string][])
    await more.close()
    expect(found.get('moj')).toBe(EPSILON)
    expect(found.has('beta-north')).toBe(false)
    expect(found.get('gamma')).toBe(GAMMA)
  })
})

describe('missing-returns', () => {
  const returns = async (from: typeof bare) =>
    (await ask('missing-returns', from)).map(({ place, year, agency, what, budget: filledIn }) => [
      ...[place, year, agency, what, filledIn],
    ])

  test('each return not made, with names and what is known of it', async () => {
    const [first, ...more] = await ask('missing-returns')
    expect(first).toEqual({
      place: EPSILON,
      place_name: 'Epsilon',
      year: '2017-18',
      agency: 'epsilon',
      agency_name: 'Epsilon Council',
      sector: 'council',
      what: 'capital',
      why: 'No return was made',
      source: 'outturn',
      budget: false,
      own: false,
    })
    expect(
      more.map(({ agency, agency_name, place_name, what }) => [agency, agency_name, place_name, what]),
    ).toEqual([
      ['epsilon', 'Epsilon Council', 'Epsilon', 'revenue'],
      ['beta-south', 'Beta South District Council', 'Betashire', 'revenue'],
    ])
  })

  test('a budget can stand in for a revenue return of the same place, agency and year', async () => {
    expect(await returns(filled)).toEqual([
      [EPSILON, '2017-18', 'epsilon', 'capital', false],
      [EPSILON, '2017-18', 'epsilon', 'revenue', false],
      [BETASHIRE, '2017-18', 'beta-south', 'capital', false],
      [BETASHIRE, '2017-18', 'beta-south', 'revenue', true],
    ])
  })
})

describe('published-counts', () => {
  test('each figure as its source gives it, by id; what a figure is not is null', async () => {
    const rows = await ask('published-counts')
    expect(
      rows.map(({ id, places, our_year, measure, amount, ratio }) => [
        id,
        places,
        our_year,
        measure,
        amount,
        ratio,
      ]),
    ).toEqual([
      ['alpha-total', [ALPHA], '2017-18', 'total', 900, null],
      ['coast-head', ['set:coast'], '2017-18', 'head', 500, null],
      ['coast-old', ['set:coast'], '2008-09', 'total', 10, null],
      ['england-councillors', [ENGLAND], '2017-18', 'share', null, 0.05],
      ['gamma-dwp', [GAMMA], '2017-18', 'agency', 300, null],
      ['gamma-unknown', [GAMMA], '2017-18', 'agency', 1, null],
      ['north-nhs', [NORTH], '2017-18', 'share', null, 0.4],
    ])
    expect(rows[1]).toEqual({
      id: 'coast-head',
      places: ['set:coast'],
      place_as_published: 'Somewhere',
      year_as_published: '2009-10 (reported)',
      our_year: '2017-18',
      measure: 'head',
      part_as_published: null,
      qualifier: 'stated',
      amount: 500,
      ratio: null,
      coverage: 'Not said',
      gross_or_net: 'not stated',
      confidence: 'medium',
      our_scope: ['sites'],
      our_definition: null,
      our_filter: null,
      how_near: 'Ours is of another year',
      publisher: 'A newspaper',
      title: 'A study',
      url: 'https://example.org/study',
      stored_copy: null,
    })
    expect(rows.map(({ our_definition, our_filter }) => our_definition ?? our_filter)).toEqual([
      ...[null, null, null, 'councillors', 'agency=dwp', 'agency=quango', 'sector=nhs'],
    ])
  })
})

describe('scope-tags', () => {
  test('each part that can be left out, by tag; budgets in place of returns are none of them', async () => {
    const expected = [
      { tag: 'benefits', name: 'benefits', meaning: 'Leaves out benefits' },
      { tag: 'capital', name: 'capital', meaning: 'Leaves out capital' },
      { tag: 'grade-d', name: 'Lines graded D', meaning: 'Leaves out grade-d' },
      { tag: 'pensions', name: 'pensions', meaning: 'Leaves out pensions' },
      { tag: 'schools', name: 'schools', meaning: 'Leaves out schools' },
      { tag: 'sites', name: 'sites', meaning: 'Leaves out sites' },
    ]
    expect(await ask('scope-tags')).toEqual(expected)
    expect(await ask('scope-tags', filled)).toEqual(expected)
  })
})
