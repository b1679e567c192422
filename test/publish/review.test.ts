import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { movedTotals } from '../../server/publish/control-totals.ts'
import { verify } from '../../server/publish/verify.ts'
import {
  ALPHA,
  BETASHIRE,
  DELTA,
  ENGLAND,
  EPSILON,
  FIVE_PLACES,
  GAMMA,
  SOUTH,
} from '../fixtures/five-places.ts'
import { type Accepted, planLines } from './any-import.ts'
import { asked, file, type OpenedPublish, openPublish, type Sent } from './opened.ts'
import { rowsIn } from './rows.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
beforeEach(async () => void (await open.counts.serve(open.count.hash)))
afterAll(() => open.close())

const HOSPITALS: Sent = { place: ALPHA, agency: 'nhs', fn: 'Hospitals', amount: '310' }
const spendOf = async (hash: string) => rowsIn((await open.counts.folder(hash))!, 'spend')

test('a total of a department, a function or a year moves by what is its own', () => {
  const { catalogue } = open.count
  const [england] = catalogue.controlTotals.filter(({ kind }) => kind === 'total')
  const total = (kind: string, id: string, year = '2017-18') => ({ ...england!, kind, id, year, bridge: [] })
  const controlTotals = [
    total('department', 'Justice'),
    total('department', 'Unitary authority'),
    total('department', 'Health'),
    total('function', '03'),
    total('total', 'england', '2016-17'),
    total('total', 'england'),
  ]
  const move = (agency: string, code: string, pounds: number, year = '2017-18') => ({
    ...{ place: ALPHA, year, agency, function: code, pounds, recorded: 0, shared_out: 0 },
  })
  const about = { id: 'own-1', title: 'T', publisher: 'P', licence: '', note: '', made: '', receipt: '' }
  const moves = [
    move('moj', '03.3', 1),
    move('moj', '05.1', 20),
    move('nhs', '03.3', 300),
    move('waste-body', '05.1', 4000),
    move('moj', '03.3', 50_000, '2016-17'),
  ]
  const by = movedTotals({ ...catalogue, controlTotals }, moves, about, 'own-1').map(
    ({ compiled }, at) => compiled - controlTotals[at]!.compiled,
  )
  expect(by).toEqual([21, 4000, 300, 301, 50_000, 4321])
})

test('a total of local government moves by councils, police and fire, and not by a body whose department has none', () => {
  const { catalogue } = open.count
  const [england] = catalogue.controlTotals.filter(({ kind }) => kind === 'total')
  const controlTotals = ['Local Government England', 'Justice'].map((id) => ({
    ...{ ...england!, kind: 'department', id, bridge: [] },
  }))
  const agency = (id: string, sector: string, department: string) => ({ id, name: id, sector, department })
  const agencies = [
    agency('nhs', 'nhs', 'Health'),
    agency('nda', 'central', 'Energy'),
    agency('moj', 'central', 'Justice'),
    agency('council', 'council', 'London borough'),
    agency('mayor', 'regional-body', 'Other authority'),
    agency('police', 'police', 'Other authority'),
    agency('fire', 'fire', 'Other authority'),
    agency('councils', 'council', 'Local Government England'),
  ]
  const moves = [...agencies.map(({ id }) => id), 'unknown'].map((id, at) => ({
    ...{ place: ALPHA, year: '2017-18', agency: id, function: '07.3' },
    ...{ pounds: 10 ** at, recorded: 0, shared_out: 0 },
  }))
  const about = { id: 'own-1', title: 'T', publisher: 'P', licence: '', note: '', made: '', receipt: '' }
  const moved = movedTotals({ ...catalogue, agencies, controlTotals }, moves, about, 'own-1')
  expect(moved.map(({ compiled }, at) => compiled - controlTotals[at]!.compiled)).toEqual([11_111_000, 100])
})

