import { mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { QUERIES } from '../../server/engine/queries.ts'
import { Store } from '../../server/engine/store.ts'
import { libraryFile } from '../../server/library/file.ts'
import type { Library } from '../../server/library/library.ts'
import { FORMS } from '../../server/library/migrate.ts'
import { temporary } from '../fixtures/open-fixture.ts'
import { draft, libraryIn } from './opened.ts'

const STORE = { memoryLimit: '64MB', timeoutMs: 5000, checkpointAt: '1MB' }
const queries = QUERIES as Map<string, string>

let state: Awaited<ReturnType<typeof temporary>>
let library: Library
beforeEach(async () => {
  state = await temporary()
  library = libraryIn(state.folder)
})
afterEach(async () => {
  await library.close()
  await state.remove()
})

describe('what is kept', () => {
  test('an item as it was begun', async () => {
    const count = { id: 'england', hash: 'ab12' }
    const made = await library.create(
      'scenario',
      draft(
        { a: [1, null] },
        { name: 'Øre & ørne 🦅', note: 'first', places: ['E1', 'E2'], count, result: { x: 1 } },
      ),
    )
    expect(made).toEqual({
      id: 'a00000000000',
      kind: 'scenario',
      name: 'Øre & ørne 🦅',
      note: 'first',
      version: 1,
      versions: 1,
      created: '2026-01-01T00:00:01.000Z',
      updated: '2026-01-01T00:00:01.000Z',
      deleted: false,
      places: ['E1', 'E2'],
      count,
      current: {
        id: 'a00000000000',
        kind: 'scenario',
        name: 'Øre & ørne 🦅',
        note: 'first',
        version: 1,
        saved: '2026-01-01T00:00:01.000Z',
        software: '1.2.3',
        count,
        result: { x: 1 },
        document: { a: [1, null] },
      },
    })
    expect(await library.read('scenario', made.id)).toEqual(made)
  })

  test('every version, the newest first, each as it was', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    await library.save('set', id, 1, ({ name }) => draft({ n: 2 }, { name, note: 'second', places: ['E1'] }))
    const third = await library.save('set', id, 2, () => draft({ n: 3 }, { name: 'Renamed' }))
    expect(third).toMatchObject({ version: 3, versions: 3, name: 'Renamed', note: '', places: [] })
    expect(third!.created < third!.updated).toBe(true)
    const versions = await library.versions('set', id)
    expect(versions.map(({ version, name, note }) => [version, name, note])).toEqual([
      [3, 'Renamed', ''],
      [2, 'A name', 'second'],
      [1, 'A name', ''],
    ])
    expect(versions[0]).not.toHaveProperty('document')
    expect((await library.version('set', id, 1))!.document).toEqual({ n: 1 })
    expect(await library.version('set', id, 4)).toBeUndefined()
  })

  test('kinds apart, the latest saved first', async () => {
    const first = await library.create('set', draft(1))
    const second = await library.create('set', draft(2))
    await library.create('definition', draft(3))
    const ids = async () => (await library.list('set')).map(({ id }) => id)
    expect(await ids()).toEqual([second.id, first.id])
    await library.save('set', first.id, 1, () => draft(4))
    expect(await ids()).toEqual([first.id, second.id])
    expect(await library.read('definition', first.id)).toBeUndefined()
    expect(await library.versions('definition', first.id)).toEqual([])
  })

  test('a deletion is a mark that can be taken back', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await library.mark('set', id, true)).toMatchObject({ deleted: true, version: 1 })
      expect(await library.mark('set', id, true)).toMatchObject({ deleted: true })
      expect(await library.list('set')).toEqual([])
      expect(await library.list('set', true)).toHaveLength(1)
      await expect(library.save('set', id, 1, () => draft(2))).rejects.toMatchObject({ why: 'deleted' })
      expect(await library.mark('set', id, false)).toMatchObject({
        deleted: false,
        current: { document: { n: 1 } },
      })
      expect(await library.list('set', true)).toEqual([])
    }
    expect(await library.mark('set', 'nobody', true)).toBeUndefined()
  })

  test('of two saves on one version the second is told of the first', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    const saves = await Promise.allSettled(
      ['a', 'b', 'c'].map((note) => library.save('set', id, 1, () => draft({}, { note }))),
    )
    expect(saves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((saves[1] as PromiseRejectedResult).reason).toMatchObject({
      name: 'Conflict',
      why: 'behind',
      latest: { version: 2, note: 'a' },
    })
    expect((await library.read('set', id))!.versions).toBe(2)
  })

  test('a save that fails half way leaves nothing', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    const fails = library.save('set', id, 1, () => {
      throw new Error('no draft')
    })
    await expect(fails).rejects.toThrow('no draft')
    expect(await library.versions('set', id)).toHaveLength(1)
    await expect(library.create('set', draft(1n))).rejects.toThrow('BigInt')
    expect(await library.list('set')).toHaveLength(1)
  })

  test('hostile names and keys as they are', async () => {
    const name = `'; drop table item; --`
    const document = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "\\u0000": "\\ud800"}')
    const { id } = await library.create('scenario', draft(document, { name, note: '$1 $id ?' }))
    const { current } = (await library.read('scenario', id))!
    expect(current).toMatchObject({ name, note: '$1 $id ?' })
    expect(JSON.stringify(current.document)).toBe(JSON.stringify(document))
    expect(Object.hasOwn(current.document as object, '__proto__')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(await library.read('scenario', "' or 1=1 --")).toBeUndefined()
  })

  test('what another opening of the file finds', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    await library.close()
    await expect(library.list('set')).rejects.toMatchObject({ reason: 'closed' })
    expect(await readdir(state.folder)).toEqual(['library.duckdb'])
    library = libraryIn(state.folder)
    expect(await library.read('set', id)).toMatchObject({ current: { document: { n: 1 } } })
  })
})

