import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { answerAmended } from '../../server/api/answer-amended.ts'
import { answerSpend } from '../../server/api/answer-spend.ts'
import { planReply } from '../../server/api/contract-publish.ts'
import { QUESTIONS } from '../../server/api/questions.ts'
import { DESCRIPTOR } from '../../server/count/descriptor.ts'
import { type Count, openCount } from '../../server/count/open.ts'
import { readPackage } from '../../server/count/read.ts'
import { resourceOf, writeDescriptor } from '../../server/count/resource.ts'
import { TABLES } from '../../server/count/schema.ts'
import { planInWords } from '../../server/publish/in-words.ts'
import { verify } from '../../server/publish/verify.ts'
import { WITH_BUDGETS } from '../fixtures/budgets.ts'
import { ALPHA, BETASHIRE, EPSILON, SOUTH } from '../fixtures/five-places.ts'
import { ENGINE } from '../fixtures/open-fixture.ts'
import { file, type OpenedPublish, openPublish, type Sent } from './opened.ts'
import { rowsIn } from './rows.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish(WITH_BUDGETS)
})
beforeEach(async () => void (await open.counts.serve(open.count.hash)))
afterAll(() => open.close())

const row = (amount: string, more: Partial<Sent> = {}): Sent => ({
  place: BETASHIRE,
  agency: 'beta-south',
  fn: 'Waste management',
  service: 'Any',
  amount,
  ...more,
})
const BENEFIT = { fn: 'Housing', economic: 'benefits' } as const
const group = { place: BETASHIRE, agency: 'beta-south', year: '2017-18', economic: 'current' } as const
const none = { lines: 0, pounds: 0 }

async function planned(rows: readonly Sent[], request: object = {}) {
  const reply = planReply.parse(await open.reply(await open.bring(file(rows)), request))
  const of = (economic: string) => reply.groups.find((one) => one.economic === economic)!
  return { reply, of, year: reply.years[0]! }
}
async function total(count: Count, fill?: 'budget') {
  const asked = z.object(QUESTIONS.spend).parse(fill ? { fill } : {})
  return (await answerSpend(count, asked, new AbortController().signal)).total
}

