import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { PackageError } from '../../server/count/read.ts'
import { Outdated } from '../../server/shelf/kept.ts'
import { InUse, NotKept } from '../../server/shelf/refused.ts'
import { alter } from '../count/alter.ts'
import { roads, roadsOf, shelved } from './shelved.ts'

let at: Awaited<ReturnType<typeof shelved>>
beforeEach(async () => {
  at = await shelved()
})
afterEach(() => at.close())

const current = () => at.counts.shelf.current!
const HOUR = 3_600_000

describe('serving', () => {
  test('the count that ships is served until another is', async () => {
    expect(current().hash).toBe(at.hash)
    expect(await at.counts.before()).toBeNull()
    expect(await at.counts.list()).toMatchObject([{ hash: at.hash, shipped: true, made: null, base: null }])
    const kept = await at.kept(roads(121))
    expect(kept).toMatchObject({ id: 'own.1', base: at.hash, shipped: false })
    expect(current().hash).toBe(at.hash)
    expect((await at.counts.list()).map(({ hash }) => hash)).toEqual([kept.hash, at.hash])

    await at.counts.serve(kept.hash, at.hash)
    expect(await roadsOf(current())).toBe(121)
    expect(await at.counts.before()).toBe(at.hash)
    await at.counts.serve(at.hash)
    expect(await roadsOf(current())).toBe(120)
    expect(await at.counts.before()).toBe(kept.hash)
  })

  test('a start serves what was served last', async () => {
    const { hash } = await at.kept(roads(121))
    await at.counts.serve('own.1')
    const again = at.another()
    await again.start()
    expect(again.shelf.current!.hash).toBe(hash)
    expect(again.warning).toBeNull()
    expect(await again.before()).toBe(at.hash)
  })

  test('the count that ships, once chosen, is served in its next edition too', async () => {
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    await at.counts.serve(at.hash)
    const newer = at.another({ shipped: join(at.published, hash) })
    await newer.start()
    expect(newer.shelf.current!.hash).toBe(hash)
    expect(newer.warning).toBeNull()
  })

  test('only while the count expected is served', async () => {
    const [a, b] = [await at.kept(roads(121)), await at.kept(roads(122), { id: 'own.2' })]
    await at.counts.serve(a.hash, at.hash)
    await expect(at.counts.serve(b.hash, at.hash)).rejects.toThrow(Outdated)
    expect(current().hash).toBe(a.hash)
    await expect(at.counts.serve('nowhere')).rejects.toThrow(NotKept)
  })

  test('what another process serves is taken up, and is what is expected', async () => {
    const other = at.another()
    await other.start()
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    expect(other.shelf.current!.hash).toBe(at.hash)
    await expect(other.serve(at.hash, at.hash)).rejects.toThrow(Outdated)
    await other.shelf.refresh()
    expect(await roadsOf(other.shelf.current!)).toBe(121)
  })

  test('a pointer that goes while it is served changes nothing, and it is said', async () => {
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    await rm(join(at.published, 'served.json'))
    await at.counts.refresh()
    expect(current().hash).toBe(hash)
    expect(at.counts.warning).toContain('goes on being served')
    await at.counts.serve(hash)
    expect(at.counts.warning).toBeNull()
    expect(JSON.parse(await readFile(join(at.published, 'served.json'), 'utf8')).served).toBe(hash)
  })

  test.each([
    ['no JSON', '{'],
    ['another form', '{"served": "x"}'],
    ['empty', ''],
    [
      'a count that is not here',
      JSON.stringify({ served: 'a'.repeat(64), shipped: false, at: '2026-01-01T00:00:00Z', history: [] }),
    ],
  ])('a pointer that is %s: the count that ships, and it is said', async (_what, text) => {
    const { hash } = await at.kept(roads(121))
    await writeFile(join(at.published, 'served.json'), text)
    const again = at.another()
    await again.start()
    expect(again.shelf.current!.hash).toBe(at.hash)
    expect(again.warning).toContain('the count that ships is served')
    expect(at.said.at(-1)).toBe(again.warning)
    await again.serve(hash, at.hash)
    expect(again.warning).toBeNull()
    expect(again.shelf.current!.hash).toBe(hash)
  })

  test('a package broken since: the count that ships, with the reason, and mended by bringing it again', async () => {
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    await writeFile(join(at.published, hash, 'spend.parquet'), 'broken')
    const again = at.another()
    await again.start()
    expect(again.shelf.current!.hash).toBe(at.hash)
    expect(again.warning).toContain('spend.parquet is not the file that was compiled')
    expect(again.warning).not.toContain(at.folder)
    await again.adopt(await at.written(roads(121), {}, again), null)
    await again.serve(hash, at.hash)
    expect(await roadsOf(again.shelf.current!)).toBe(121)
  })
})

