import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { compiled, killAll, packagesIn, writer } from './processes.ts'
import { roads, roadsOf, shelved } from './shelved.ts'

let at: Awaited<ReturnType<typeof shelved>>
beforeEach(async () => {
  at = await shelved()
})
afterEach(async () => {
  killAll()
  await at.close()
})

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))
const HOUR = 3_600_000
const TURNS = 8

compiled(
  'killed at any moment, the old count or the new one opens, and a sweep leaves no litter',
  async () => {
    const packages = await packagesIn(at.folder, [121, 122, 123, 124])
    const order = [...packages.keys()]
    let before = at.hash
    for (let turn = 0; turn < TURNS; turn += 1) {
      const { child, ended, lines, until, said } = writer(at.folder, [
        'loop',
        ...[...packages.values()].map(({ from }) => from),
      ])
      await until(() => lines().length > turn % 3)
      await wait(Math.random() * 400)
      child.kill('SIGKILL')
      await ended
      expect(said.error).toBe('')
      const served = lines().slice(1)
      const last = served.at(-1) ?? before
      const next = order[served.length % order.length]!

      const after = at.another()
      await after.start()
      const { current } = after.shelf
      expect(after.warning).toBeNull()
      expect([last, next]).toContain(current!.hash)
      expect(await roadsOf(current!)).toBe(packages.get(current!.hash)?.pounds ?? 120)
      for (const { hash } of await after.list())
        expect(await roadsOf((await after.open(hash))!)).toBe(packages.get(hash)?.pounds ?? 120)

      before = current!.hash === order[0] ? order[1]! : order[0]!
      await after.adopt(await at.copy(packages.get(before)!.from), null)
      await after.serve(before, current!.hash)
      await after.sweep(Date.now() + HOUR)
      const here = (await after.list()).map(({ hash }) => hash)
      expect((await readdir(at.published)).sort()).toEqual(
        [...here.filter((hash) => hash !== at.hash), 'served.json'].sort(),
      )
      const states = (await readdir(join(at.folder, 'var', 'counts'))).sort()
      expect(here.map((hash) => `${hash}.duckdb`)).toEqual(expect.arrayContaining(states))
      await after.close()
    }
  },
  120_000,
)

compiled('of two processes that publish on the same count one does, and the other is told', async () => {
  const packages = await packagesIn(at.folder, [121, 122])
  for (let turn = 0; turn < 4; turn += 1) {
    const base = at.counts.shelf.current!.hash
    const both = [...packages.values()].map(({ from }) => writer(at.folder, ['once', from, base]))
    for (const { until, lines } of both) await until(() => lines().length > 0)
    for (const { child } of both) child.stdin!.write('go\n')
    for (const { ended } of both) await ended
    const told = both.map(({ lines }) => JSON.parse(lines()[1]!))
    const [won, lost] = told[0].hash ? told : told.toReversed()
    expect(lost).toMatchObject({
      name: 'Outdated',
      message: expect.stringContaining('look at the plan again'),
    })
    await at.counts.shelf.refresh()
    expect(at.counts.shelf.current!.hash).toBe(won.hash)
    expect(await roadsOf(at.counts.shelf.current!)).toBe(packages.get(won.hash)!.pounds)
    await at.counts.serve(at.hash)
  }
})

test('of two at once in one process too', async () => {
  const [a, b] = [await at.kept(roads(121)), await at.kept(roads(122), { id: 'own.2' })]
  const both = await Promise.allSettled([at.counts.serve(a.hash, at.hash), at.counts.serve(b.hash, at.hash)])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(at.counts.shelf.current!.hash).toBe(a.hash)
})