describe('a budget in place of a missing return', () => {
  test('gives way to recorded outturn of the same class, and is told apart from what was counted', async () => {
    const { of, year, reply } = await planned([row('120')])
    expect(of('current')).toMatchObject({
      does: 'replace',
      why: 'The count has only a budget in place of its missing return: that is taken out for it.',
      before: { recorded: none, sharedOut: none, budget: { lines: 2, pounds: 100 } },
      otherBudget: { lines: 1, pounds: 50 },
      replaced: none,
      budget: { lines: 2, pounds: 100 },
      change: 120,
      warning: '£50 of budget in place of its missing return stay: with budgets shown, both are counted.',
    })
    expect(year).toEqual({
      year: '2017-18',
      fresh: false,
      before: 5146,
      after: 5266,
      added: { lines: 1, pounds: 120 },
      replaced: none,
      budget: { lines: 2, pounds: 100 },
      withBudgets: { before: 5336, after: 5336 + 120 - 100 },
    })
    const words = planInWords(reply, open.count.catalogue)
    expect(words).toContain('£120 in place of £100 of budget\n')
    expect(words).toContain(
      '2 lines of £100 of budget in place of a missing return taken out: with budgets shown, England £5,336 before, £5,356 after',
    )
  })

  test('gives way in every class where they are not told apart', async () => {
    const all = { decisions: [{ ...group, does: 'replace' as const, covers: 'agency', classes: 'all' }] }
    const { of, year } = await planned([row('160')], all)
    expect(of('current')).toMatchObject({ budget: { lines: 3, pounds: 150 }, warning: null })
    expect(year).toMatchObject({ after: 5306, withBudgets: { after: 5336 + 160 - 150 } })
  })

  test('each class gives way to its own, and nothing stays to warn of', async () => {
    const { of, year } = await planned([row('120'), row('45', BENEFIT)])
    expect(of('current')).toMatchObject({ budget: { pounds: 100 }, warning: null })
    expect(of('transfer_to_people')).toMatchObject({ budget: { pounds: 50 }, warning: null })
    expect(year).toMatchObject({
      budget: { lines: 3, pounds: 150 },
      withBudgets: { after: 5336 + 165 - 150 },
    })
  })

  test.each([
    ['as is usual', { whereSharedOut: 'add' as const }],
    ['as decided', { decisions: [{ ...group, does: 'add' as const }] }],
  ])('stays beside what is added to it, %s, and that is said', async (_how, request) => {
    const { of, year } = await planned([row('120')], request)
    expect(of('current')).toMatchObject({ does: 'add', budget: none, change: 120 })
    expect(of('current').warning).toMatch(
      /^£150 of budget in place of its missing return stay: with budgets shown, both are counted\.$/,
    )
    expect(year).toMatchObject({ after: 5266, withBudgets: { before: 5336, after: 5456 } })
  })

  test.each([
    ['a budget taken in every class', [row('120', { phase: 'budget' })]],
    [
      'a budget with a transfer of outturn',
      [row('120', { phase: 'budget' }), row('9', { flow: 'transfer out' })],
    ],
  ])('stays where it is decided to replace it by %s', async (_what, rows) => {
    const decisions = [{ ...group, does: 'replace' as const, covers: 'agency', classes: 'all' }]
    const { of, year } = await planned(rows, { decisions })
    expect([of('current').does, of('current').budget, year.budget]).toEqual(['replace', none, none])
    expect(of('current').warning).toContain('£150 of budget in place of its missing return stay')
  })

  test('stays where figures are left out for it, and nothing changes', async () => {
    const { of, year, reply } = await planned([row('120')], { whereSharedOut: 'leave' })
    expect(of('current')).toMatchObject({ does: 'leave', budget: none, change: 0, warning: null })
    expect(of('current').why).toMatch(/that stays, and these are left out/)
    expect(year).toMatchObject({ after: 5146, withBudgets: { before: 5336, after: 5336 } })
    expect(reply.pence.left).toBe('12000')
  })

  test('is not for a month of payments, nor for figures in another unit, without a word', async () => {
    const { of } = await planned([row('8'), row('50', BENEFIT)])
    expect(of('current')).toMatchObject({ does: 'replace', budget: { pounds: 100 } })
    expect(of('current').warning).toBe('£8 stand in for £100: see whether it is the whole year and the unit.')
    expect(of('transfer_to_people').warning).toBeNull()
  })

  test.each([
    ['a budget', row('120', { phase: 'budget' }), {}],
    ['a transfer', row('120', { flow: 'transfer out' }), {}],
    ['another year', row('120', { year: '2016-17' }), {}],
    ['another class', row('120', { economic: 'capital' }), {}],
    ['another agency', row('120', { agency: 'beta-north' }), { whereRecorded: 'replace' }],
    ['a wider decision of another', row('9', { agency: 'beta-north' }), { decisions: [] }],
  ])('does not give way to %s', async (_what, one, request) => {
    const decide = { ...group, agency: one.agency, year: one.year ?? '2017-18' }
    const decisions =
      'decisions' in request
        ? [{ ...decide, does: 'replace' as const, covers: 'sector' as const, classes: 'all' as const }]
        : []
    const { reply } = await planned([one], { ...request, decisions })
    for (const { budget } of [...reply.groups, ...reply.years]) expect(budget).toEqual(none)
  })

  test('does not give way to a figure of a wider place shared over it', async () => {
    const placing = [{ place: SOUTH, agency: 'epsilon', year: '2017-18', driver: 'people' }]
    const { reply } = await planned([row('60', { place: SOUTH, agency: 'epsilon' })], {
      placing,
      whereEstimated: 'replace',
    })
    const epsilon = reply.groups.find(({ place }) => place === EPSILON)!
    expect(epsilon).toMatchObject({
      does: 'add',
      pounds: 30,
      budget: none,
      before: { budget: { pounds: 40 } },
    })
    expect(epsilon.warning).toMatch(/£40 of budget in place of its missing return stay/)
  })
})

