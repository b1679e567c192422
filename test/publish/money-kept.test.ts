import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { planRequest, publishRequest } from '../../server/api/contract-publish.ts'
import { nextId } from '../../server/publish/publisher.ts'
import { Unplannable } from '../../server/publish/terms.ts'
import { ALPHA, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { file, MAPPING, type OpenedPublish, openPublish, type Sent } from './opened.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
afterAll(() => open.close())

const planned = async (rows: readonly Sent[], request: object = {}) =>
  open.reply(await open.bring(file(rows)), request)
const row = (place: string, agency: string, amount: string, more: Partial<Sent> = {}): Sent => ({
  place,
  agency,
  amount,
  fn: agency === 'moj' ? 'Law courts' : 'Hospitals',
  service: 'Any',
  ...more,
})

test('a budget set aside takes nothing out, and a transfer is no outturn', async () => {
  const reply = await planned([
    row(ALPHA, 'nhs', '310', { phase: 'budget' }),
    row(ALPHA, 'nhs', '300', { year: '2019-20', phase: 'budget' }),
    row(ALPHA, 'nhs', '5', { year: '2019-20', flow: 'transfer out' }),
    row(ALPHA, 'nhs', '5', { flow: 'transfer out' }),
  ])
  const at = (year: string) => reply.groups.find((group) => group.year === year)!
  expect(at('2017-18')).toMatchObject({ replaced: { pounds: 0 }, change: 0 })
  expect(at('2019-20')).toMatchObject({ does: 'add', pounds: 300 })
  expect(reply.pence).toMatchObject({ aside: '31000' })
})

test('a budget beside outturn of another class is published, and beside its own where it is decided so', async () => {
  const capital = row(ALPHA, 'nhs', '40', { year: '2019-20', economic: 'capital' })
  const budget = row(ALPHA, 'nhs', '70', { year: '2019-20', phase: 'budget' })
  expect((await planned([capital, budget])).pence).toMatchObject({ aside: '0', published: '11000' })
  const both = [row(ALPHA, 'nhs', '60', { year: '2019-20' }), budget]
  expect((await planned(both)).pence).toMatchObject({ aside: '7000', published: '6000' })
  const decisions = [
    { place: ALPHA, agency: 'nhs', year: '2019-20', economic: 'current', does: 'add' as const },
  ]
  expect((await planned(both, planRequest.parse({ decisions }))).pence).toMatchObject({
    aside: '0',
    published: '13000',
  })
})

test('a place’s budget is set aside where outturn of a wider place is shared over it', async () => {
  const rows = [
    row(GAMMA, 'moj', '100', { year: '2019-20', phase: 'budget' }),
    row(SOUTH, 'moj', '600', { year: '2019-20' }),
  ]
  const placing = [{ place: SOUTH, agency: 'moj', year: '2019-20', driver: 'people' }]
  expect((await planned(rows, { placing })).pence).toMatchObject({ aside: '10000', published: '60000' })
  expect((await planned(rows)).pence).toMatchObject({ aside: '0', published: '10000', notPlaced: '60000' })
})

test('a wider figure stands for all its places, those with no part of it too', async () => {
  const placing = [
    {
      place: SOUTH,
      agency: 'moj',
      year: '2017-18',
      driver: 'own',
      weights: { [GAMMA]: 1 },
      reason: 'One court',
    },
  ]
  const reply = await planned([row(SOUTH, 'moj', '90')], { placing, whereEstimated: 'replace' })
  const replaced = reply.groups.reduce((sum, group) => sum + group.replaced.pounds, 0)
  expect(replaced).toBe(15 + 30 + 45)
  expect(reply.years[0]).toMatchObject({ added: { pounds: 90 }, after: reply.years[0]!.before })
})

test('an estimate does not take the place of an estimate unless it is said', async () => {
  const placing = [{ place: SOUTH, agency: 'moj', year: '2017-18', driver: 'people' }]
  const reply = await planned([row(SOUTH, 'moj', '90')], { placing })
  expect(new Set(reply.groups.map(({ does }) => does))).toEqual(new Set(['leave']))
  expect(reply.pence.published).toBe('0')
})

test('weights that come to nought, or beyond what can be shared by, are refused', async () => {
  const of = (weight: number) => ({
    placing: [
      {
        place: SOUTH,
        agency: 'moj',
        year: '2017-18',
        driver: 'own',
        weights: { [GAMMA]: weight },
        reason: 'x',
      },
    ],
  })
  await expect(planned([row(SOUTH, 'moj', '90')], of(1e-7))).rejects.toThrow(Unplannable)
  expect(planRequest.safeParse(of(1e308)).success).toBe(false)
  expect(planRequest.safeParse(of(1e12)).success).toBe(true)
})

test('a title with a control character is refused before anything is made', () => {
  const asked = { plan: {}, digest: 'x', title: 'A\u0000B', publisher: 'The trust' }
  expect(publishRequest.safeParse(asked).success).toBe(false)
  expect(publishRequest.safeParse({ ...asked, title: 'Accounts' }).success).toBe(true)
})

test('files checked anew under a plan are not published as what they were', async () => {
  const id = await open.bring(file([row(ALPHA, 'nhs', '310')]))
  const before = await open.intakes.receipt(id)
  const receipt = open.intakes.receipt.bind(open.intakes)
  await open.intakes.map(id, { ...MAPPING, unit: 'thousands' }, open.count)
  await open.intakes.check(id, open.count)
  open.intakes.receipt = async () => before
  await expect(open.publisher.plan(id, open.count, planRequest.parse({}))).rejects.toThrow('checked anew')
  open.intakes.receipt = receipt
})

test('an id names the figures it was given to and no others', () => {
  const first = nextId('england', [], 'one plan')
  expect(first).toMatch(/^england\.1-[0-9a-f]{6}$/)
  expect(nextId('england', [], 'another plan')).not.toBe(first)
  expect(nextId(first, [{ id: first }], 'another plan')).toMatch(/^england\.2-/)
  expect(nextId('e'.repeat(100), [], 'one plan').length).toBeLessThanOrEqual(100)
})
