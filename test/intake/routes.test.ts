import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { intakeReply, receiptReply, reportReply } from '../../server/api/contract-intake.ts'
import { anyJobReply } from '../../server/api/contract-jobs.ts'
import { intakeRefusal } from '../../server/api/intake-refusal.ts'
import { intakesFolder, sweep } from '../../server/intake/store.ts'
import { FIVE_PLACES } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
let server: Server
const [place, agency] = [
  FIVE_PLACES.place.find(({ tier, code }) => tier === 'upper' && /^E\d{8}$/.test(String(code)))!,
  FIVE_PLACES.agency[0]!,
]
const FILE = `Place,Agency,Year,Service,Amount\n${place.code},${agency.id},2017-18,Parks,10.50\n${place.code},${agency.id},2017-18,=Roads,n/a\n`

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

const at = (path: string) => `/api/v1/intake${path}`
const begin = async () => intakeReply.parse((await request(server).post(at(''))).body).id
const put = (id: string, name: string, content: string | Buffer) =>
  request(server)
    .put(at(`/${id}/files/${encodeURIComponent(name)}`))
    .set('Content-Type', 'application/octet-stream')
    .send(content)

async function checked(id: string) {
  const { body, status, headers } = await request(server).post(at(`/${id}/check`))
  expect(status).toBe(202)
  for (;;) {
    const job = anyJobReply.parse((await request(server).get(String(headers.location))).body)
    if (job.status !== 'running') return { job, first: body }
    await new Promise((done) => setTimeout(done, 20))
  }
}

test('a file is uploaded, mapped, checked and accounted for', async () => {
  const id = await begin()
  const sent = await put(id, 'spend.csv', FILE)
  expect(sent.status).toBe(201)
  const intake = intakeReply.parse(sent.body)
  expect(intake.files.map(({ name, tables }) => [name, tables[0]!.data])).toEqual([['spend.csv', 2]])
  const mapped = await request(server)
    .put(at(`/${id}/mapping`))
    .send(intake.proposal!.mapping)
  expect([mapped.status, intakeReply.parse(mapped.body).mapping]).toEqual([200, intake.proposal!.mapping])
  expect((await request(server).get(at(`/${id}/report`))).status).toBe(409)

  const { job } = await checked(id)
  expect(job).toMatchObject({
    kind: 'check',
    status: 'done',
    result: { intake: id, pence: { accepted: '1050' } },
  })
  const report = reportReply.parse((await request(server).get(at(`/${id}/report`))).body)
  expect(report.rows).toMatchObject({ in: 3, accepted: 1, rejected: 1, unread: 1, passed: { header: 1 } })
  const receipt = receiptReply.parse((await request(server).get(at(`/${id}/receipt.json`))).body)
  expect(receipt.files[0]!.sha256).toBe(intake.files[0]!.sha256)
  const rejected = await request(server).get(at(`/${id}/rejected.csv`))
  expect(rejected.headers['content-type']).toMatch(/^text\/csv/)
  expect(rejected.text.split('\r\n')[1]).toBe(
    `spend.csv,,3,amount-missing,${place.code},${agency.id},2017-18,'=Roads,n/a,`,
  )
  expect((await request(server).get(at(`/${id}/findings.csv`))).text).toMatch(
    /\r\nerror,amount-missing,spend\.csv,,3,Amount,n\/a,/,
  )

  expect((await put(id, 'more.csv', `${FILE}\n`)).status).toBe(201)
  expect((await request(server).get(at(`/${id}/report`))).status).toBe(409)
  expect((await request(server).delete(at(`/${id}`))).status).toBe(204)
  expect((await request(server).get(at(`/${id}`))).status).toBe(404)
})