describe('published', () => {
  const ROWS = [row('120'), row('45', BENEFIT)]

  test('the count holds it once, with budgets shown or not; what gave way is kept, and taken back whole', async () => {
    const made = await open.publish(await open.bring(file(ROWS)))
    expect([await total(open.count), await total(open.count, 'budget')]).toEqual([5146, 5336])
    expect([await total(made), await total(made, 'budget')]).toEqual([5311, 5351])
    const folder = (await open.counts.folder(made.hash))!
    expect((await rowsIn(folder, 'replaced')).map(({ line, stood_in }) => [line, stood_in])).toEqual([
      ['b01', true],
      ['b02', true],
      ['b03', true],
    ])
    expect(made.catalogue.amendments).toMatchObject([
      { added: { lines: 2, pounds: 165 }, replaced: none, budget: { lines: 3, pounds: 150 } },
    ])
    const signal = new AbortController().signal
    expect((await answerAmended(made, 'amended', {}, signal)).data).toMatchObject({
      economic: ['current', 'transfer_to_people'],
      replaced: [0, 0],
      budget_lines: [2, 1],
      budget: [100, 50],
      change: [120, 45],
    })
    expect((await answerAmended(made, 'replaced', {}, signal)).data).toMatchObject({
      amount: [70, 50, 30],
      stood_in: [true, true, true],
    })
    const england = made.catalogue.controlTotals.find(({ kind }) => kind === 'total')!
    expect([england.compiled, england.bridge.at(-1)]).toEqual([
      5311,
      expect.objectContaining({ label: 'Own figures added: Ledgers of 2017', amount: 165 }),
    ])
    await open.counts.serve(open.count.hash)
    const back = open.counts.shelf.current!
    expect([await total(back), await total(back, 'budget')]).toEqual([5146, 5336])
  })

  test('lines counted and budgets that give way to one import are told apart', async () => {
    const nhs: Sent = { place: ALPHA, agency: 'nhs', fn: 'Hospitals', amount: '310' }
    const made = await open.publish(await open.bring(file([nhs, row('120')])))
    const folder = (await open.counts.folder(made.hash))!
    const out = (await rowsIn(folder, 'replaced')).map(({ line, stood_in }) => [line, stood_in])
    expect(out).toEqual([
      ['b01', true],
      ['b02', true],
      ['l04', false],
    ])
    expect(made.catalogue.amendments[0]).toMatchObject({
      replaced: { lines: 1, pounds: 300 },
      budget: { lines: 2, pounds: 100 },
    })
  })

  test('over earlier own figures: those give way, and a budget that stood beside them', async () => {
    const first = await open.publish(await open.bring(file([row('80')])), { whereSharedOut: 'add' })
    expect([await total(first), await total(first, 'budget')]).toEqual([5226, 5416])
    const id = await open.bring({ 'year.csv': file([row('120')]) })
    const second = await open.publish(id, { whereRecorded: 'replace' }, { title: 'The whole year' })
    expect([await total(second), await total(second, 'budget')]).toEqual([5266, 5356])
    expect(second.catalogue.amendments[1]).toMatchObject({
      replaced: { lines: 1, pounds: 80 },
      budget: { lines: 2, pounds: 100 },
    })
    const third = await open.publish(
      await open.bring({ 'again.csv': file([row('125')]) }),
      { whereRecorded: 'replace' },
      { title: 'Corrected' },
    )
    expect([await total(third), await total(third, 'budget')]).toEqual([5271, 5361])
    expect(third.catalogue.amendments[2]).toMatchObject({ replaced: { pounds: 120 }, budget: none })
    const folder = (await open.counts.folder(third.hash))!
    expect((await rowsIn(folder, 'replaced')).filter(({ stood_in }) => stood_in)).toHaveLength(2)
  })

  test('a package with another budget than planned is refused', async () => {
    const made = await open.publish(await open.bring(file([row('120')])))
    const folder = (await open.counts.folder(made.hash))!
    await open.planned(await open.bring(file([row('120')])), {}, async (plan, { limits }) => {
      await expect(verify(folder, plan, limits)).resolves.toBeUndefined()
      const years = plan.reply.years.map((year) => ({ ...year, budget: none }))
      const other = { ...plan, reply: { ...plan.reply, years } }
      await expect(verify(folder, other, limits)).rejects.toThrow(/was planned/)
    })
  })

  test('a package made before budgets gave way opens, and is told to have taken none', async () => {
    const nhs: Sent = { place: ALPHA, agency: 'nhs', fn: 'Hospitals', amount: '310' }
    const made = await open.publish(await open.bring(file([nhs])))
    const folder = (await open.counts.folder(made.hash))!
    const descriptor = JSON.parse(await readFile(join(folder, DESCRIPTOR), 'utf8'))
    const { resources } = (await readPackage(folder, ENGINE)).descriptor
    const instance = await DuckDBInstance.create(':memory:')
    try {
      const connection = await instance.connect()
      for (const [name, columns] of [
        ['replaced', 'stood_in'],
        ['amendment', 'budget, budget_lines'],
      ] as const) {
        const path = join(folder, `${name}.parquet`)
        const sql = `create table "${name}" as select * exclude (${columns}) from read_parquet($1)`
        await connection.run(sql, [path])
        await rm(path)
        await connection.run(`copy "${name}" to $1 (format parquet)`, [path])
        const at = resources.findIndex((one) => one.name === name)
        resources[at] = await resourceOf(TABLES[name], folder, resources[at]!.rows)
      }
    } finally {
      instance.closeSync()
    }
    await writeDescriptor(folder, descriptor, resources)
    const old = await openCount(folder, join(open.folder, 'old'), ENGINE)
    try {
      expect(old.catalogue.amendments[0]).toMatchObject({ replaced: { pounds: 300 }, budget: none })
      const signal = new AbortController().signal
      expect((await answerAmended(old, 'replaced', {}, signal)).data.stood_in).toEqual([false])
      expect((await answerAmended(old, 'amended', {}, signal)).data).toMatchObject({
        budget: [0],
        budget_lines: [0],
      })
    } finally {
      old.engine.close()
    }
  })
})