describe('keeping', () => {
  test('the same figures are kept once, and the count that ships is not kept again', async () => {
    const first = await at.kept(roads(121))
    expect(await at.kept(roads(121), { title: 'Another title' })).toEqual(first)
    expect((await at.kept(roads(120))).shipped).toBe(true)
    expect((await readdir(at.published)).sort()).toEqual([first.hash])
  })

  test('what is broken is refused with all its faults, and nothing is left of it', async () => {
    const scratch = await at.written(roads(121))
    await writeFile(join(scratch, 'spend.parquet'), 'broken')
    await rm(join(scratch, 'place.parquet'))
    const error: Pick<PackageError, 'faults'> = await at.counts.adopt(scratch, null).then(
      () => ({ faults: [] }),
      (thrown) => thrown,
    )
    expect(error.faults).toEqual([
      expect.stringContaining('spend.parquet is not the file that was compiled'),
      'place.parquet cannot be read (ENOENT)',
    ])
    expect(await readdir(at.published)).toEqual([])
    expect(await readdir(join(at.folder, 'var', 'counts'))).toEqual([`${at.hash}.duckdb`])
  })

  test('what does not hold together is refused too', async () => {
    const tables = roads(121)
    const scratch = await at.written({
      ...tables,
      spend: tables.spend.map((row) => ({ ...row, agency: 'nobody' })),
    })
    await expect(at.counts.adopt(scratch, null)).rejects.toMatchObject({
      faults: [expect.stringContaining('agency nobody is not known')],
    })
    expect(await readdir(at.published)).toEqual([])
    expect(await readdir(join(at.folder, 'var', 'counts'))).toEqual([`${at.hash}.duckdb`])
  })

  test('a line whose pounds no answer would hold is refused', async () => {
    const scratch = await at.written(roads(121))
    await alter(scratch, 'spend', "tags: case line when 'l06' then null else tags end")
    await expect(at.counts.adopt(scratch, null)).rejects.toMatchObject({
      faults: ['spend.parquet: column tags must not be null (1 rows)'],
    })
    expect(await readdir(at.published)).toEqual([])
  })

  test('only the files of the package are kept', async () => {
    const scratch = await at.written(roads(121))
    await mkdir(join(scratch, 'spill'))
    await writeFile(join(scratch, 'notes.txt'), 'mine')
    const { hash } = await at.counts.adopt(scratch, null)
    const names = await readdir(join(at.published, hash))
    expect(names).toEqual(expect.arrayContaining(['datapackage.json', 'kept.json', 'spend.parquet']))
    expect(names.filter((name) => !/\.(parquet|json)$/.test(name))).toEqual([])
  })

  test('one that is served or ships stays; any other goes, with its state file', async () => {
    const [a, b] = [await at.kept(roads(121)), await at.kept(roads(122), { id: 'own.2' })]
    await at.counts.serve(a.hash)
    await expect(at.counts.remove(a.hash)).rejects.toThrow(InUse)
    await expect(at.counts.remove(at.hash)).rejects.toThrow(InUse)
    expect(await at.counts.remove('nothing')).toBeUndefined()
    expect(await at.counts.remove('own.2')).toEqual(b)
    expect(await at.counts.open(b.hash)).toBeUndefined()
    expect((await readdir(join(at.folder, 'var', 'counts'))).sort()).toEqual(
      [a.hash, at.hash].map((hash) => `${hash}.duckdb`).sort(),
    )
  })

  test('one served by another process stays, though this one has not looked', async () => {
    const { hash } = await at.kept(roads(121))
    const other = at.another()
    await other.start()
    await other.serve(hash)
    await expect(at.counts.remove(hash)).rejects.toThrow(InUse)
  })

  test('what was served before and is gone is not offered', async () => {
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    await at.counts.serve(at.hash)
    await at.counts.remove(hash)
    expect(await at.counts.before()).toBeNull()
  })
})

