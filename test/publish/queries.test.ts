import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { QUERIES } from '../../server/engine/queries.ts'
import type { Workbench } from '../../server/engine/workbench.ts'
import { aboutOf } from '../../server/publish/about.ts'
import { makeLines } from '../../server/publish/lines.ts'
import { withPlan } from '../../server/publish/open-plan.ts'
import { ALPHA, DELTA, EPSILON, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { promised } from '../queries/promised.ts'
import { asked, file, type OpenedPublish, openPublish, TOLD } from './opened.ts'
import { QUESTIONS, SCRIPTS, WRITING } from './queries.ts'

/**
 * Alpha's NHS is brought as 310.60 and 4.30, of which one has no function: £311 and £4 of £315, as 60 pence are the
 * largest remainder. The South's culture, £7, is shared by persons 1 : 2 : 3 as 1, 2 and 4.
 */
const CONTENT = file([
  { place: ALPHA, agency: 'nhs', service: 'Surgery', amount: '310.60' },
  { place: ALPHA, agency: 'nhs', amount: '4.30' },
  { place: SOUTH, agency: 'dcms', service: 'Galleries', amount: '7.00' },
])
const PLACED = asked({ placing: [{ place: SOUTH, agency: 'dcms', year: '2017-18', driver: 'people' }] })

let open: OpenedPublish
let base: string
beforeAll(async () => {
  open = await openPublish()
  base = join(open.folder, 'count')
})
afterAll(() => open.close())

/** The database of an import, all scripts run. */
async function imported<T>(work: (bench: Workbench) => Promise<T>): Promise<T> {
  const id = await open.bring(CONTENT)
  const done = await withPlan(
    open.intakes,
    id,
    open.count,
    PLACED,
    async ({ bench, planned, state, receipt }) => {
      const about = aboutOf(
        { ...TOLD, plan: PLACED, digest: '0'.repeat(64), note: '', acceptDifferences: false },
        receipt,
        '2026-02-03',
      )
      await makeLines(bench, planned, state, about, join(base, 'spend.parquet'))
      return { of: await work(bench) }
    },
    { also: base },
  )
  return done!.of
}

describe.each(SCRIPTS)('queries/%s.sql', (name) => {
  test('opens with its question and says it is a script', () =>
    expect(QUERIES.get(name)).toMatch(
      new RegExp(`^-- ${name}: .+\\?\n-- A script, not a question: run by server/`),
    ))
})

describe.each(QUESTIONS)('queries/%s.sql', (name) => {
  const sql = QUERIES.get(name)!
  test('opens with its question', () => expect(sql).toMatch(new RegExp(`^-- ${name}: .+\\?\n-- parameters`)))

  if (WRITING.includes(name)) return
  test('gives the columns its header promises', async () => {
    const columns = await imported(async ({ connection }) => {
      expect((await connection.extractStatements(sql)).count).toBe(1)
      const statement = await connection.prepare(sql)
      return Array.from(
        { length: statement.columnCount },
        (_, index) => `${statement.columnName(index)} ${statement.columnType(index)}`,
      )
    })
    expect(columns).toEqual(promised(sql))
  })
})

const all = (name: string) => imported((bench) => bench.ask<Record<string, unknown>>(name))

test('what is accepted, by all that decides its fate', async () => {
  expect(await all('publish-coarse')).toMatchObject([
    {
      place: ALPHA,
      agency: 'nhs',
      economic: 'current',
      phase: 'outturn',
      flow: 'own',
      pence: '31490',
      rows: 2,
    },
    { place: SOUTH, agency: 'dcms', pence: '700', rows: 1 },
  ])
  expect(await all('publish-purposes')).toEqual([
    { agency: 'dcms', function: null, economic: 'current', rows: 1 },
    { agency: 'nhs', function: null, economic: 'current', rows: 2 },
  ])
})

test('pounds are rounded once and shared by largest remainder', async () => {
  expect(await all('publish-wide')).toMatchObject([
    { key: 3, place: SOUTH, agency: 'dcms', pounds: 7, pence: '700' },
  ])
  expect(await all('publish-pounds')).toMatchObject([
    { place: ALPHA, agency: 'nhs', placed: false, stays: true, pounds: 315, rows: 2, lines: 2 },
    { place: GAMMA, agency: 'dcms', placed: true, stays: true, pounds: 1, rows: 1, lines: 1 },
    { place: EPSILON, agency: 'dcms', pounds: 4 },
    { place: DELTA, agency: 'dcms', pounds: 2 },
  ])
})

test('what goes in less what gives way, by place and function', async () => {
  const none = { recorded: 0, shared_out: 0 }
  expect(await all('publish-moves')).toEqual([
    {
      place: ALPHA,
      year: '2017-18',
      agency: 'nhs',
      function: '07.3',
      pounds: -300,
      recorded: 0,
      shared_out: 1,
    },
    { place: ALPHA, year: '2017-18', agency: 'nhs', function: 'not-stated', pounds: 315, ...none },
    { place: GAMMA, year: '2017-18', agency: 'dcms', function: 'not-stated', pounds: 1, ...none },
    { place: EPSILON, year: '2017-18', agency: 'dcms', function: 'not-stated', pounds: 4, ...none },
    { place: DELTA, year: '2017-18', agency: 'dcms', function: 'not-stated', pounds: 2, ...none },
  ])
})

test('lines that give way are gone from the count and written beside it', async () => {
  const { spend, gone } = await imported(async (bench) => {
    const to = (name: string) => join(base, `new-${name}`)
    const [spend] = await bench.ask<{ Count: number }>('publish-spend', {
      base: join(base, 'spend.parquet'),
      file: to('spend.parquet'),
    })
    const [gone] = await bench.ask<{ Count: number }>('publish-replaced', { file: to('gone.parquet') })
    return { spend: spend!.Count, gone: gone!.Count }
  })
  expect([spend, gone]).toEqual([23 - 1 + 5, 1])
})
