import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pino } from 'pino'
import request from 'supertest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { QUERIES } from '../../server/engine/queries.ts'
import { serveFixture, TOPOLOGY } from '../fixtures/serve-fixture.ts'

const queries = QUERIES as Map<string, string>
const spend = queries.get('spend')!
let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture()
})
afterAll(async () => {
  queries.set('spend', spend)
  await fixture.close()
})

test.each(['/spend?by=place', '/count', '/outlines/upper'])(
  'what a browser kept of %s is not taken for current once a query has changed',
  async (path) => {
    queries.set('spend', spend)
    const before = await request(fixture.app).get(`/api/v1${path}`).expect(200)
    const tag = before.headers.etag as string
    await request(fixture.app).get(`/api/v1${path}`).set('If-None-Match', tag).expect(304)

    queries.set('spend', `${spend}-- changed\n`)
    const changed = createApp({
      config: readConfig({}),
      log: pino({ level: 'silent' }),
      shelf: fixture.shelf,
      topology: TOPOLOGY,
      deflation: fixture.deflation,
      economics: fixture.economics,
      library: fixture.library,
      jobs: fixture.jobs,
      intakes: fixture.intakes,
      counts: fixture.counts,
      client: fixture.folder,
    })
    const after = await request(changed).get(`/api/v1${path}`).set('If-None-Match', tag).expect(200)
    expect(after.headers.etag).not.toBe(tag)
  },
)

test('a reply is packed for who takes that, and plain for who does not', async () => {
  const ask = (encoding: string) =>
    request(fixture.app).get('/api/v1/count').set('Accept-Encoding', encoding).expect(200)
  const [packed, plain] = [await ask('gzip'), await ask('identity')]
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    vary: expect.stringContaining('Accept-Encoding'),
  })
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.body).toEqual(plain.body)
})
