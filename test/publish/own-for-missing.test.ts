import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { aboutQuestion } from '../../server/api/about-question.ts'
import { answerChain } from '../../server/api/answer-chain.ts'
import { answerChange } from '../../server/api/answer-change.ts'
import { answerControl } from '../../server/api/answer-control.ts'
import { answerLines } from '../../server/api/answer-lines.ts'
import { answerSpend } from '../../server/api/answer-spend.ts'
import * as contract from '../../server/api/contract.ts'
import { QUESTIONS } from '../../server/api/questions.ts'
import type { Count } from '../../server/count/open.ts'
import { linesOf } from '../../server/export/cover-sheet.ts'
import { csvwOf } from '../../server/export/csvw.ts'
import { missingSheet } from '../../server/export/missing-sheet.ts'
import { WITH_BUDGETS } from '../fixtures/budgets.ts'
import { BETASHIRE, EPSILON } from '../fixtures/five-places.ts'
import { file, type OpenedPublish, openPublish, type Sent } from './opened.ts'

/**
 * Not made for 2017-18: Beta South's revenue return, Epsilon's revenue and capital ones. Own outturn is brought of Beta
 * South, waste 120, and of Epsilon, roads 60, capital.
 */
const row = (place: string, agency: string, amount: string, more: Partial<Sent> = {}): Sent => ({
  ...{ place, agency, amount, fn: 'Waste management', service: 'Any' },
  ...more,
})
const ROWS = [
  row(BETASHIRE, 'beta-south', '120'),
  row(EPSILON, 'epsilon', '60', { fn: 'Transport', economic: 'capital' }),
]

const financial_year = WITH_BUDGETS.financial_year.map((year) => ({ ...year, coverage: 'full' }))

let open: OpenedPublish
let made: Count
beforeAll(async () => {
  open = await openPublish({ ...WITH_BUDGETS, financial_year })
  made = await open.publish(await open.bring(file(ROWS)))
})
afterAll(() => open.close())

const signal = new AbortController().signal
const question = (asked: object) => z.object(QUESTIONS.spend).parse(asked)
const spend = (count: Count, asked: object = {}) => answerSpend(count, question(asked), signal)
const named = (rows: readonly { agency: string; what: string }[]) =>
  rows.map(({ agency, what }) => `${agency} ${what}`)

test('the count says of each return not made whether own figures are counted for it, by its kind', async () => {
  const told = (count: Count) => count.catalogue.missing.map(({ agency, what, own }) => [agency, what, own])
  expect(told(open.count)).toEqual([
    ['epsilon', 'capital', false],
    ['epsilon', 'revenue', false],
    ['beta-south', 'revenue', false],
  ])
  expect(told(made)).toEqual([
    ['epsilon', 'capital', true],
    ['epsilon', 'revenue', false],
    ['beta-south', 'revenue', true],
  ])
})

test('it is missing no longer, and told as own figures counted, wherever returns are told', async () => {
  const { coverage } = contract.spendReply.parse(await spend(made))
  expect([named(coverage.missing), named(coverage.own_returns)]).toEqual([
    ['epsilon revenue'],
    ['epsilon capital', 'beta-south revenue'],
  ])
  const before = (await spend(open.count)).coverage
  expect([before.missing.length, before.own_returns]).toEqual([3, []])
  const filled = (await spend(made, { fill: 'budget' })).coverage
  expect([named(filled.missing), filled.own_returns.length]).toEqual([[], 2])
  const current = (await spend(made, { economic: 'current' })).coverage
  expect([named(current.missing), named(current.own_returns)]).toEqual([
    ['epsilon revenue'],
    ['beta-south revenue'],
  ])
})

test('a place has as many returns missing as nothing is known of', async () => {
  const missing = async (count: Count) => {
    const { data } = await answerControl(count, z.object(QUESTIONS.control).parse({}), signal)
    return Object.fromEntries((data.place as string[]).map((place, at) => [place, data.missing![at]]))
  }
  expect(await missing(open.count)).toMatchObject({ [BETASHIRE]: 1, [EPSILON]: 2 })
  expect(await missing(made)).toMatchObject({ [BETASHIRE]: 0, [EPSILON]: 1 })
})

test('the ways of money and a change tell it too', async () => {
  const chain = contract.chainReply.parse(await answerChain(made, {}, signal))
  expect([named(chain.missing), chain.own_returns.length]).toEqual([['epsilon revenue'], 2])
  const asked = z.object(QUESTIONS.change).parse({ from: '2016-17', year: '2017-18' })
  const change = contract.changeReply.parse(await answerChange(made, asked, signal))
  expect([named(change.missing), change.own_returns.length]).toEqual([['epsilon revenue'], 2])
})

test('own figures may be a part: what none of them is of is not known, and never nought', async () => {
  const homes = { agency: 'beta-south', function: '10.6' }
  expect((await spend(made, homes)).total).toBeNull()
  expect((await answerLines(made, z.object(QUESTIONS.lines).parse(homes), signal)).total).toBeNull()
  expect((await spend(made, { agency: 'beta-south', economic: 'current' })).total).toBe(120)
})

test('files list it as a return not made for which own figures are counted', async () => {
  const about = async (count: Count) => {
    const reply = await spend(count)
    const more = { rows: reply.rows, origin: '', software: '0' }
    return { reply, about: aboutQuestion(count, '/spend', question({}), reply, more) }
  }
  const after = await about(made)
  const sheet = missingSheet(after.about)
  expect(sheet.about).toBe(
    'What the figures lack: 1 returns not made, a row for each place; 2 returns were not made: own figures are counted for them',
  )
  expect(sheet.rows.map((cells) => [cells[1], cells[4], cells.at(-1)])).toEqual([
    [EPSILON, 'revenue', 'no'],
    [EPSILON, 'capital', 'yes'],
    [BETASHIRE, 'revenue', 'yes'],
  ])
  const told = (given: Awaited<ReturnType<typeof about>>) =>
    linesOf(given.reply, given.about).find(({ label }) => label === 'Own figures')?.value
  expect(told(after)).toBe('2 returns were not made: own figures are counted for them: see sheet Missing')
  expect(told(await about(open.count))).toBeUndefined()
  expect(JSON.stringify(csvwOf(after.reply, after.about))).toContain(
    'Own figures are counted for a return not made: Beta South District Council, revenue, 2017-18, in Betashire',
  )
})

test('a budget, a transfer or a share of a wider figure stands for no return', async () => {
  await open.counts.serve(open.count.hash)
  const rows = [
    row(BETASHIRE, 'beta-south', '120', { phase: 'budget' }),
    row(EPSILON, 'epsilon', '5', { flow: 'transfer out' }),
  ]
  const other = await open.publish(await open.bring({ 'other.csv': file(rows) }))
  expect(other.catalogue.missing.map(({ own }) => own)).toEqual([false, false, false])
})
