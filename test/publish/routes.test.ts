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

const TOLD = { title: 'Trust accounts', publisher: 'A trust' }

test('what stands in the way is refused, all of it at once', async () => {
  const id = await brought(NHS)
  const totals = [{ label: 'Audit', pounds: 400 }]
  const { digest } = (await post(`/intake/${id}/plan`, { totals })).body
  const told = async (body: object) => {
    const refused = await post(`/intake/${id}/publish`, body)
    return [refused.status, refused.body.errors.map(({ where }: { where: string }) => where)]
  }
  expect(await told({ ...TOLD, plan: { totals }, digest })).toEqual([409, ['plan.totals.0']])
  expect(await told({ ...TOLD, plan: {}, digest })).toEqual([409, ['digest']])
  expect(await told({ ...TOLD, title: '', plan: {}, digest })).toEqual([422, ['title']])
  expect((await post('/intake/abcdefabcdef/publish', { ...TOLD, plan: {}, digest })).status).toBe(404)

  const left = await brought(file([{ place: ALPHA, agency: 'alpha', fn: 'Transport', amount: '1' }]))
  const plan = (await post(`/intake/${left}/plan`, {})).body
  const hindered = await post(`/intake/${left}/publish`, { ...TOLD, plan: {}, digest: plan.digest })
  expect([hindered.status, hindered.body.errors]).toEqual([409, plan.hindrances])
})

/** What a reader sees of England and of Alpha. */
async function seen() {
  const [england, alpha, control, lines] = await Promise.all([
    get('/spend'),
    get(`/spend?places=${ALPHA}`),
    get(`/control?places=${ALPHA}&definition=councillors`),
    get(`/lines?places=${ALPHA}&order=line`),
  ])
  return {
    total: england.body.total,
    control: england.body.control,
    alpha: alpha.body.total,
    coverage: alpha.body.coverage,
    share: control.body.data,
    lines: lines.body.data.line as string[],
  }
}

test('published, everything asked of the count follows; taken back, it is as it was', async () => {
  const before = await seen()
  expect([before.total, before.alpha]).toEqual([5146, 1000])
  const id = await brought(NHS)
  const plan = planReply.parse((await post(`/intake/${id}/plan`, {})).body)
  const asking = { ...TOLD, plan: {}, digest: plan.digest }
  const { status, headers } = await post(`/intake/${id}/publish`, asking)
  expect(status).toBe(202)
  const job = await ended(String(headers.location))
  expect(job).toMatchObject({
    kind: 'publish',
    status: 'done',
    done: 7,
    total: 7,
    problem: null,
    result: {
      intake: id,
      base: plan.count,
      count: { id: expect.stringMatching(/^five-places\.1-/), title: 'Five places with Trust accounts' },
      years: plan.years,
    },
  })

  const after = await seen()
  const change = plan.years[0]!.after - plan.years[0]!.before!
  expect([after.total - before.total, after.alpha - before.alpha, change]).toEqual([120, 120, 120])
  expect(after.control.bridge.at(-1)).toMatchObject({ amount: 120 })
  expect(before.lines).toContain('l04')
  expect(after.lines).not.toContain('l04')
  expect(after.lines.filter((line) => line.startsWith('own-'))).toHaveLength(1)
  expect([before.coverage.recorded, after.coverage.recorded]).toEqual([700 / 1000, 1])
  expect([before.coverage.grades, after.coverage.grades]).toMatchObject([
    { A: 0.7, B: 0.3 },
    { A: 1, B: 0 },
  ])
  expect([before.share.numerator, before.share.denominator]).toEqual([[200], [1000]])
  expect([after.share.numerator, after.share.denominator]).toEqual([[200], [1120]])
  expect((await get('/count')).body.amendments).toMatchObject([
    { title: 'Trust accounts', added: { lines: 1, pounds: 420 }, replaced: { lines: 1, pounds: 300 } },
  ])

  const stale = await post(`/intake/${id}/publish`, asking)
  expect([stale.status, stale.body.errors[0].where]).toEqual([409, 'digest'])

  const back = await request(server).put(`${API}/counts/served`).send({ hash: plan.count.hash })
  expect(back.status).toBe(200)
  expect(await seen()).toEqual(before)
})

test('one at a time; cancelled, nothing is kept and the count stays as it was', async () => {
  const before = await seen()
  const counts = (await get('/counts')).body.counts.length
  const id = await brought(
    file([{ place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Other', amount: '305' }]),
  )
  const { digest } = (await post(`/intake/${id}/plan`, {})).body
  const first = await post(`/intake/${id}/publish`, { ...TOLD, plan: {}, digest })
  const second = await post(`/intake/${id}/publish`, { ...TOLD, plan: {}, digest })
  expect([first.status, second.status, second.body.errors[0].where]).toEqual([202, 409, 'publish'])
  expect((await request(server).delete(String(first.headers.location))).body.status).toBe('cancelled')
  for (let tries = 0; ; tries += 1) {
    const again = await post(`/intake/${id}/publish`, { ...TOLD, plan: {}, digest: 'other' })
    if (again.body.errors[0].where === 'digest') break
    expect(tries).toBeLessThan(200)
    await new Promise((done) => setTimeout(done, 25))
  }
  expect(await seen()).toEqual(before)
  expect((await get('/counts')).body.counts).toHaveLength(counts)
})