describe('lending', () => {
  test('by id and by hash; an id that several have is nobody’s, but the one served', async () => {
    const [a, b] = [await at.kept(roads(121)), await at.kept(roads(122))]
    expect(await roadsOf((await at.counts.open(a.hash))!)).toBe(121)
    expect(await at.counts.open('own.1')).toBeUndefined()
    await at.counts.serve(b.hash)
    expect(await roadsOf((await at.counts.open('own.1'))!)).toBe(122)
    expect(await at.counts.folder(a.hash)).toBe(join(at.published, a.hash))
    expect(await at.counts.folder('no')).toBeUndefined()
  })

  test('a count on loan answers though many others are asked for, it is switched and it is taken away', async () => {
    const counts = at.another({ open: 1 })
    await counts.start()
    const kept = []
    for (const pounds of [121, 122, 123, 124])
      kept.push(await at.kept(roads(pounds), { id: `own.${pounds}` }))
    const loan = (await counts.shelf.lend('own.121'))!
    for (const { id } of kept.slice(1)) (await counts.shelf.lend(id))!.release()
    await counts.serve('own.122')
    await counts.remove('own.121')
    expect(await roadsOf(loan.count)).toBe(121)
    loan.release()
    loan.release()
    await expect(roadsOf(loan.count)).rejects.toMatchObject({ failure: 'aborted' })
  })

  test('of those nobody has, no more stay open than are to', async () => {
    let now = Date.UTC(2026, 0, 1)
    const counts = at.another({ open: 1, now: () => new Date(now) })
    await counts.start()
    const hashes = []
    for (const pounds of [121, 122, 123]) hashes.push((await at.kept(roads(pounds))).hash)
    const lent = []
    for (const hash of hashes) {
      const loan = (await counts.shelf.lend(hash))!
      lent.push(loan.count)
      now += 1000
      loan.release()
    }
    await expect(roadsOf(lent[0]!)).rejects.toMatchObject({ failure: 'aborted' })
    await expect(roadsOf(lent[1]!)).rejects.toMatchObject({ failure: 'aborted' })
    expect(await roadsOf(lent[2]!)).toBe(123)
    expect(await roadsOf((await counts.open(hashes[0]!))!)).toBe(121)
    expect(await roadsOf(counts.shelf.current!)).toBe(120)
  })

  test('one that was served goes on answering for what has it without a loan', async () => {
    const before = current()
    const { hash } = await at.kept(roads(121))
    await at.counts.serve(hash)
    for (const pounds of [122, 123, 124, 125, 126])
      (await at.counts.shelf.lend((await at.kept(roads(pounds))).hash))!.release()
    expect(await roadsOf(before)).toBe(120)
  })
})

describe('sweeping', () => {
  test('what a dead process left goes, what a live one works at and what is kept stay', async () => {
    const { hash } = await at.kept(roads(121))
    const mine = await at.counts.scratch()
    const host = /\.new-\d+-([0-9a-f]{8})-/.exec(mine)![1]
    const dead = join(at.published, `.new-4194999-${host}-abc`)
    const elsewhere = join(at.published, '.new-1-00000000-abc')
    for (const folder of [dead, elsewhere]) await mkdir(folder)
    await writeFile(join(dead, 'spend.parquet'), 'half')
    const states = join(at.folder, 'var', 'counts')
    await writeFile(join(states, `${'b'.repeat(64)}.duckdb`), 'of no count')
    await writeFile(join(states, `${hash}.duckdb.77.new`), 'half built')
    await at.counts.sweep()
    expect((await readdir(at.published)).sort()).toEqual(
      [mine, elsewhere, hash].map((path) => path.split('/').at(-1)).sort(),
    )
    await at.counts.sweep(Date.now() + 25 * HOUR)
    expect((await readdir(at.published)).sort()).toEqual([mine.split('/').at(-1), hash].sort())
    expect((await readdir(states)).sort()).toEqual([hash, at.hash].map((one) => `${one}.duckdb`).sort())
    expect(await readFile(join(at.published, hash, 'kept.json'), 'utf8')).toContain(at.hash)
  })
})
