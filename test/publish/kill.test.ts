import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { rowsOf } from '../../server/engine/columns.ts'
import { ROOT } from '../../server/root.ts'
import { ALPHA } from '../fixtures/five-places.ts'
import { compiled } from '../shelf/processes.ts'
import { shelved } from '../shelf/shelved.ts'
import { file } from './opened.ts'

const PROGRAM = join(ROOT, 'dist', 'server', 'import.js')
const KILLS = 6
const HOUR = 3_600_000
/** What the five places share out to the NHS in Alpha, which gives way. */
const SHARED_OUT = 300

let at: Awaited<ReturnType<typeof shelved>>
let child: ChildProcess | undefined
beforeEach(async () => {
  at = await shelved()
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await at.close()
})

/** England's own spending of 2017-18 in the count that a process started now would serve. */
async function england(counts: typeof at.counts): Promise<number> {
  const answer = await counts.shelf.current!.engine.ask('publish-years')
  return rowsOf<{ year: string; pounds: number }>(answer).find(({ year }) => year === '2017-18')!.pounds
}

/** Brings, checks and publishes a file by the command; resolves with its exit code, null where it was killed. */
function publishing(name: string): Promise<number | null> {
  const env = {
    PATH: process.env.PATH,
    COUNT_DIR: at.shipped,
    STATE_DIR: join(at.folder, 'var'),
    THREADS: '1',
  }
  const started = spawn(
    process.execPath,
    [PROGRAM, name, '--publish', 'Accounts', '--publisher', 'The trust'],
    {
      cwd: at.folder,
      env,
      stdio: 'ignore',
    },
  )
  child = started
  return new Promise((done) => started.once('close', done))
}

compiled(
  'killed at any moment of bringing, checking and publishing, the old count or the whole new one opens',
  async () => {
    const amounts = Array.from({ length: KILLS + 1 }, (_, turn) => 421 + turn)
    for (const amount of amounts)
      await writeFile(
        join(at.folder, `nhs-${amount}.csv`),
        file([{ place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: String(amount) }]),
      )
    const before = await england(at.counts)
    const began = performance.now()
    expect(await publishing(`nhs-${amounts[0]}.csv`)).toBe(0)
    const whole = performance.now() - began
    await at.counts.shelf.refresh()
    expect(await england(at.counts)).toBe(before + amounts[0]! - SHARED_OUT)
    for (const amount of amounts.slice(1)) {
      await at.counts.serve(at.hash)
      const ended = publishing(`nhs-${amount}.csv`)
      await new Promise((done) => setTimeout(done, whole * (0.4 + 0.7 * Math.random())))
      child!.kill('SIGKILL')
      await ended
      const after = at.another()
      await after.start()
      expect(after.warning).toBeNull()
      expect([before, before + amount - SHARED_OUT]).toContain(await england(after))
      await after.sweep(Date.now() + HOUR)
      const kept = (await after.list()).filter(({ shipped }) => !shipped).map(({ hash }) => hash)
      const there = await readdir(at.published)
      expect(there.filter((name) => name !== 'served.json').sort()).toEqual(kept.sort())
      for (const hash of kept) expect(await after.open(hash)).toBeDefined()
      await after.close()
      await at.counts.shelf.refresh()
    }
  },
  240_000,
)
