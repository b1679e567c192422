import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import request from 'supertest'
import type { CountReply, TableReply } from '../../server/api/contract.ts'
import { clashes, wordsIn } from '../export/boxes.ts'
import { bytesAt, read } from '../export/fetch.ts'
import { ALPHA, BETASHIRE, DELTA, FIVE_PLACES } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

/** Alpha's trust accounts of 2017-18, and a budget book of Alpha and Delta of 2016-17 that took nothing's place. */
const amendment = (position: number, title: string, place: string, year: string, replaced: bigint) => ({
  id: `own-${position}`,
  position,
  title,
  publisher: 'The alliance',
  made: '2026-01-02',
  base: 'ab'.repeat(32),
  place,
  year,
  agency: 'nhs',
  economic: 'current',
  does: replaced > 0n ? 'replace' : 'add',
  covers: 'agency',
  classes: 'same',
  added_lines: 1n,
  added: 150n,
  replaced_lines: replaced > 0n ? 1n : 0n,
  replaced,
  sources: [],
})
const gone = (line: string, source: string, year: string, amount: bigint) => ({
  line,
  amendment: 'own-1',
  place: ALPHA,
  year,
  agency: 'alpha',
  function: '09',
  programme: 'Roads',
  economic: 'current',
  amount,
  basis: 'recorded',
  driver: null,
  grade: 'A',
  source,
  rule: 'council',
})
const returned = FIVE_PLACES.control_total.map((row) =>
  row.kind === 'bridge' && row.id === 'roads' ? { ...row, kind: 'return', source: 'outturn' } : row,
)
const TABLES = {
  ...FIVE_PLACES,
  financial_year: FIVE_PLACES.financial_year.map((row) => ({ ...row, coverage: 'full' })),
  control_total: returned,
  amendment: [
    amendment(1, 'Trust accounts', ALPHA, '2017-18', 120n),
    amendment(2, 'Budget book', ALPHA, '2016-17', 0n),
    amendment(2, 'Budget book', DELTA, '2016-17', 0n),
  ],
  replaced: [
    gone('a', 'outturn', '2017-18', 70n),
    gone('b', 'outturn', '2017-18', 30n),
    gone('c', 'cra', '2017-18', 11n),
    gone('d', 'outturn', '2016-17', 9n),
  ],
}

