import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { CountReply, PublishedReply, SpendReply } from '../../server/api/contract.ts'
import * as contract from '../../server/api/contract.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'

type Served = { app: Parameters<typeof request>[0]; close: () => Promise<void> }
let fixture: Served
let shipped: Served
beforeAll(async () => {
  fixture = await serveFixture({ RATE_LIMIT: '100000' })
  shipped = await serveShipped()
})
afterAll(async () => {
  await fixture.close()
  await shipped.close()
})

const get = async <Reply>({ app }: Served, path: string): Promise<Reply> => {
  const { status, body } = await request(app).get(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
type Rows = Record<string, string | number | boolean | null>[]
const rowsOf = ({ data, rows }: PublishedReply): Rows =>
  Array.from({ length: rows }, (_, at) =>
    Object.fromEntries(Object.entries(data).map(([name, values]) => [name, values[at]!])),
  )
const published = async (served: Served, question = '') =>
  rowsOf(await get<PublishedReply>(served, `/api/v1/published${question}`))

describe('five places', () => {
  test('each published figure with ours beside it, and neither adjusted', async () => {
    const reply = await get<PublishedReply>(fixture, '/api/v1/published')
    contract.publishedReply.strict().parse(reply)
    expect(
      rowsOf(reply).map(({ id, published, ours, difference }) => [id, published, ours, difference]),
    ).toEqual([
      ['alpha-total', 900, 1000, 100],
      ['coast-head', 500, (1978 - 600) / 4000, (1978 - 600) / 4000 - 500],
      ['coast-old', 10, null, null],
      ['england-councillors', 0.05, 340 / 5121, 340 / 5121 - 0.05],
      ['gamma-dwp', 300, 334, 34],
      ['gamma-unknown', 1, null, null],
      ['north-nhs', 0.4, 1000 / 2730, 1000 / 2730 - 0.4],
    ])
  })

  test('says how to ask for ours, and where to see it', async () => {
    const [row] = await published(fixture, '?places=E12000001')
    expect(row).toMatchObject({
      id: 'north-nhs',
      place_name: 'North',
      unit: 'share',
      ask: '/api/v1/spend?places=E12000001&sector=nhs&year=2017-18',
      view: '/?v=1&m=total&y=2017-18&p=E12000001',
      missing: 1,
    })
  })

  test.each([
    ['E06000001', ['alpha-total']],
    ['set:coast', ['coast-head', 'coast-old']],
    ['E06000001,E06000005', ['alpha-total', 'coast-head', 'coast-old']],
    ['E08000004', []],
  ])('of %s only', async (places, ids) => {
    expect((await published(fixture, `?places=${places}`)).map(({ id }) => id)).toEqual(ids)
  })

  test.each(['csv', 'xlsx', 'arrow', 'csv-metadata.json'])('as %s', async (form) => {
    const { status, headers } = await request(fixture.app).get(`/api/v1/published.${form}`)
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`published.${form}`)
  })
})

describe('the count that ships', () => {
  test('Birmingham: both published totals of one year, and ours beside each', async () => {
    const rows = await published(shipped, '?places=E08000025')
    const totals = rows.filter(({ measure }) => measure === 'total')
    expect(totals.map(({ published }) => published)).toEqual([7_300_000_000, 7_500_000_000, 7_500_000_000])
    const { total } = await get<SpendReply>(
      shipped,
      '/api/v1/spend?places=E08000025&year=2013-14&scope=-pensions',
    )
    for (const row of totals) {
      expect(row.ours).toBe(total)
      expect(row.difference).toBe(total! - (row.published as number))
      expect(row.how_near).toMatch(/years later/)
    }
    expect(await published(shipped, '?places=set:pilot-birmingham')).toEqual(rows)
  })

  test('every figure has ours, a source, its confidence and what remains different', async () => {
    const rows = await published(shipped)
    expect(rows.length).toBeGreaterThan(35)
    for (const row of rows) {
      expect(row.ours).toEqual(expect.any(Number))
      expect(row.url).toMatch(/^https?:\/\//)
      expect(row.how_near).toMatch(/^(Ours is of|The year|The same year)/)
      expect(row.title).not.toBe('')
      if (row.unit === 'share') expect(row.ours).toBeLessThanOrEqual(1)
    }
  })

  test('ours is of a year counted in full', async () => {
    const { financial_years } = await get<CountReply>(shipped, '/api/v1/count')
    const full = financial_years.filter(({ coverage }) => coverage === 'full').map(({ year }) => year)
    for (const { our_year } of await published(shipped)) expect(full).toContain(our_year)
  })

  test('ours is what the address beside it gives', async () => {
    for (const { measure, ours, ask } of await published(shipped)) {
      if (measure === 'share') continue
      const reply = await get<SpendReply>(shipped, ask as string)
      expect(measure === 'head' ? reply.total! / reply.population! : reply.total).toBe(ours)
    }
  })

  test('the thirteen pilots are counted once each', async () => {
    const pilots = (await published(shipped)).find(({ id }) => id === 'pilots-2009')!
    expect(String(pilots.places).split(',')).toHaveLength(13)
    expect(pilots.published).toBe(82_000_000_000)
    expect((await published(shipped, `?places=${pilots.places}`)).map(({ id }) => id)).toContain(
      'pilots-2009',
    )
  })
})
