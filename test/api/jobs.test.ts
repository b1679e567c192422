import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import express from 'express'
import { pino } from 'pino'
import { jobReply } from '../../server/api/contract-jobs.ts'
import { jobRoutes } from '../../server/api/jobs.ts'
import { Jobs } from '../../server/jobs/jobs.ts'
import { randomId } from '../../server/random-id.ts'
import { ROOT } from '../../server/root.ts'
import { simulation } from '../../server/scenario/uncertainty/simulate.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { parameters, presetDocument, read } from '../scenario/setup.ts'

const MANY = 2_000_000
const scenario = () => presetDocument('birmingham-brighter-futures')

let fixture: Awaited<ReturnType<typeof serveFixture>>
let server: Server
let url: string
const listen = async (app: express.Express) => {
  const listening = createServer(app)
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  return { listening, at: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/v1` }
}
const shut = async (listening: Server) => {
  listening.closeAllConnections()
  await new Promise((done) => listening.close(done))
}
beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist/server/jobs/simulation-worker.js')))
    throw new Error('There is no dist/server/jobs/simulation-worker.js: npm run compile makes it.')
  fixture = await serveFixture()
  ;({ listening: server, at: url } = await listen(fixture.app))
})
afterAll(async () => {
  await shut(server)
  await fixture.close()
})

const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const begin = async (draws: number, more: object = {}) => {
  const reply = await send('POST', '/jobs', { kind: 'simulation', scenario: scenario(), draws, ...more })
  expect(reply.status).toBe(202)
  const job = jobReply.parse(await reply.json())
  expect(reply.headers.get('location')).toBe(`/api/v1/jobs/${job.id}`)
  return job
}
const look = async (id: string) => jobReply.parse(await (await send('GET', `/jobs/${id}`)).json())
const cancel = async (id: string) => jobReply.parse(await (await send('DELETE', `/jobs/${id}`)).json())

interface Heard {
  event: string
  // biome-ignore lint/suspicious/noExplicitAny: each event has data of its own
  data: any
}

/** Events of a job as they come, until it ends or `enough` says so, which hangs up. */
async function follow(id: string, enough: (heard: Heard) => boolean = () => false, at = url) {
  const hangUp = new AbortController()
  const reply = await fetch(`${at}/jobs/${id}`, {
    headers: { Accept: 'text/event-stream', 'Accept-Encoding': 'gzip' },
    signal: hangUp.signal,
  })
  const heard: Heard[] = []
  let text = ''
  try {
    for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(text.slice(0, end)) ?? []
        text = text.slice(end + 2)
        const one = event ? { event, data: JSON.parse(data!) } : { event: 'comment', data: null }
        heard.push(one)
        if (enough(one)) return { reply, heard }
      }
    }
  } finally {
    hangUp.abort()
  }
  return { reply, heard }
}

/** Part of one core this process takes, over a while. */
async function busy(ms = 250): Promise<number> {
  const before = process.cpuUsage()
  await new Promise((done) => setTimeout(done, ms))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / ms
}

describe('a simulation', () => {
  test('is followed to its end, and comes to what the same seed comes to here', async () => {
    const { id } = await begin(20_000, { seed: 7 })
    const { reply, heard } = await follow(id)
    expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(reply.headers.get('cache-control')).toContain('no-store')
    expect(reply.headers.get('content-encoding')).toBeNull()
    const progress = heard.filter(({ event }) => event === 'progress').map(({ data }) => data)
    expect(progress.every(({ done, total }) => done <= total && total === 20_000)).toBe(true)
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b))
    expect(heard.at(-1)!.event).toBe('done')

    const document = scenario()
    const here = read({ ...document, uncertainty: { ...document.uncertainty, seed: 7, draws: 20_000 } })
    const run = simulation(here, parameters, { solve: yalps })
    while (run.more(777) < run.draws);
    expect(heard.at(-1)!.data.result).toEqual(JSON.parse(JSON.stringify(run.result())))
    const after = await look(id)
    expect(after).toMatchObject({ status: 'done', done: 20_000, total: 20_000, problem: null })
    expect(after.result).toEqual(heard.at(-1)!.data.result)
    expect((await follow(id)).heard).toEqual([{ event: 'done', data: { result: after.result } }])
    expect((await cancel(id)).status).toBe('done')
  })

  test('takes draws and seed of the document where none are asked for', async () => {
    const reply = await send('POST', '/jobs', { kind: 'simulation', scenario: scenario() })
    const { id, total } = jobReply.parse(await reply.json())
    expect(total).toBe(scenario().uncertainty.draws)
    const { heard } = await follow(id)
    expect(heard.at(-1)!.data.result.seed).toBe(scenario().uncertainty.seed)
  })

  test('of one draw has no spread', async () => {
    const { id } = await begin(1)
    expect((await follow(id)).heard.at(-1)!.data.result.programme.sd).toBe(0)
  })

  test('of two million draws tells of its way often, is cancelled midway, and leaves the process idle', async () => {
    const { id } = await begin(MANY)
    const watching = follow(id)
    const { heard } = await follow(id, ({ data }) => data.done > MANY / 20)
    expect(heard.length).toBeGreaterThan(3)
    for (const [place, { data }] of heard.entries())
      expect(data.done - (heard[place - 1]?.data.done ?? 0)).toBeLessThanOrEqual(MANY / 20)
    const asked = performance.now()
    const cancelled = await cancel(id)
    expect(performance.now() - asked).toBeLessThan(500)
    expect(cancelled).toMatchObject({ status: 'cancelled', result: null, problem: null })
    expect(cancelled.done).toBeLessThan(MANY)
    expect((await watching).heard.at(-1)).toEqual({ event: 'cancelled', data: {} })
    await new Promise((done) => setTimeout(done, 100))
    expect(await busy()).toBeLessThan(0.3)
    expect((await look(id)).done).toBe(cancelled.done)
    expect((await cancel(id)).status).toBe('cancelled')
  })

  test('goes on when one who follows it hangs up', async () => {
    const { id } = await begin(100_000)
    await follow(id, ({ event }) => event === 'progress')
    expect((await look(id)).status).toBe('running')
    expect((await follow(id)).heard.at(-1)!.event).toBe('done')
  })

  test('is the third at once: refused until there is room', async () => {
    const running = [await begin(MANY), await begin(MANY)]
    const third = await send('POST', '/jobs', { kind: 'simulation', scenario: scenario(), draws: 100 })
    expect(third.status).toBe(429)
    expect(third.headers.get('retry-after')).toBe('5')
    expect(await third.json()).toMatchObject({ type: 'urn:total-place:problem:too-many-requests' })
    await (await fetch(`${url}/count`)).json()
    for (const { id } of running) await cancel(id)
    await new Promise((done) => setTimeout(done, 100))
    expect((await follow((await begin(100)).id)).heard.at(-1)!.event).toBe('done')
  })
})

describe('a request refused', () => {
  const faultsOf = async (reply: Response) => {
    expect(reply.headers.get('content-type')).toContain('application/problem+json')
    return ((await reply.json()) as { errors: { where: string }[] }).errors.map(({ where }) => where)
  }
  const bare = () => {
    const document = scenario()
    delete document.uncertainty
    return document
  }
  const crowd = () => {
    const document = scenario()
    for (let n = document.partners.length; n < 30; n += 1)
      document.partners.push({ id: `p${n}`, name: `Partner ${n}` })
    return document
  }

  test.each<[string, () => unknown, string[]]>([
    ['without a kind', () => ({ scenario: scenario() }), ['kind']],
    ['of another kind', () => ({ kind: 'import', scenario: scenario() }), ['kind']],
    ['of no draws', () => ({ kind: 'simulation', scenario: scenario(), draws: 0 }), ['draws']],
    ['of too many', () => ({ kind: 'simulation', scenario: scenario(), draws: 5_000_001 }), ['draws']],
    ['of too many for so many', () => ({ kind: 'simulation', scenario: crowd(), draws: MANY }), ['draws']],
    ['of half a seed', () => ({ kind: 'simulation', scenario: scenario(), seed: 0.5 }), ['seed']],
    ['of nothing uncertain', () => ({ kind: 'simulation', scenario: bare() }), ['scenario.uncertainty']],
    [
      'of a scenario with a fault',
      () => ({ kind: 'simulation', scenario: { ...scenario(), horizon: 0 } }),
      ['scenario.horizon'],
    ],
  ])('%s', async (_, body, where) => {
    const reply = await send('POST', '/jobs', body())
    expect(reply.status).toBe(422)
    expect(await faultsOf(reply)).toEqual(expect.arrayContaining(where))
  })

  test('unknown, in another form, or by another method', async () => {
    for (const method of ['GET', 'DELETE']) {
      const reply = await send(method, '/jobs/nobody000000')
      expect(reply.status).toBe(404)
      await faultsOf(reply)
    }
    const events = await send('GET', '/jobs/nobody000000', undefined, { Accept: 'text/event-stream' })
    expect(events.status).toBe(404)
    expect((await send('GET', '/jobs')).status).toBe(405)
    expect((await send('PUT', '/jobs/nobody000000')).status).toBe(405)
    expect((await send('POST', '/jobs', 'a=1', { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await send('POST', '/jobs', '{', {})).status).toBe(400)
    const { id } = await begin(100)
    expect((await send('GET', `/jobs/${id}`, undefined, { Accept: 'text/csv' })).status).toBe(406)
    const head = await send('HEAD', `/jobs/${id}`, undefined, { Accept: 'text/event-stream' })
    expect(head.status).toBe(200)
    await follow(id)
  })
})

test('a quiet job gives signs of life, and a failed one its problem without its cause', async () => {
  const jobs = new Jobs({ now: Date.now, id: randomId })
  const app = express()
  app.use(
    '/api/v1',
    jobRoutes({ jobs, economics: { parameters }, log: pino({ level: 'silent' }), heartbeatMs: 20 }),
  )
  const { listening, at } = await listen(app)
  let fail = (_: Error) => {}
  const { id } = jobs.start('simulation', 10, () => new Promise((_, reject) => (fail = reject)))
  let signs = 0
  const following = follow(
    id,
    ({ event }) => {
      if (event === 'comment') signs += 1
      if (signs === 3) fail(new Error('/secret/path'))
      return false
    },
    at,
  )
  const { heard } = await following
  expect(signs).toBeGreaterThanOrEqual(3)
  expect(heard.at(-1)).toMatchObject({ event: 'failed', data: { problem: { status: 500 } } })
  expect(JSON.stringify(heard)).not.toContain('secret')
  const reply = await fetch(`${at}/jobs/${id}`)
  expect(jobReply.parse(await reply.json())).toMatchObject({ status: 'failed', problem: { status: 500 } })
  await shut(listening)
})