test('a package that is not as planned is refused, and one that is is not', async () => {
  const folder = join(open.folder, 'count')
  await open.planned(await open.bring(file([HOSPITALS])), {}, async (planned, { limits }) => {
    await expect(verify(folder, planned, limits)).rejects.toThrow(/was planned/)
    await expect(
      verify(folder, { ...planned, reply: { ...planned.reply, years: [] } }, limits),
    ).resolves.toBeUndefined()
  })
})

test('what stands in for a return not made gives way with the share beside it, and is told apart', async () => {
  const shared = FIVE_PLACES.spend.find(({ line }) => line === 'l04')!
  const fill = { ...shared, line: 'f01', amount: 70, phase: 'budget', tags: ['budget-fill'] }
  const tag = { ...FIVE_PLACES.scope_tag[0], tag: 'budget-fill' }
  const filled = await openPublish({
    ...FIVE_PLACES,
    spend: [...FIVE_PLACES.spend, fill],
    scope_tag: [...FIVE_PLACES.scope_tag, tag],
  })
  try {
    const made = await filled.publish(await filled.bring(file([HOSPITALS])))
    const folder = (await filled.counts.folder(made.hash))!
    expect((await rowsIn(folder, 'replaced')).map(({ line, stood_in }) => [line, stood_in])).toEqual([
      ['f01', true],
      ['l04', false],
    ])
    expect(made.catalogue.amendments).toMatchObject([{ replaced: { pounds: 300 }, budget: { pounds: 70 } }])
  } finally {
    await filled.close()
  }
})

const WIDEST = {
  year: '2017-18',
  economic: 'current',
  does: 'replace',
  covers: 'sector',
  classes: 'all',
} as const

test('a sector, or every class, gives way only where it is shared out', async () => {
  const reply = await open.reply(
    await open.bring(
      file([
        { place: BETASHIRE, agency: 'betashire', fn: 'Transport', amount: '900' },
        { place: ALPHA, agency: 'alpha', fn: 'Transport', amount: '600' },
      ]),
    ),
    {
      decisions: [[BETASHIRE, 'betashire'] as const, [ALPHA, 'alpha'] as const].map(([place, agency]) => ({
        ...WIDEST,
        place,
        agency,
      })),
    },
  )
  expect(reply.groups.map(({ agency, replaced }) => [agency, replaced])).toEqual(
    expect.arrayContaining([
      ['betashire', { lines: 2, pounds: 840 }],
      ['alpha', { lines: 2, pounds: 620 }],
    ]),
  )
})

test('capital at a named site is capital, and not the site the count has', async () => {
  const made = await open.publish(
    await open.bring(
      file([{ place: EPSILON, agency: 'nda', fn: 'Pollution', economic: 'capital', amount: '500' }]),
    ),
  )
  const own = (await spendOf(made.hash)).filter(({ agency }) => agency === 'nda')
  expect(own).toMatchObject([{ amount: 500, tags: ['capital'], basis: 'recorded' }])
})