test('what cannot be done is refused in the one error shape', async () => {
  const id = await begin()
  const told = async (asking: request.Test) => {
    const { status, body, headers } = await asking
    expect(headers['content-type']).toMatch(/problem\+json/)
    return [status, body.errors[0].where]
  }
  expect(await told(put(id, 'a.csv', ''))).toEqual([422, 'file'])
  expect(await told(put(id, 'a.csv', `a,b\n1,"2\n`))).toEqual([422, 'file.row.2'])
  expect(await told(put(id, 'a.csv', Buffer.alloc(9 * 2 ** 20, 'a')))).toEqual([413, 'file'])
  expect(await told(put('abcdefghijkl', 'a.csv', FILE))).toEqual([404, 'request'])
  expect(await told(put('..%2f..%2fetc', 'a.csv', FILE))).toEqual([404, 'request'])
  expect(
    await told(
      request(server)
        .put(at(`/${id}/files/a.csv`))
        .send({ a: 1 }),
    ),
  ).toEqual([415, 'request'])
  expect(await told(request(server).post(at(`/${id}/check`)))).toEqual([409, 'files'])
  expect(await told(request(server).patch(at(`/${id}`)))).toEqual([405, 'request'])
  await put(id, 'a.csv', FILE)
  expect(await told(put(id, 'b.csv', FILE))).toEqual([409, 'file'])
  const bad = {
    columns: [{ header: 'Amount', meaning: 'amount' }],
    constants: { place: 'E99999999', agency: 'x', year: '2017' },
  }
  const { status, body } = await request(server)
    .put(at(`/${id}/mapping`))
    .send(bad)
  expect([status, body.errors.map(({ where }: { where: string }) => where)]).toEqual([
    422,
    ['constants.place', 'constants.agency', 'constants.year'],
  ])
  expect((await request(server).post(at('')).set('Origin', 'http://elsewhere.test')).status).toBe(403)
})

test('a sender that hangs up midway leaves no half file, and the upload can go on', async () => {
  const id = await begin()
  const { port } = server.address() as AddressInfo
  await new Promise<void>((done) => {
    const half = send({
      port,
      method: 'PUT',
      path: at(`/${id}/files/a.csv`),
      headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': 1_000_000 },
    })
    half.on('error', () => done())
    half.write(FILE, () => setTimeout(() => half.destroy(new Error('gone')), 50))
  })
  const files = join(fixture.intakes.folder(id), 'files')
  for (let tries = 0; tries < 500 && (await readdir(files)).length > 0; tries += 1)
    await new Promise((done) => setTimeout(done, 20))
  expect(await readdir(files)).toEqual([])
  expect((await put(id, 'a.csv', FILE)).status).toBe(201)
})

test('a full disk, a disk that cannot be written, and a folder that may not be', async () => {
  const fault = (code: string) =>
    intakeRefusal(Object.assign(new Error(code), { code })) as { status: number; message: string }
  expect([fault('ENOSPC').status, fault('EDQUOT').status, fault('EROFS').status]).toEqual([507, 507, 503])
  expect(fault('ENOSPC').message).toMatch(/Nothing was changed/)
  const id = await begin()
  const files = join(fixture.intakes.folder(id), 'files')
  await rm(files, { recursive: true })
  await writeFile(files, 'not a folder')
  const { status } = await put(id, 'a.csv', FILE)
  expect(status).toBeGreaterThanOrEqual(500)
  await rm(files)
  expect((await put(id, 'a.csv', FILE)).status).toBe(201)
  if (process.getuid?.() === 0) return
  await chmod(files, 0o500)
  expect((await put(id, 'b.csv', `${FILE}\n`)).status).toBe(503)
})

test('what a process that was killed left behind is cleared away, and what is whole is kept', async () => {
  const kept = await begin()
  await put(kept, 'a.csv', FILE)
  const folder = intakesFolder(fixture.folder)
  await mkdir(join(folder, 'abcdefabcdef', 'files'), { recursive: true })
  await writeFile(join(fixture.intakes.folder(kept), 'files', 'xyz.part'), 'half')
  await sweep(fixture.folder, Date.now() + 2 * 3_600_000)
  expect(await readdir(folder)).not.toContain('abcdefabcdef')
  expect(await readdir(join(fixture.intakes.folder(kept), 'files'))).toEqual(['1'])
  expect((await checked(kept)).job.status).toBe('done')
})

test('a mapping is kept in the library like anything else', async () => {
  const id = await begin()
  const { body } = await put(id, 'a.csv', FILE)
  const saved = await request(server)
    .post('/api/v1/mappings')
    .send({ name: 'Monthly', document: intakeReply.parse(body).proposal!.mapping })
  expect([saved.status, saved.body.kind]).toEqual([201, 'mapping'])
  const wrong = await request(server)
    .post('/api/v1/mappings')
    .send({ name: 'Bad', document: { columns: [{ header: 'x', meaning: 'wish' }] } })
  expect(wrong.status).toBe(422)
})
