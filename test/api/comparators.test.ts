import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ComparatorsReply, ControlReply } from '../../server/api/contract.ts'
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

const asked = async (served: Served, question: string, status = 200) => {
  const response = await request(served.app).get(`/api/v1/comparators?${question}`)
  if (response.status !== status) throw new Error(`${question}: ${response.status} ${response.text}`)
  return response.body
}
const known = 'features=population,density,younger,older'

describe('five places', () => {
  test('by population and density, both on a logarithm, the place itself first', async () => {
    const reply: ComparatorsReply = contract.comparatorsReply
      .strict()
      .parse(await asked(fixture, `places=E08000004&${known}&n=2`))
    // 1000, 4000, 1000, 2000, 3000 persons on 100 square kilometres each, ages alike
    const logs = [1000, 4000, 1000, 2000, 3000].map(Math.log)
    const mean = logs.reduce((sum, one) => sum + one, 0) / 5
    const spread = Math.sqrt(logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5)
    expect(reply.data.place).toEqual(['E08000004', 'E06000005', 'E06000001'])
    expect(reply.data.own).toEqual([true, false, false])
    expect(reply.data.population_value).toEqual([2000, 3000, 1000])
    expect(reply.data.density_value).toEqual([20, 30, 10])
    expect(reply.data.older_z).toEqual([0, 0, 0])
    expect(reply.data.distance![0]).toBe(0)
    expect(reply.data.distance![1]).toBeCloseTo((Math.log(1.5) / spread) * Math.sqrt(2 / 4), 9)
    expect(reply.data.total).toEqual([814, 978, 1000])
    expect(reply.data.head).toEqual([814 / 2000, 978 / 3000, 1])
    expect(reply.data.share).toEqual([450 / 814, 0, 1])
    expect(reply.data.missing).toEqual([0, 2, 0])
    expect(reply.group).toEqual({ kind: 'upper-tier places', size: 5 })
    expect(reply.standing).toEqual({
      among: 'Delta and the 2 nearest of 4 other upper-tier places',
      incomplete: 1,
      total: { rank: 3, of: 3, quartile: 1 },
      head: { rank: 2, of: 3, quartile: 2 },
      share: { rank: 2, of: 3, quartile: 2 },
    })
  })

  test('the definition and the scope are those asked for', async () => {
    const reply = await asked(fixture, `places=E08000004&${known}&n=1&definition=councillors&scope=-schools`)
    expect(reply.definition.id).toBe('councillors')
    expect(reply.data.total[0]).toBe(414)
    expect(reply.data.share[0]).toBe(50 / 414)
  })

  test('a place of which a feature is not known is left out and named', async () => {
    const reply = await asked(fixture, 'places=E06000001&features=population&year=2016-17')
    expect(reply.data.place).toEqual(['E06000001', 'E08000004'])
    expect(reply.left_out.map(({ place_name }: { place_name: string }) => place_name)).toEqual([
      'Gamma',
      'Epsilon',
      'Betashire',
    ])
    expect(reply.left_out[0].features).toEqual(['population'])
  })

  test('regions among regions, their people and ground added up', async () => {
    const reply = await asked(fixture, `places=E12000001&${known}`)
    expect(reply.data.place).toEqual(['E12000001', 'E12000002'])
    expect(reply.data.population_value).toEqual([5000, 6000])
    expect(reply.data.density_value).toEqual([25, 20])
    expect(reply.data.total).toEqual([2730, 2391])
    expect(reply.group.kind).toBe('regions')
  })

  test.each([
    ['', 'query.places', /one place/],
    ['places=E06000001,E06000003', 'query.places', /one place/],
    ['places=E92000001', 'query.places', /nothing of its kind/],
    ['places=not-placed', 'query.places', /nothing of its kind/],
    ['places=set:coast', 'query.places', /only one of its kind/],
    ['places=E06000001', 'query.features', /deprivation is not known of Alpha/],
    ['places=E06000001&features=height', 'query.features', /not a feature/],
    ['places=E06000001&n=0', 'query.n', /whole number/],
  ])('%s is refused', async (question, where, message) => {
    const problem = contract.problemReply.strict().parse(await asked(fixture, question, 400))
    expect(problem.errors).toEqual([
      expect.objectContaining({ where, message: expect.stringMatching(message) }),
    ])
  })

  test.each(['csv', 'xlsx', 'arrow', 'csv-metadata.json'])('as %s', async (form) => {
    const { status, headers } = await request(fixture.app).get(
      `/api/v1/comparators.${form}?places=E08000004&${known}`,
    )
    expect(status).toBe(200)
    expect(headers['content-disposition']).toContain(`comparators.${form}`)
  })
})

describe('the count that ships', () => {
  const places = ['E10000034', 'E08000025', 'E09000001', 'E10000016']

  test.each(places)('%s: ten others, figures as /control gives them', async (place) => {
    const reply: ComparatorsReply = await asked(shipped, `places=${place}`)
    expect(reply.rows).toBe(11)
    expect(reply.left_out).toEqual([])
    expect(reply.group.size).toBe(152)
    const distances = reply.data.distance as number[]
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    const { body } = await request(shipped.app).get(`/api/v1/control?places=${reply.data.place!.join(',')}`)
    const control = body as ControlReply
    const at = (code: unknown) => control.data.place!.indexOf(code as string)
    for (const [mine, theirs] of [
      ['total', 'denominator'],
      ['head', 'head'],
      ['share', 'share'],
    ] as const)
      expect(reply.data[mine]).toEqual(reply.data.place!.map((code) => control.data[theirs]![at(code)]))
    const totals = reply.data.total as number[]
    expect(reply.standing.total.rank).toBe(1 + totals.filter((one) => one > totals[0]!).length)
  })

  test('a shire county is most like other shire counties, Birmingham like other large cities', async () => {
    const worcestershire: ComparatorsReply = await asked(shipped, 'places=E10000034&n=5')
    expect(worcestershire.data.place!.slice(1).every((code) => /^E(10|06)/.test(code as string))).toBe(true)
    const birmingham: ComparatorsReply = await asked(shipped, 'places=E08000025&n=5')
    expect(birmingham.data.place_name).toContain('Manchester')
  })

  test('a combined authority among combined authorities, its parts added up', async () => {
    const reply: ComparatorsReply = await asked(shipped, 'places=set:ca-greater-manchester&n=3')
    expect(reply.data.place).toHaveLength(4)
    expect(reply.data.place!.every((code) => String(code).startsWith('set:ca-'))).toBe(true)
    expect(reply.group).toEqual({ kind: 'sets of the kind combined authority', size: 9 })
    const { body } = await request(shipped.app).get(
      '/api/v1/control?places=set:ca-greater-manchester&together=true',
    )
    expect(reply.data.total![0]).toBe(body.data.denominator[0])
    expect(reply.data.share![0]).toBe(body.data.share[0])
    expect(reply.data.head![0]).toBe(body.data.head[0])
  })

  test('a year of recorded lines has no deprivation to compare by', async () => {
    const problem = await asked(shipped, 'places=E10000034&year=2010-11', 400)
    expect(problem.errors[0].message).toMatch(/deprivation is not known of Worcestershire in 2010-11/)
    expect((await asked(shipped, 'places=E10000034&year=2010-11&features=population,older')).rows).toBe(11)
  })
})
