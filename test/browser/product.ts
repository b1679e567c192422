import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium'

const QUIET = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const NO_GL = ['--disable-gpu', '--disable-3d-apis']

export const launch = (webgl: boolean): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: [...QUIET, ...(webgl ? SOFTWARE_GL : NO_GL)] })

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })

export interface Product {
  url: string
  get: <T>(path: string) => Promise<T>
  /** Takes the server down, to be started again. */
  halt: () => Promise<void>
  /** Takes it down for good. */
  stop: () => Promise<void>
  start: () => Promise<void>
}

/** The built product on the count that ships, on a free port, with a state folder of its own. */
export async function startProduct(): Promise<Product> {
  const port = await freePort()
  const state = mkdtempSync(join(tmpdir(), 'total-place-browser-'))
  const url = `http://127.0.0.1:${port}`
  let server: ChildProcess | undefined

  const start = async () => {
    server = spawn(process.execPath, ['dist/server/main.js'], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', STATE_DIR: state, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    for (let tries = 0; tries < 900; tries += 1) {
      const ready = await fetch(`${url}/api/v1/health`).then(
        (reply) => reply.ok,
        () => false,
      )
      if (ready) return
      await new Promise((done) => setTimeout(done, 100))
    }
    throw new Error('the product did not come up in 90 seconds')
  }
  const halt = async () => {
    if (!server || server.exitCode !== null) return
    const gone = new Promise((done) => server?.once('exit', done))
    server.kill('SIGTERM')
    await gone
  }
  await start()
  return {
    url,
    start,
    get: async <T>(path: string) => (await (await fetch(`${url}/api/v1${path}`)).json()) as T,
    halt,
    stop: async () => {
      await halt()
      rmSync(state, { recursive: true, force: true })
    },
  }
}
