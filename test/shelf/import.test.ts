import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from '@jest/globals'
import { ROOT } from '../../server/root.ts'
import { compiled, packagesIn } from './processes.ts'
import { roadsOf, shelved } from './shelved.ts'
import { filesIn, zipped } from './zips.ts'

let at: Awaited<ReturnType<typeof shelved>>
let hash: string
let from: string
beforeEach(async () => {
  at = await shelved()
  ;[hash, { from }] = [...(await packagesIn(at.folder, [121]))][0]!
})
afterEach(() => at.close())

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'dist/server/import.js'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, STATE_DIR: join(at.folder, 'var'), COUNT_DIR: at.shipped },
  })
const current = () => at.counts.shelf.current!
const zip = async () => {
  const file = join(at.folder, 'own.zip')
  await writeFile(file, zipped(await filesIn(from)))
  return file
}

compiled('a zip is kept and not served; a folder or its descriptor with --serve is', async () => {
  const kept = run(await zip())
  expect(kept).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringContaining(`Hash: ${hash}\nStill served`),
  })
  expect((await at.counts.list()).map((one) => one.hash)).toEqual([hash, at.hash])
  expect(run(join(from, 'datapackage.json'), '--serve')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`It is served from now on. Before it: Five places\nHash: ${at.hash}`),
  })
  await at.counts.refresh()
  expect(await roadsOf(current())).toBe(121)
  expect(run(at.shipped, '--serve').status).toBe(0)
  await at.counts.refresh()
  expect(current().hash).toBe(at.hash)
})

compiled('a server that runs takes it up by itself', async () => {
  at.counts.follow()
  expect(run(from, '--serve').status).toBe(0)
  for (let tries = 0; tries < 100 && current().hash !== hash; tries += 1)
    await new Promise((done) => setTimeout(done, 50))
  expect(await roadsOf(current())).toBe(121)
})

compiled('what is no package is told with every fault, without a stack, and nothing is changed', async () => {
  await writeFile(join(from, 'spend.parquet'), 'broken')
  await writeFile(join(from, 'place.parquet'), 'broken')
  for (const path of [from, await zip()]) {
    const { status, stderr } = run(path, '--serve')
    expect(status).toBe(1)
    expect(stderr).toContain(`${path} is no count that can be opened:`)
    expect(stderr).toContain('spend.parquet is not the file that was compiled')
    expect(stderr).toContain('place.parquet is not the file that was compiled')
    expect(stderr).not.toMatch(/\n\s+at /)
  }
  expect(run(join(at.folder, 'nowhere.zip')).stderr).toContain('ENOENT')
  expect(run(from, 'another.zip').stderr).toContain('by itself')
  expect(run(from, '--year', '2017-18').stderr).toContain("Unknown option '--year'")
  const left = existsSync(at.published) ? await readdir(at.published) : []
  expect(left).toEqual([])
})