type Step = {
  do: 'create' | 'save' | 'stale' | 'delete' | 'restore' | 'reopen'
  at: number
  document: unknown
}

test('any sequence of work leaves versions 1 to n unbroken and documents as they were', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    do: fc.constantFrom('create', 'save', 'save', 'stale', 'delete', 'restore', 'reopen'),
    at: fc.nat(20),
    document: fc.jsonValue({ stringUnit: 'binary' }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { folder, remove } = await temporary()
      let kept = libraryIn(folder)
      let more = 0
      const id = () => `b${String(more++).padStart(11, '0')}`
      const model: { id: string; documents: string[]; deleted: boolean }[] = []
      try {
        kept = libraryIn(folder, { id })
        for (const { do: what, at, document } of steps) {
          const one = model[at % Math.max(1, model.length)]
          const text = JSON.stringify(document)
          if (what === 'create') {
            const made = await kept.create('scenario', draft(document))
            model.push({ id: made.id, documents: [text], deleted: false })
          } else if (what === 'reopen') {
            await kept.close()
            kept = libraryIn(folder, { id })
          } else if (one && what === 'delete')
            one.deleted = (await kept.mark('scenario', one.id, true))!.deleted
          else if (one && what === 'restore')
            one.deleted = (await kept.mark('scenario', one.id, false))!.deleted
          else if (one) {
            const base = one.documents.length - (what === 'stale' ? 1 : 0)
            const saved = await kept.save('scenario', one.id, base, () => draft(document)).catch((e) => e)
            if (what === 'stale' || one.deleted) expect(saved).toMatchObject({ name: 'Conflict' })
            else one.documents.push(text)
          }
        }
        expect((await kept.list('scenario')).length).toBe(model.filter(({ deleted }) => !deleted).length)
        for (const { id, documents, deleted } of model) {
          const found = await kept.read('scenario', id)
          expect(found).toMatchObject({ deleted, version: documents.length, versions: documents.length })
          const versions = (await kept.versions('scenario', id)).map(({ version }) => version)
          expect(versions).toEqual(documents.map((_, place) => documents.length - place))
          for (const [place, text] of documents.entries())
            expect(JSON.stringify((await kept.version('scenario', id, place + 1))!.document)).toBe(text)
        }
      } finally {
        await kept.close()
        await remove()
      }
    }),
    { numRuns: 12 },
  )
})