test('weights of a reader, of England and of another year are published with what they shared', async () => {
  const made = await open.publish(
    await open.bring(
      file([
        { place: ENGLAND, agency: 'dcms', fn: 'Culture', amount: '80' },
        { place: SOUTH, agency: 'nda', fn: 'Pollution', amount: '40' },
        { place: SOUTH, agency: 'dcms', fn: 'Culture', amount: '60', year: '2016-17' },
      ]),
    ),
    {
      placing: [
        {
          place: ENGLAND,
          agency: 'dcms',
          year: '2017-18',
          driver: 'own',
          weights: { [ALPHA]: 1, [GAMMA]: 3 },
        },
        { place: SOUTH, agency: 'nda', year: '2017-18', driver: 'own', weights: { [GAMMA]: 1, [DELTA]: 3 } },
        { place: SOUTH, agency: 'dcms', year: '2016-17', driver: 'people' },
      ].map((one) => ({ ...one, reason: 'Seats' })),
    },
  )
  const lines = (await spendOf(made.hash)).filter(({ source }) => String(source).startsWith('own-'))
  const drivers = await rowsIn((await open.counts.folder(made.hash))!, 'driver')
  const told = lines.map(({ place, agency, year, amount, weight, whole, grade, driver }) => {
    const kept = drivers.find((one) => one.driver === driver && one.place === place)
    expect(kept).toMatchObject({ weight, year })
    return [kept!.area, kept!.name, kept!.total, place, agency, year, amount, weight, whole, grade]
  })
  const [england, south] = [
    [ENGLAND, 'Own weights: Seats', 4],
    [SOUTH, 'Own weights: Seats', 4],
  ] as const
  const people = [SOUTH, 'Persons, of 2017-18', 6000] as const
  const expected = [
    [...england, ALPHA, 'dcms', '2017-18', 20, 1, 80, 'C'],
    [...england, GAMMA, 'dcms', '2017-18', 60, 3, 80, 'C'],
    [...south, GAMMA, 'nda', '2017-18', 10, 1, 40, 'C'],
    [...south, DELTA, 'nda', '2017-18', 30, 3, 40, 'C'],
    [...people, GAMMA, 'dcms', '2016-17', 10, 1000, 60, 'D'],
    [...people, DELTA, 'dcms', '2016-17', 20, 2000, 60, 'D'],
    [...people, EPSILON, 'dcms', '2016-17', 30, 3000, 60, 'D'],
  ]
  expect(told).toHaveLength(expected.length)
  expect(told).toEqual(expect.arrayContaining(expected))
  expect(new Set(lines.map(({ driver }) => driver)).size).toBe(3)
})

test('a wider figure put in place of shares is then what its place has, with what is recorded there', async () => {
  const recorded = { ...FIVE_PLACES.spend.find(({ line }) => line === 'l19')!, line: 'r01', amount: 7 }
  const spend = [
    ...FIVE_PLACES.spend,
    {
      ...recorded,
      basis: 'recorded',
      driver: null,
      weight: null,
      whole: null,
      economic: 'capital',
      grade: 'A',
    },
  ]
  const other = await openPublish({ ...FIVE_PLACES, spend })
  const placing = [{ place: SOUTH, agency: 'moj', year: '2017-18', driver: 'people' }]
  try {
    const id = await other.bring(file([{ place: SOUTH, agency: 'moj', fn: 'Law courts', amount: '120' }]))
    const made = await other.publish(id, { placing, whereEstimated: 'replace' })
    const lines = await rowsIn((await other.counts.folder(made.hash))!, 'spend')
    const sum = (economic: string) =>
      lines
        .filter((one) => one.agency === 'moj' && one.economic === economic)
        .reduce((all, { amount }) => all + Number(amount), 0)
    expect([sum('current'), sum('capital')]).toEqual([120, 7])
  } finally {
    await other.close()
  }
})

test('whatever the wider figure and its weights, its place comes to it, and nothing gives way to nothing', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1000, max: 1_000_000 }),
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
      ),
      async (pounds, [gamma, delta, epsilon]) => {
        const weights = { [GAMMA]: gamma, [DELTA]: delta, [EPSILON]: epsilon }
        const body = { place: SOUTH, agency: 'moj', year: '2017-18' }
        const line: Accepted = {
          ...body,
          fn: '03.3',
          programme: null,
          economic: 'current',
          flow: 'own',
          phase: 'outturn',
          pence: pounds * 100,
        }
        const request = asked({
          placing: [{ ...body, driver: 'own', weights, reason: 'Any' }],
          whereEstimated: 'replace',
        })
        const { groups } = await planLines(open.count, open.folder, [line], request, ({ reply }) => reply)
        const after = groups.reduce(
          (sum, { before, change }) => sum + before.sharedOut.pounds + before.recorded.pounds + change,
          0,
        )
        expect(after).toBe(pounds)
        for (const one of groups) if (one.replaced.lines > 0) expect(one.pounds).not.toBe(0)
      },
    ),
    { numRuns: 15 },
  ))
