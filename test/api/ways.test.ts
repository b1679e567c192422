import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { NORTH, SOUTH } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture()
})
afterAll(() => fixture.close())

const ask = async (address: string) => (await request(fixture.app).get(`/api/v1${address}`).expect(200)).body

test('the lines of a way the money takes add to the way, and those of a whole stage to all of it', async () => {
  const chain = await ask('/chain')
  const { decides, holds, agency, division, amount } = chain.data
  const sums = new Map<string, number>()
  for (let row = 0; row < chain.rows; row += 1) {
    if (amount[row] === null) continue
    const way = `decides=${decides[row]}&holds=${holds[row]}`
    const { total } = await ask(`/lines?${way}&agency=${agency[row]}&division=${division[row]}`)
    expect(total).toBe(amount[row])
    sums.set(way, (sums.get(way) ?? 0) + amount[row])
  }
  expect(sums.size).toBeGreaterThan(1)
  for (const [way, total] of sums) expect((await ask(`/lines?${way}`)).total).toBe(total)
  expect([...sums.values()].reduce((a, b) => a + b)).toBe(chain.total)
})

test('what is left out of the chain are the transfers that its lines list', async () => {
  const { eliminated } = await ask('/chain')
  expect((await ask('/lines?flow=transfers')).total).toBe(eliminated)
})

test("several places are called by the reader's own name in the question an export prints", async () => {
  const { question } = await ask(`/spend?places=${NORTH},${SOUTH}&called=The+whole+land`)
  expect(question).toBe('What is spent in The whole land in 2017-18, cash?')
  expect((await ask(`/spend?places=${NORTH}&called=Mine`)).question).not.toMatch(/Mine/)
  await request(fixture.app)
    .get(`/api/v1/spend?places=${NORTH}&called=${'x'.repeat(81)}`)
    .expect(400)
})

test('a decider or holder that nobody knows is refused', async () => {
  const reply = await request(fixture.app).get('/api/v1/lines?decides=nobody&holds=nobody').expect(400)
  expect(reply.body.errors.map(({ where }: { where: string }) => where)).toEqual([
    'query.decides',
    'query.holds',
  ])
})