describe('the file', () => {
  const file = () => libraryFile(state.folder)

  test.each([
    ['nothing', ''],
    ['another thing', 'not a database '.repeat(5000)],
  ])('that holds %s is refused, left as it is, and opened once mended', async (_, text) => {
    await writeFile(file(), text)
    await expect(library.list('set')).rejects.toMatchObject({
      reason: 'broken',
      message: expect.stringMatching(/Move library\.duckdb and library\.duckdb\.wal out of the state folder/),
    })
    await expect(library.create('set', draft(1))).rejects.not.toThrow(state.folder)
    expect(await readFile(file(), 'utf8')).toBe(text)
    await rm(file())
    expect(await library.list('set')).toEqual([])
  })

  test('cut short is refused and left as it is', async () => {
    await library.create('set', draft(1))
    await library.close()
    const before = (await readFile(file())).subarray(0, 20_000)
    await truncate(file(), 20_000)
    library = libraryIn(state.folder)
    await expect(library.list('set')).rejects.toMatchObject({ reason: 'broken' })
    expect((await readFile(file())).equals(before)).toBe(true)
  })

  test('whose log stands alone is refused', async () => {
    await writeFile(`${file()}.wal`, 'left')
    await expect(library.list('set')).rejects.toMatchObject({ reason: 'broken' })
    expect(await readdir(state.folder)).toEqual(['library.duckdb.wal'])
  })

  test('that is a database of something else is refused and left', async () => {
    queries.set('trial', 'create table spend as select 1 as pounds')
    const other = await Store.open(file(), STORE)
    await other.transaction(({ script }) => script('trial'))
    await other.close()
    await expect(library.list('set')).rejects.toMatchObject({ reason: 'broken' })
    queries.delete('trial')
  })

  test('that cannot be made is told as such', async () => {
    await writeFile(join(state.folder, 'taken'), '')
    library = libraryIn(join(state.folder, 'taken', 'var'))
    await expect(library.list('set')).rejects.toMatchObject({ reason: 'unwritable' })
  })

  test('is not opened twice by one process', async () => {
    await library.open()
    const second = libraryIn(state.folder)
    await expect(second.list('set')).rejects.toMatchObject({ reason: 'in-use' })
    await library.close()
    expect(await second.list('set')).toEqual([])
    await second.close()
  })

  test('is opened anew after a failure of the database', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    const sql = queries.get('library-versions')!
    queries.set('library-versions', 'select no_such_column from item')
    const asked = ['a', 'b'].map(() => library.versions('set', id))
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: { name: 'LibraryUnavailable' } })
    queries.set('library-versions', sql)
    expect(await library.versions('set', id)).toHaveLength(1)
  })

  test('of an older form is brought up to this one, once', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    await library.close()
    queries.set('library-trial', 'alter table item add column colour varchar; update item set colour = kind')
    queries.set('trial', 'select colour, (select count(*) from library) as forms from item')
    library = libraryIn(state.folder, { forms: [...FORMS, 'library-trial'] })
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await library.read('set', id)).toMatchObject({ current: { document: { n: 1 } } })
      await library.close()
      const store = await Store.open(file(), STORE)
      expect(await store.transaction(({ ask }) => ask('trial'))).toEqual([{ colour: 'set', forms: 2 }])
      await store.close()
      library = libraryIn(state.folder, { forms: [...FORMS, 'library-trial'] })
    }
    queries.delete('library-trial')
    queries.delete('trial')
    await library.close()
    library = libraryIn(state.folder)
    await expect(library.list('set')).rejects.toMatchObject({
      reason: 'newer',
      message: expect.stringContaining('made by a newer Total Place'),
    })
  })

  test('a step to a newer form that fails leaves the older one', async () => {
    const { id } = await library.create('set', draft({ n: 1 }))
    await library.close()
    queries.set('library-trial', 'alter table item add column colour varchar; select * from nowhere')
    library = libraryIn(state.folder, { forms: [...FORMS, 'library-trial'] })
    await expect(library.list('set')).rejects.toMatchObject({ name: 'LibraryUnavailable' })
    queries.delete('library-trial')
    library = libraryIn(state.folder)
    expect(await library.read('set', id)).toMatchObject({ current: { document: { n: 1 } } })
  })

  test('half made by a process long gone is cleared away', async () => {
    await mkdir(state.folder, { recursive: true })
    for (const name of ['library.duckdb.1.new', 'library.duckdb.1.new.wal', 'library.duckdb.2.new'])
      await writeFile(join(state.folder, name), '')
    for (const name of ['library.duckdb.1.new', 'library.duckdb.1.new.wal'])
      await utimes(join(state.folder, name), 0, 0)
    await library.open()
    expect(await readdir(state.folder)).not.toContain('library.duckdb.1.new')
    expect(await readdir(state.folder)).toContain('library.duckdb.2.new')
  })
})

describe('the database', () => {
  test.each([
    "copy item to '/tmp/total-place-stolen.csv'",
    "attach '/tmp/total-place-other.duckdb'",
    "select * from read_text('/etc/passwd')",
    "set memory_limit = '9GB'",
    'set enable_external_access = true',
    'install httpfs',
    'load httpfs',
  ])('refuses %s', async (sql) => {
    queries.set('trial', sql)
    const store = await Store.open(libraryFile(state.folder), STORE)
    await expect(store.transaction(({ script }) => script('trial'))).rejects.toThrow('queries/trial.sql')
    queries.set('trial', 'select 1 as one')
    expect(await store.transaction(({ ask }) => ask('trial'))).toEqual([{ one: 1 }])
    await store.close()
    queries.delete('trial')
  })

  test('stops what takes too long, undoes it and goes on', async () => {
    const store = await Store.open(libraryFile(state.folder), { ...STORE, timeoutMs: 100 })
    queries.set(
      'trial',
      'create table t as select 1; select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3',
    )
    await expect(store.transaction(({ script }) => script('trial'))).rejects.toMatchObject({
      failure: 'timeout',
    })
    expect(await store.transaction(({ ask }) => ask('library-tables'))).toEqual([])
    await store.close()
    queries.delete('trial')
  })
})
