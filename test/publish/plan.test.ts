import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { planReply } from '../../server/api/contract-publish.ts'
import { Unplannable } from '../../server/publish/terms.ts'
import { ALPHA, DELTA, EPSILON, GAMMA, NORTH, SOUTH } from '../fixtures/five-places.ts'
import { file, type OpenedPublish, openPublish, type Sent } from './opened.ts'

/**
 * Pounds, 2017-18. England has 5146.
 *   Alpha    NHS      310.60 surgery and 4.30 wards stand in for 300 shared out
 *   Gamma    justice   20.40 stands in for 15 shared out
 *   Alpha    Alpha    125.00 is left out: the count has 620 recorded
 *   South    culture  100.00 is placed by persons 1 : 2 : 3, the count has nothing of it there
 *   Epsilon  Epsilon   50.00 of budget: nobody has outturn
 *   Delta    Delta      9.00 of budget is set aside: the count has outturn
 * Published are 48,530 pence: £485, with 30 pence rounded away. The floors come to 484, and the pound over
 * goes to the 60 pence. After: 5146 + 485 - 315 = 5316.
 */
const ROWS: Sent[] = [
  { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '310.60' },
  { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Wards', amount: '4.30' },
  { place: GAMMA, agency: 'moj', fn: 'Law courts', service: 'Courts', amount: '20.40' },
  { place: ALPHA, agency: 'alpha', fn: 'Transport', service: 'Roads', amount: '125.00' },
  { place: SOUTH, agency: 'dcms', fn: 'Culture', service: 'Galleries', amount: '100.00' },
]
const BUDGETS: Sent[] = [
  { place: EPSILON, agency: 'epsilon', fn: 'Culture', service: 'Plans', phase: 'budget', amount: '50.00' },
  { place: DELTA, agency: 'delta', fn: 'Culture', service: 'Plans', phase: 'budget', amount: '9.00' },
]
const PLACED = { placing: [{ place: SOUTH, agency: 'dcms', year: '2017-18', driver: 'people' }] }

let open: OpenedPublish
let id: string
beforeAll(async () => {
  open = await openPublish()
  id = await open.bring({ 'ledger.csv': file(ROWS), 'budgets.csv': file(BUDGETS) })
})
afterAll(() => open.close())

const refused = async (request: object) => {
  const error = await open.reply(id, request).catch((thrown: unknown) => thrown)
  if (!(error instanceof Unplannable)) throw new Error(`was not refused: ${error}`)
  return error.faults.map(({ where }) => where)
}

test('worked out by hand: what goes in, what gives way, what is left out', async () => {
  const reply = planReply.parse(await open.reply(id, PLACED))
  expect(reply.hindrances).toEqual([])
  expect(
    reply.groups.map((one) => [one.place, one.agency, one.does, one.pounds, one.replaced.pounds, one.change]),
  ).toEqual([
    [EPSILON, 'dcms', 'add', 50, 0, 50],
    [EPSILON, 'epsilon', 'add', 50, 0, 50],
    [DELTA, 'dcms', 'add', 33, 0, 33],
    [GAMMA, 'dcms', 'add', 17, 0, 17],
    [ALPHA, 'nhs', 'replace', 315, 300, 15],
    [GAMMA, 'moj', 'replace', 20, 15, 5],
    [ALPHA, 'alpha', 'leave', 125, 0, 0],
    [DELTA, 'delta', 'leave', 0, 0, 0],
  ])
  expect(reply.years).toEqual([
    {
      year: '2017-18',
      fresh: false,
      before: 5146,
      after: 5316,
      added: { lines: 7, pounds: 485 },
      replaced: { lines: 2, pounds: 315 },
      budget: { lines: 0, pounds: 0 },
      withBudgets: { before: 5146, after: 5316 },
    },
  ])
  expect(reply.pence).toEqual({
    accepted: '61930',
    published: '48530',
    left: '12500',
    notPlaced: '0',
    aside: '900',
  })
  expect([reply.pounds, reply.rounding]).toEqual([485, '-30'])
  expect(reply.groups.find(({ agency }) => agency === 'alpha')).toMatchObject({
    basis: 'recorded',
    rows: 1,
    before: { recorded: { lines: 2, pounds: 620 }, sharedOut: { lines: 0, pounds: 0 } },
  })
  expect(reply.groups.find(({ agency }) => agency === 'delta')).toMatchObject({
    why: expect.stringMatching(/set aside/),
    warning: expect.stringMatching(/£9\.00 of budget are set aside/),
  })
})

test('what is known for a wider place stays out until a driver is chosen', async () => {
  const reply = planReply.parse(await open.reply(id))
  expect(reply.wide).toMatchObject([
    {
      place: SOUTH,
      agency: 'dcms',
      rows: 1,
      pounds: 100,
      driver: null,
      grade: null,
      parts: [],
      drivers: [
        { driver: 'aged', grade: 'C', year: '2017-18' },
        { driver: 'people', grade: 'D', year: '2017-18' },
      ],
    },
  ])
  expect([reply.pence.notPlaced, reply.pounds]).toEqual(['10000', 385])
  const [placed] = (await open.reply(id, PLACED)).wide
  expect([placed!.driver, placed!.grade]).toEqual(['people', 'D'])
  expect(placed!.parts).toEqual([
    { place: GAMMA, weight: 1000, pounds: 17 },
    { place: EPSILON, weight: 3000, pounds: 50 },
    { place: DELTA, weight: 2000, pounds: 33 },
  ])
  const own = { ...PLACED.placing[0]!, driver: 'own', weights: { [GAMMA]: 1, [DELTA]: 3 }, reason: 'Seats' }
  const [owned] = (await open.reply(id, { placing: [own] })).wide
  expect([owned!.driver, owned!.grade, owned!.parts.map(({ pounds }) => pounds)]).toEqual([
    'own',
    'C',
    [25, 75],
  ])
})

test('decisions change what is usual, and cover a sector or every class', async () => {
  const nhs = {
    place: ALPHA,
    agency: 'nhs',
    year: '2017-18',
    economic: 'current',
    covers: 'agency',
    classes: 'same',
  } as const
  const alpha = { ...nhs, agency: 'alpha' }
  const beside = await open.reply(id, {
    decisions: [
      { ...nhs, does: 'add' },
      { ...alpha, does: 'replace' },
    ],
  })
  const of = (agency: string) => beside.groups.find((one) => one.agency === agency)!
  expect([of('nhs').replaced.pounds, of('nhs').warning]).toEqual([
    0,
    'Both are counted: these and £300 that the count has. See that these are not a part of it.',
  ])
  expect([of('alpha').replaced, of('alpha').change]).toEqual([{ lines: 2, pounds: 620 }, -495])

  const moj = { place: GAMMA, agency: 'moj', year: '2017-18', economic: 'current', does: 'replace' } as const
  const narrow = (await open.reply(id)).groups.find(({ agency }) => agency === 'moj')!
  expect(narrow.before.sector).toEqual({ lines: 0, pounds: 0 })
  const wide = (
    await open.reply(id, { decisions: [{ ...moj, covers: 'sector', classes: 'all' }] })
  ).groups.find(({ agency }) => agency === 'moj')!
  expect([wide.replaced, wide.change]).toEqual([{ lines: 2, pounds: 15 + 334 }, 20 - 349])
})

test('usual rules can be turned: leave what is shared out, replace what is recorded', async () => {
  const { groups } = await open.reply(id, { whereSharedOut: 'leave', whereRecorded: 'replace' })
  const does = Object.fromEntries(groups.map((one) => [one.agency, one.does]))
  expect(does).toEqual({ nhs: 'leave', moj: 'leave', alpha: 'replace', epsilon: 'add', delta: 'leave' })
})

test('totals known from elsewhere are compared with what is published', async () => {
  const totals = [
    { label: 'All', pounds: 485 },
    { label: 'NHS', pounds: 320, agency: 'nhs' },
    { label: 'South', pounds: 170, place: SOUTH, year: '2017-18' },
  ]
  const reply = await open.reply(id, { ...PLACED, totals })
  expect(reply.totals.map(({ found, difference, status }) => [found, difference, status])).toEqual([
    [485, 0, 'equal'],
    [315, -5, 'unexplained'],
    [170, 0, 'equal'],
  ])
})

test('the digest follows what is asked, what was checked and the count', async () => {
  const first = await open.reply(id, PLACED)
  expect((await open.reply(id, PLACED)).digest).toBe(first.digest)
  expect((await open.reply(id)).digest).not.toBe(first.digest)
  const other = await open.bring(file(ROWS.slice(1)))
  expect((await open.reply(other, PLACED)).digest).not.toBe(first.digest)
})

test('everything wrong with what is asked is said at once', async () => {
  const group = { place: ALPHA, agency: 'nhs', year: '2017-18', economic: 'current', does: 'replace' }
  const south = PLACED.placing[0]!
  expect(
    await refused({
      placing: [
        { ...south, driver: 'moon' },
        { ...south, place: NORTH },
        { ...south, place: 'E99' },
        { ...south, driver: 'own', weights: { [ALPHA]: 1 } },
      ],
      decisions: [
        { ...group, agency: 'quango' },
        { ...group, year: '2011-12' },
        group,
        { ...group, does: 'leave' },
      ],
      totals: [{ label: 'x', pounds: 1, place: 'nowhere', agency: 'nobody' }],
    }),
  ).toEqual([
    'placing.3',
    'decisions.3',
    'placing.0.driver',
    'placing.1',
    'placing.2.place',
    `placing.3.weights.${ALPHA}`,
    'placing.3.reason',
    'decisions.0.agency',
    'decisions.1',
    'totals.0.place',
    'totals.0.agency',
  ])
  expect(await refused({ placing: [{ ...south, driver: 'need' }] })).toEqual(['placing.0.driver'])
  expect(await refused({ placing: [{ ...south, grade: 'B' }] })).toEqual(['placing.0.reason'])
  expect(await refused({ placing: [{ ...south, weights: { [GAMMA]: 1 } }] })).toEqual(['placing.0.weights'])
  expect(
    await refused({ placing: [{ ...south, driver: 'own', weights: { [GAMMA]: 0 }, reason: 'None' }] }),
  ).toEqual(['placing.0.weights'])
})

test('why it cannot be published as it stands', async () => {
  const left = await open.bring(file([ROWS[3]!]))
  expect((await open.reply(left)).hindrances).toMatchObject([{ where: 'groups' }])
})

test('transfers are kept and replace nothing; a year the count does not have is fresh', async () => {
  const other = await open.bring(
    file([
      { place: ALPHA, agency: 'nhs', flow: 'transfer out', amount: '40' },
      { place: ALPHA, agency: 'nhs', year: '2019-20', amount: '60' },
    ]),
  )
  const { groups, years, pounds } = await open.reply(other)
  expect(groups.map(({ year, does, pounds, replaced }) => [year, does, pounds, replaced.lines])).toEqual([
    ['2019-20', 'add', 60, 0],
    ['2017-18', 'add', 0, 0],
  ])
  expect(years.map(({ year, fresh, before, after }) => [year, fresh, before, after])).toEqual([
    ['2017-18', false, 5146, 5146],
    ['2019-20', true, null, 60],
  ])
  expect(pounds).toBe(100)
})
