import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ControlReply, CountReply, LinesReply, SpendReply } from '../../server/api/contract.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'

let served: Awaited<ReturnType<typeof serveShipped>>
beforeAll(async () => {
  served = await serveShipped()
})
afterAll(() => served.close())

const get = async <Reply>(path: string): Promise<Reply> => {
  const { status, body } = await request(served.app).get(`/api/v1/${path}`)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}
const add = (amounts: readonly unknown[]) =>
  amounts.reduce<number>((all, amount) => all + (amount as number), 0)
const ENGLAND = 505_759_707_083
const PILOTS = {
  E09000008: 'Croydon',
  E08000025: 'Birmingham',
  E10000034: 'Worcestershire',
  E10000016: 'Kent',
  E10000006: 'Cumbria',
}

describe('the count that ships, asked', () => {
  test("no grouping gives England's total with what is published beside it", async () => {
    const reply = await get<SpendReply>('spend')
    expect(reply.total).toBe(ENGLAND)
    expect(reply.data.amount).toEqual([ENGLAND])
    expect(reply.population).toBe(55_619_430)
    expect(reply.eliminated).toBe(971_216_327)
    expect(reply.control).toMatchObject({
      published: 505_032_074_000,
      difference: 727_633_083,
      status: 'unexplained',
    })
    expect(add(reply.control!.bridge.map(({ amount }) => amount))).toBe(727_633_083)
    expect((await get<SpendReply>('spend?places=E92000001')).control).toEqual(reply.control)
  })

  test.each([
    'place',
    'agency',
    'sector',
    'function',
    'division',
    'economic',
    'basis',
    'grade',
    'class',
    'source',
  ])('by %s the parts sum to it', async (by) => {
    const reply = await get<SpendReply>(`spend?by=${by}`)
    expect(add(reply.data.amount!)).toBe(ENGLAND)
    if (by === 'place') expect(reply.rows).toBe(152)
  })

  test('each region stands beside its published figure, and its members sum to it', async () => {
    const regions = await get<{ data: { code: string[] } }>('places?tier=region')
    expect(regions.data.code).toHaveLength(9)
    const totals = await Promise.all(
      regions.data.code.map(async (code) => {
        const reply = await get<SpendReply>(`spend?by=place&places=${code}`)
        expect(reply.control?.status).toBe('bridged')
        expect(reply.control?.compiled).toBe(reply.total)
        expect(add(reply.data.amount!)).toBe(reply.total)
        return reply.total!
      }),
    )
    expect(add(totals)).toBe(ENGLAND)
  })

  test.each(Object.entries(PILOTS))(
    '%s (%s) opens under four definitions and leads to its lines',
    async (code, name) => {
      const reply = await get<ControlReply>(`control?places=${code}`)
      expect(reply.data.place_name).toEqual([name])
      expect(reply.definitions.map(({ id }) => id)).toEqual([
        'councillors',
        'locally-held',
        'local-bodies',
        'can-be-pooled',
      ])
      const shares = reply.definitions.map(({ share }) => share!)
      expect([...shares].sort((a, b) => a - b)).toEqual(shares)
      for (const { numerator, denominator, share } of reply.definitions)
        expect(share).toBe(numerator! / denominator!)
      const spend = await get<SpendReply>(`spend?places=${code}`)
      expect(add([1, 2, 3, 4, 5, 6, 7].map((at) => reply.data[`class_${at}`]![0]))).toBe(spend.total)
      const lines = await get<LinesReply>(`lines?places=${code}&limit=3`)
      expect(lines.total).toBe(spend.total)
      expect(lines.data.source_row!.every((row) => (row as number) > 0)).toBe(true)
    },
  )

  test('Cumbria says Copeland made no return', async () => {
    const { coverage } = await get<SpendReply>('spend?places=E10000006')
    expect(coverage.missing.map(({ agency_name, what }) => `${agency_name}: ${what}`)).toEqual([
      'Copeland Borough Council: capital',
      'Copeland Borough Council: revenue',
    ])
    const shared = (await get<CountReply>('count')).unexplained
    expect(shared).toEqual({ net: 1_533_701_083, gross: 6_128_238_279 })
  })

  test("Copeland's budget stands in for its return only where asked, and says so", async () => {
    const plain = await get<SpendReply>('spend?places=E10000006')
    const filled = await get<SpendReply>('spend?places=E10000006&fill=budget')
    expect(filled.total! - plain.total!).toBe(9_448_126 + 19_757_700)
    expect([plain.fill, filled.fill]).toEqual([null, 'budget'])
    expect(filled.coverage.missing.map(({ what }) => what)).toEqual(['capital'])
    expect(filled.question).toContain('with budgets in place of returns not made')
    expect((await get<SpendReply>('spend?fill=budget')).control).toBeNull()
    const lines = await get<LinesReply>('lines?agency=E0934&fill=budget')
    expect(new Set(lines.data.phase)).toEqual(new Set(['budget']))
    expect((await get<LinesReply>('lines?agency=E0934')).matched).toBe(0)
  })

  test('a line shared out by the capital of other years has the total it was shared over', async () => {
    const { data } = await get<LinesReply>('lines?year=2014-15&agency=local-government-england&limit=1000')
    for (const [row, total] of data.driver_total!.entries()) {
      const exact = ((data.whole![row] as number) * (data.weight![row] as number)) / (total as number)
      expect(Math.abs(exact - (data.amount![row] as number))).toBeLessThan(1)
    }
  })

  test('a return that several places wait for is one return of theirs together', async () => {
    const dorset = 'control?year=2016-17&places=E06000028,E06000029,E10000009'
    expect((await get<ControlReply>(dorset)).data.missing).toEqual([1, 1, 1])
    expect((await get<ControlReply>(`${dorset}&together=true`)).data.missing).toEqual([1])
  })

  test('people are of the year asked', async () => {
    const { data } = await get<ControlReply>('control?year=2013-14&together=true')
    expect(data.persons).toEqual([53_865_817])
    expect(data.head).toEqual([461_092_582_000 / 53_865_817])
  })

  test('single sites can be left out: the North West falls by Sellafield', async () => {
    const all = await get<SpendReply>('spend?places=E12000002')
    const without = await get<SpendReply>('spend?places=E12000002&scope=-sites')
    expect(all.total! - without.total!).toBe(1_779_521_000)
  })
})
