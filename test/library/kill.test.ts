import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ROOT } from '../../server/root.ts'
import { temporary } from '../fixtures/open-fixture.ts'
import { libraryIn } from './opened.ts'

const DIST = join(ROOT, 'dist')
const ITEM = 'item00000000'
const compiled = existsSync(join(DIST, 'server/library/library.js')) ? test : test.skip

let state: Awaited<ReturnType<typeof temporary>>
const running: ChildProcess[] = []
beforeEach(async () => {
  state = await temporary()
})
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  await state.remove()
})

/** A process that saves without end; `kept` is the last version it said was kept. */
function writer(id = ITEM) {
  const args = [join(ROOT, 'test/library/writer.mjs'), pathToFileURL(DIST).href, state.folder, id]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  const said = { out: '', error: '' }
  child.stdout!.on('data', (chunk) => {
    said.out += chunk
  })
  child.stderr!.on('data', (chunk) => {
    said.error += chunk
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const kept = () => Number(/(?:^|\n)(\d+)\n[^\n]*$/.exec(said.out)?.[1] ?? 0)
  const until = async (holds: () => boolean) => {
    while (!holds() && child.exitCode === null && child.signalCode === null)
      await new Promise((done) => setTimeout(done, 1))
  }
  return { child, said, ended, kept, until }
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function checkWhole(least: number): Promise<number> {
  const library = libraryIn(state.folder)
  const versions = await library.versions('set', ITEM)
  expect(versions.length).toBeGreaterThanOrEqual(least)
  for (const [place, { version }] of versions.entries()) expect(version).toBe(versions.length - place)
  for (const { version } of versions) {
    const found = await library.version('set', ITEM, version)
    const fill = String(version % 10).repeat(1000 + ((version * 7919) % 4000))
    expect(found).toMatchObject({ name: `Version ${version}`, document: { n: version, fill } })
  }
  await library.close()
  return versions.length
}

compiled('every save acknowledged is there whole after each kill, and none is half there', async () => {
  let before = 0
  for (let turn = 0; turn < 6; turn += 1) {
    const { child, ended, kept, until, said } = writer()
    await until(() => kept() > before)
    await wait(Math.random() * 150)
    child.kill('SIGKILL')
    await ended
    expect(said.error).toBe('')
    expect(kept()).toBeGreaterThan(before)
    before = await checkWhole(kept())
    expect(before - kept()).toBeLessThanOrEqual(1)
  }
})

compiled('killed while it is made, it is there in full or not at all', async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const { child, ended, until } = writer()
    const made = () => readdir(state.folder).then((names) => names.some((name) => name.startsWith('library')))
    let begun = false
    void (async () => {
      while (!begun) begun = await made()
    })()
    await until(() => begun)
    await wait(Math.random() * 20)
    child.kill('SIGKILL')
    await ended
    const library = libraryIn(state.folder)
    expect(await library.list('scenario')).toEqual([])
    await library.close()
    await state.remove()
    state = await temporary()
  }
})

compiled('a second process is told that the library is open elsewhere, until the first ends', async () => {
  const first = writer()
  await first.until(() => first.kept() > 0)
  const library = libraryIn(state.folder)
  await expect(library.list('set')).rejects.toMatchObject({
    name: 'LibraryUnavailable',
    reason: 'in-use',
    message: expect.stringContaining('Another Total Place has the library open'),
  })
  const third = writer('item00000001')
  await third.ended
  expect(third.said.out).toBe('')
  expect(third.said.error).toContain('Another Total Place has the library open')
  first.child.kill('SIGKILL')
  await first.ended
  expect((await library.list('set')).map(({ id }) => id)).toEqual([ITEM])
  await library.close()
})
