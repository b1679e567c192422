import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ChangeReply, ControlReply, SpendReply } from '../../server/api/contract.ts'
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
/** GDP deflators of data/model, read off by hand. */
const INDEX = { '2013-14': 73.0337, '2017-18': 77.0388, '2024-25': 100 }
const WORCESTERSHIRE = 'E10000034'
const FULL = ['2013-14', '2014-15', '2015-16', '2016-17', '2017-18']

describe('real terms', () => {
  test('are cash by the ratio of two indices, unrounded, and say which publication', async () => {
    const cash = await get<SpendReply>(`spend?places=${WORCESTERSHIRE}&year=2013-14`)
    const real = await get<SpendReply>(`spend?places=${WORCESTERSHIRE}&year=2013-14&prices=real:2024-25`)
    expect(real.total).toBeCloseTo((cash.total! * INDEX['2024-25']) / INDEX['2013-14'], 3)
    expect(real).toMatchObject({
      prices: 'real:2024-25',
      control: null,
      deflation: { base: '2024-25', publisher: 'HM Treasury', published: '2026-03-31', forecast: false },
      question: 'What is spent in Worcestershire in 2013-14, in prices of 2024-25?',
    })
    expect(real.columns.find(({ name }) => name === 'amount')).toMatchObject({ type: 'number', unit: 'GBP' })
    expect(real.coverage).toEqual(cash.coverage)
    expect(cash.deflation).toBeNull()
    expect((await get<SpendReply>('spend?prices=real:2026-27')).deflation!.forecast).toBe(true)
  })

  test('of the base year itself are cash', async () => {
    const [cash, real] = [
      await get<ControlReply>('control'),
      await get<ControlReply>('control?prices=real:2017-18'),
    ]
    expect(real.data).toEqual(cash.data)
    expect(real.amount_breaks).not.toEqual(cash.amount_breaks)
  })

  test('take each year by its own index, and their sum is the total', async () => {
    const asked = `spend?by=year&year=${FULL}&places=${WORCESTERSHIRE}`
    const [cash, real] = [await get<SpendReply>(asked), await get<SpendReply>(`${asked}&prices=real:2017-18`)]
    const first = real.data.year!.indexOf('2013-14')
    expect(real.data.amount![first]).toBeCloseTo(
      ((cash.data.amount![first] as number) * INDEX['2017-18']) / INDEX['2013-14'],
      3,
    )
    const sum = (real.data.amount as number[]).reduce((all, amount) => all + amount, 0)
    expect(real.total).toBeCloseTo(sum, 3)
  })

  test('give maps of every year the same breaks, and shares those of cash', async () => {
    const years = await Promise.all(
      ['2013-14', '2017-18'].map((year) => get<ControlReply>(`control?year=${year}&prices=real:2024-25`)),
    )
    expect(years[0]!.amount_breaks).toEqual(years[1]!.amount_breaks)
    expect(years[0]!.amount_breaks.total).toHaveLength(4)
    expect(years[0]!.breaks).toEqual((await get<ControlReply>('control')).breaks)
  })
})

describe('/change', () => {
  const asked = 'change?from=2013-14&year=2017-18&prices=real:2017-18'

  test('is the difference of two answers of /spend, in pounds, as a ratio and a head', async () => {
    const reply = await get<ChangeReply>(`${asked}&places=${WORCESTERSHIRE}`)
    const [before, after] = await Promise.all(
      ['2013-14', '2017-18'].map((year) =>
        get<SpendReply>(`spend?places=${WORCESTERSHIRE}&year=${year}&prices=real:2017-18`),
      ),
    )
    const change = after!.total! - before!.total!
    expect(reply.data.change![0]).toBeCloseTo(change, 3)
    expect(reply.data.change_ratio![0]).toBeCloseTo(change / before!.total!, 12)
    const heads = after!.total! / after!.population! - before!.total! / before!.population!
    expect(reply.data.head_change![0]).toBeCloseTo(heads, 6)
    expect(reply.together.change).toBeCloseTo(change, 3)
    expect(reply.notes.map(({ year }) => year)).toContain('2013-14')
  })

  test.each(['place', 'agency', 'sector', 'division', 'economic', 'class'])(
    'by %s adds up to England in both years',
    async (by) => {
      const { data, together } = await get<ChangeReply>(`change?from=2013-14&by=${by}`)
      const sum = (values: readonly unknown[]) =>
        values.reduce<number>((all, value) => all + ((value as number | null) ?? 0), 0)
      const [first, second] = await Promise.all(
        ['2013-14', '2017-18'].map((year) => get<SpendReply>(`spend?year=${year}`)),
      )
      expect(sum(data.before!)).toBe(first!.total)
      expect(sum(data.after!)).toBe(second!.total)
      expect(together.change).toBe(second!.total! - first!.total!)
      for (const [side, spend] of [
        ['before', first!],
        ['after', second!],
      ] as const) {
        expect(sum(data[`recorded_${side}`]!) / spend.total!).toBeCloseTo(spend.coverage.recorded!, 9)
        expect(data[`recorded_${side}`]!.map((one) => one === null)).toEqual(
          data[side]!.map((one) => one === null),
        )
      }
      expect(data.share_before === undefined).toBe(by !== 'place')
    },
  )

  test('has breaks about nothing, the same whichever two years', async () => {
    const { breaks } = await get<ChangeReply>(asked)
    for (const four of Object.values(breaks)) {
      expect(four).toHaveLength(4)
      expect(four[0]).toBe(-four[3]!)
      expect(four[1]).toBe(-four[2]!)
      expect(four[2]).toBeGreaterThan(0)
    }
    expect((await get<ChangeReply>('change?from=2015-16&year=2016-17&prices=real:2017-18')).breaks).toEqual(
      breaks,
    )
  })

  test('an agency that one year does not know has no change, not a change from nothing', async () => {
    const { data } = await get<ChangeReply>('change?from=2013-14&by=agency')
    const absent = data.before!.indexOf(null)
    expect(absent).toBeGreaterThan(-1)
    expect([data.change![absent], data.change_ratio![absent]]).toEqual([null, null])
  })

  test('of a full year and one of recorded lines only is refused with the reason', async () => {
    const { status, body } = await request(served.app).get('/api/v1/change?from=2010-11&year=2017-18')
    expect(status).toBe(400)
    expect(body.errors).toMatchObject([
      { where: 'query.from', message: expect.stringContaining('recorded lines only') },
    ])
    await get<ChangeReply>('change?from=2010-11&year=2012-13')
  })
})