type Served = Awaited<ReturnType<typeof serveFixture>>
let own: Served
let plain: Served
beforeAll(async () => {
  own = await serveFixture({ RATE_LIMIT: '100000' }, TABLES)
  plain = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(async () => {
  await own.close()
  await plain.close()
})

async function ask<T = TableReply>(address: string, { app }: Served = own): Promise<T> {
  const reply = await request(app).get(`/api/v1${address}`)
  if (reply.status !== 200) throw new Error(`${address}: ${reply.status} ${reply.text}`)
  return reply.body
}
const named = ({ columns }: TableReply) => columns.map(({ name }) => name)

describe('a table says which of its places hold own figures', () => {
  test('the places of a year, and places together', async () => {
    const { data } = await ask('/control?year=2017-18')
    const of = (place: string) => data.own_figures![data.place!.indexOf(place)]
    expect([of(ALPHA), of(BETASHIRE), of(DELTA)]).toEqual(['Trust accounts', null, null])
    const earlier = await ask('/control?year=2016-17')
    expect(earlier.data.own_figures!.filter(Boolean)).toEqual(['Budget book', 'Budget book'])
    const together = (places: string) =>
      ask(`/control?together=true&year=2017-18${places}`).then((one) => one.data.own_figures)
    expect(await together('')).toEqual(['Trust accounts'])
    expect(await together(`&places=${DELTA},${BETASHIRE}`)).toEqual([null])
    expect(await together(`&places=${DELTA},${ALPHA}`)).toEqual(['Trust accounts'])
  })

  test('both years of a change', async () => {
    const { data } = await ask(`/change?from=2016-17&year=2017-18&places=${ALPHA},${BETASHIRE},${DELTA}`)
    const rows = data.key!.map((key, i) => [key, data.own_figures_before![i], data.own_figures_after![i]])
    expect(new Map(rows.map(([key, ...both]) => [key, both]))).toEqual(
      new Map([
        [ALPHA, ['Budget book', 'Trust accounts']],
        [BETASHIRE, [null, null]],
        [DELTA, ['Budget book', null]],
      ]),
    )
    expect(named(await ask('/change?from=2016-17&by=sector'))).not.toContain('own_figures_after')
  })

  test('comparators, and spending by place or year where nothing narrows it', async () => {
    const near = await ask(`/comparators?places=${ALPHA}&features=population&n=2`)
    expect(near.data.own_figures!.filter(Boolean)).toEqual(['Trust accounts'])
    expect(near.data.own_figures![near.data.place!.indexOf(ALPHA)]).toBe('Trust accounts')
    const years = await ask(`/spend?by=year&year=2016-17,2017-18&places=${DELTA}`)
    expect(years.data.own_figures).toEqual(
      years.data.year!.map((year) => (year === '2016-17' ? 'Budget book' : null)),
    )
    expect(named(await ask('/spend?by=place&sector=nhs'))).not.toContain('own_figures')
    expect(named(await ask('/spend?by=sector'))).not.toContain('own_figures')
  })

  test('a file marks nothing as missing where there are none, and says which years and places they are of', async () => {
    const csv = String(await bytesAt(own.app, '/control.csv?year=2017-18&order=place'))
    const rows = csv.trim().split('\r\n')
    expect(rows[0]!.endsWith(',own_figures')).toBe(true)
    expect(rows.find((row) => row.startsWith(ALPHA))).toMatch(/,Trust accounts$/)
    expect(rows.find((row) => row.startsWith(DELTA))).toMatch(/,\[z\]$/)
    const meta = String(await bytesAt(own.app, '/control.csv-metadata.json?year=2017-18'))
    expect(meta).toContain('published 2026-01-02, of 2016-17 in 2 places: ')
  })

  test('a count as it was compiled has no such column', async () => {
    for (const address of ['/control', `/comparators?places=${ALPHA}&features=population`])
      expect(named(await ask(address, plain))).not.toContain('own_figures')
    expect(named(await ask('/spend?by=year', plain))).not.toContain('own_figures')
    expect((await ask<CountReply>('/count', plain)).returns_replaced).toEqual([])
  })
})

test('what was taken out of the returns that a total is held against, by year', async () => {
  // 70 + 30 of the outturn; 11 are of another publication, and no return of 2016-17 is held against a total.
  expect((await ask<CountReply>('/count')).returns_replaced).toEqual([
    { year: '2017-18', lines: 2, pounds: 100 },
  ])
})

describe('the picture of the years', () => {
  const drawn = async (place: string, of = own) =>
    String(await bytesAt(of.app, `/pictures/years.svg?places=${place}`))

  test('marks each year that holds own figures, and says what they are', async () => {
    const svg = await drawn(ALPHA)
    expect(wordsIn(svg).filter((word) => word === 'own figures')).toHaveLength(2)
    const said = wordsIn(svg).join(' ')
    expect(said).toContain('2016 to 2017, Budget book; 2017 to 2018, Trust accounts')
    expect(said).toContain('may be a change of source')
    expect(svg).toMatch(/<desc[^>]*>[^<]*2017 to 2018: [^;]*, with figures of readers’ own/)
    expect(clashes(svg)).toEqual([])
    expect(wordsIn(await drawn(DELTA)).filter((word) => word === 'own figures')).toHaveLength(1)
  })

  test('of a place without them has no mark and is drawn as in a count without them', async () => {
    const svg = await drawn(BETASHIRE)
    expect(svg).not.toMatch(/own figures|readers’ own/i)
  })
})

test('the workbook and the zip of a place say which years and places hold own figures', async () => {
  const all = unzipSync(await bytesAt(own.app, `/exports/place.zip?places=${ALPHA},${DELTA}`))
  const rows = (id: string) =>
    parse(Buffer.from(all[`tables/${id}.csv`]!), { columns: true }) as Record<string, string>[]
  expect(rows('years').map((row) => [row.year, row.own_figures])).toEqual([
    ['2016-17', 'Budget book'],
    ['2017-18', 'Trust accounts'],
  ])
  expect(rows('members').map((row) => [row.place, row.own_figures])).toEqual([
    [ALPHA, 'Trust accounts'],
    [DELTA, '[z]'],
  ])
  const sheets = await read(await bytesAt(own.app, `/exports/place.xlsx?places=${ALPHA}`))
  const years = Object.values(sheets).find(([heads]) =>
    heads?.some((head) => /own figures/i.test(String(head))),
  )
  expect(years?.slice(1).flat()).toContain('Trust accounts')
})
