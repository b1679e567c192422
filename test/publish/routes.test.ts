import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { intakeReply } from '../../server/api/contract-intake.ts'
import { anyJobReply } from '../../server/api/contract-jobs.ts'
import { planReply } from '../../server/api/contract-publish.ts'
import { ALPHA } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { file, MAPPING } from './opened.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
let server: Server
beforeAll(async () => {
  fixture = await serveFixture()
  server = createServer(fixture.app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await fixture.close()
})

const API = '/api/v1'
const get = (path: string) => request(server).get(`${API}${path}`)
const post = (path: string, body: object) => request(server).post(`${API}${path}`).send(body)

async function ended(location: string) {
  for (;;) {
    const job = anyJobReply.parse((await request(server).get(location)).body)
    if (job.status !== 'running') return job
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function brought(content: string): Promise<string> {
  const { id } = intakeReply.parse((await post('/intake', {})).body)
  await request(server)
    .put(`${API}/intake/${id}/files/ledger.csv`)
    .set('Content-Type', 'application/octet-stream')
    .send(content)
  await request(server).put(`${API}/intake/${id}/mapping`).send(MAPPING)
  const { headers } = await post(`/intake/${id}/check`, {})
  expect((await ended(String(headers.location))).status).toBe('done')
  return id
}

const NHS = file([{ place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '420.00' }])

test('a plan is told at once, and what is wrong with what is asked all together', async () => {
  const id = await brought(NHS)
  const { status, body } = await post(`/intake/${id}/plan`, {})
  expect(status).toBe(200)
  const plan = planReply.strict().parse(body)
  expect(plan.count).toEqual({ id: fixture.count.id, hash: fixture.count.hash })
  expect(plan.groups).toMatchObject([{ agency: 'nhs', does: 'replace', pounds: 420, change: 120 }])

  const wrong = await post(`/intake/${id}/plan`, {
    placing: [{ place: 'moon', agency: 'nobody', year: '2017-18', driver: 'people' }],
    totals: [{ label: 'x', pounds: 1, agency: 'nobody' }],
  })
  expect([wrong.status, wrong.body.errors.map(({ where }: { where: string }) => where)]).toEqual([
    400,
    ['placing.0.place', 'placing.0.agency', 'totals.0.agency'],
  ])
  expect((await post(`/intake/${id}/plan`, { wishes: 1 })).status).toBe(422)
  expect((await post('/intake/abcdefabcdef/plan', {})).status).toBe(404)
  const { body: fresh } = await post('/intake', {})
  expect((await post(`/intake/${fresh.id}/plan`, {})).status).toBe(409)
})

test('a count that nothing was published into says so', async () => {
  expect((await get('/count')).body.amendments).toEqual([])
})
