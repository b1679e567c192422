import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import type { CountsReply } from '../../server/api/contract-counts.ts'
import { ROOT } from '../../server/root.ts'
import { compiled, packagesIn } from './processes.ts'
import { shelved } from './shelved.ts'
import { filesIn, zipped } from './zips.ts'

let at: Awaited<ReturnType<typeof shelved>>
const running: ChildProcess[] = []
beforeEach(async () => {
  at = await shelved()
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await at.close()
})

/** Starts the built server on the folders of this test. */
async function start() {
  const env = { PATH: process.env.PATH, PORT: '0', STATE_DIR: join(at.folder, 'var'), COUNT_DIR: at.shipped }
  const child = spawn(process.execPath, [join(ROOT, 'dist/server/main.js')], { env })
  running.push(child)
  const said = { out: '', error: '' }
  child.stderr.on('data', (chunk) => {
    said.error += chunk
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  await new Promise<void>((done) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk
      if (said.out.includes('\n')) done()
    })
    void ended.then(done)
  })
  const url = `${/at (http:\S+)/.exec(said.out)?.[1]}/api/v1`
  const ask = async <T>(path: string, options?: RequestInit) =>
    (await (await fetch(`${url}${path}`, options)).json()) as T
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  return { ask, kill, said }
}

compiled('a server that was killed serves what it served; a package broken meanwhile is said', async () => {
  const [hash, { from }] = [...(await packagesIn(at.folder, [121]))][0]!
  const first = await start()
  const brought = await first.ask<{ hash: string }>('/counts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: new Uint8Array(zipped(await filesIn(from))),
  })
  expect(brought).toMatchObject({ hash, served: false })
  await first.ask('/counts/served', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ hash }),
  })
  await first.kill()

  const second = await start()
  expect(await second.ask('/spend')).toMatchObject({ total: 5147, count: { hash } })
  expect(await second.ask<CountsReply>('/counts')).toMatchObject({ served: hash, before: at.hash })
  await second.kill()

  await writeFile(join(at.published, hash, 'spend.parquet'), 'broken')
  const third = await start()
  expect(await third.ask('/spend')).toMatchObject({ total: 5146, count: { hash: at.hash } })
  const { warning } = await third.ask<CountsReply>('/counts')
  expect(warning).toContain('spend.parquet is not the file that was compiled')
  expect(third.said.error).toContain(warning)
})
