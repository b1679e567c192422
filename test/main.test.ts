import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { ROOT } from '../server/root.ts'
import { temporary } from './fixtures/open-fixture.ts'

const MAIN = join(ROOT, 'dist', 'server', 'main.js')
const PROMPT_MS = 2000

let state: Awaited<ReturnType<typeof temporary>>
const running: ChildProcess[] = []
beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error('There is no dist/server/main.js: npm run build makes it.')
  state = await temporary()
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => state?.remove())

/** Starts the built server; what it says is gathered as it goes. */
function start(settings: Record<string, string>) {
  const env = { PATH: process.env.PATH, PORT: '0', STATE_DIR: state.folder, ...settings }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const said = { out: '', error: '' }
  child.stdout.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  const exit = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once('close', (code, signal) => done(code ?? signal)),
  )
  const ready = async () => {
    const line = new Promise<void>((done) => {
      child.stdout.on('data', () => said.out.includes('\n') && done())
    })
    await Promise.race([line, exit])
    return /at (http:\S+)/.exec(said.out)?.[1]
  }
  return { child, said, exit, ready }
}

test('says in one line where it is and what it serves, and answers there', async () => {
  const { ready, said } = start({})
  const url = await ready()
  expect(said).toEqual({
    out: expect.stringMatching(
      /^Total Place is at http:\/\/127\.0\.0\.1:\d+ \(England 2013 to 2018, count [0-9a-f]{6}\)\n$/,
    ),
    error: '',
  })
  const health = await fetch(`${url}/api/v1/health`)
  expect(health.status).toBe(200)
  expect(await health.json()).toMatchObject({ status: 'ready' })
})

test('a port that is taken is told with the way out', async () => {
  const first = start({})
  const port = new URL((await first.ready())!).port
  const second = start({ PORT: port })
  expect(await second.exit).toBe(1)
  expect(second.said.out).toBe('')
  expect(second.said.error).toContain(`Port ${port} on 127.0.0.1 is taken.`)
  expect(second.said.error).not.toMatch(/\n\s+at /)
})

test('bad settings are named all at once, without a stack', async () => {
  const { exit, said } = start({ PORT: 'ninety', RATE_LIMIT: '0', MEMORY_LIMIT: 'plenty', LOG_LEVEL: 'loud' })
  expect(await exit).toBe(1)
  for (const name of ['PORT', 'RATE_LIMIT', 'MEMORY_LIMIT', 'LOG_LEVEL']) expect(said.error).toContain(name)
  expect(said.error).not.toMatch(/\n\s+at /)
})

test('a count that is not there is told by its folder', async () => {
  const { exit, said } = start({ COUNT_DIR: join(state.folder, 'nowhere') })
  expect(await exit).toBe(1)
  expect(said.error).toContain(join(state.folder, 'nowhere'))
  expect(said.error).not.toMatch(/\n\s+at /)
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops it promptly, with a browser still connected',
  async (signal) => {
    const { child, ready, exit } = start({})
    const url = await ready()
    await (await fetch(`${url}/api/v1/health`)).text()
    const asked = performance.now()
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(performance.now() - asked).toBeLessThan(PROMPT_MS)
  },
)

test('SIGTERM cancels long work, and what was saved is there at the next start', async () => {
  const settings = { STATE_DIR: join(state.folder, 'kept') }
  const first = start(settings)
  const url = await first.ready()
  const post = (path: string, body: object) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const { items } = (await (await fetch(`${url}/api/v1/presets`)).json()) as {
    items: { name: string; document: object }[]
  }
  const { name, document } = items[0]!
  expect((await post('/scenarios', { name, document })).status).toBe(201)
  const job = await post('/jobs', { kind: 'simulation', scenario: document, draws: 2_000_000 })
  expect(job.status).toBe(202)
  const events = fetch(new URL(job.headers.get('location')!, url), {
    headers: { Accept: 'text/event-stream' },
  }).then((reply) => reply.text())
  await new Promise((done) => setTimeout(done, 100))
  const asked = performance.now()
  first.child.kill('SIGTERM')
  expect(await first.exit).toBe(0)
  expect(performance.now() - asked).toBeLessThan(PROMPT_MS)
  expect(await events).toMatch(/event: cancelled\ndata: \{\}\n\n$/)

  const again = await start(settings).ready()
  const kept = (await (await fetch(`${again}/api/v1/scenarios`)).json()) as { items: { name: string }[] }
  expect(kept.items.map((item) => item.name)).toEqual([name])
})

test('a second server on one state folder serves the count, and says whose the library is', async () => {
  await start({}).ready()
  const second = start({})
  const url = await second.ready()
  expect(second.said.error).toContain('Another Total Place has the library open')
  expect((await fetch(`${url}/api/v1/count`)).status).toBe(200)
  const refused = await fetch(`${url}/api/v1/scenarios`)
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({
    detail: expect.stringContaining('Another Total Place has the library open'),
  })
})

test('SIGTERM before the count is open stops it too', async () => {
  const fresh = join(state.folder, 'fresh')
  const { child, exit } = start({ STATE_DIR: fresh, PORT: '0' })
  await new Promise((done) => setTimeout(done, 700))
  child.kill('SIGTERM')
  const asked = performance.now()
  await exit
  expect(performance.now() - asked).toBeLessThan(PROMPT_MS * 2)
})
