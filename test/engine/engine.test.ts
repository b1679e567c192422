import { copyFile, mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { buildState, stateFile } from '../../server/count/build.ts'
import { openCount } from '../../server/count/open.ts'
import { readPackage } from '../../server/count/read.ts'
import { Engine, QueryError } from '../../server/engine/engine.ts'
import { QUERIES } from '../../server/engine/queries.ts'
import { ENGINE, openFixture } from '../fixtures/open-fixture.ts'

let fixture: Awaited<ReturnType<typeof openFixture>>
const queries = QUERIES as Map<string, string>
beforeAll(async () => {
  fixture = await openFixture()
})
afterEach(() => void queries.delete('trial'))
afterAll(() => fixture.close())

const trial = (engine: Engine, sql: string, signal?: AbortSignal) => {
  queries.set('trial', sql)
  return engine.ask('trial', {}, signal)
}
const file = () => stateFile(join(fixture.folder, 'var'), fixture.count.hash)
const open = (more = {}) => Engine.open(file(), { ...ENGINE, ...more })

describe('a state file opened', () => {
  test.each([
    "copy line to '/tmp/total-place-stolen.csv'",
    "attach '/tmp/total-place-other.duckdb'",
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from glob('/*')",
    'create table stolen as from line',
    "insert into state values ('a', 'b')",
    'drop table line',
    "set memory_limit = '9GB'",
    'set enable_external_access = true',
    'install httpfs',
    'load httpfs',
    'select 1; select 2',
  ])('refuses %s', async (sql) => {
    const engine = await open()
    await expect(trial(engine, sql)).rejects.toThrow(QueryError)
    expect((await engine.ask('state-version')).rows).toBe(1)
    engine.close()
  })

  const ENDLESS = 'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range % 7 = 3'

  test('is interrupted when time runs out, and goes on', async () => {
    const engine = await open({ timeoutMs: 100 })
    await expect(trial(engine, ENDLESS)).rejects.toMatchObject({ query: 'trial', failure: 'timeout' })
    expect((await engine.ask('years')).rows).toBe(2)
    engine.close()
  })

  test('is interrupted when the asker hangs up', async () => {
    const engine = await open()
    await expect(trial(engine, ENDLESS, AbortSignal.timeout(100))).rejects.toMatchObject({
      failure: 'aborted',
    })
    engine.close()
  })

  test('runs out of memory without falling over', async () => {
    const engine = await open({ memoryLimit: '20MB' })
    await expect(trial(engine, 'select list(range) from range(20000000)')).rejects.toMatchObject({
      failure: 'memory',
    })
    expect((await engine.ask('years')).rows).toBe(2)
    engine.close()
  })

  test('answers more questions at once than it has connections', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => fixture.count.engine.ask('years')))
    expect(answers.every(({ rows }) => rows === 2)).toBe(true)
  })

  test('refuses a number that JavaScript cannot hold', async () => {
    await expect(trial(fixture.count.engine, 'select 9007199254740993 as pounds')).rejects.toThrow(
      'beyond 2^53',
    )
  })
})

describe('building', () => {
  const again = () => openCount(join(fixture.folder, 'count'), join(fixture.folder, 'var'), ENGINE)

  test('leaves one file, used again as it is', async () => {
    expect(await readdir(join(fixture.folder, 'var', 'counts'))).toEqual([`${fixture.count.hash}.duckdb`])
    const count = await again()
    expect(count.hash).toBe(fixture.count.hash)
    count.engine.close()
  })

  test.each([
    ['is not a database', () => writeFile(file(), 'not a database')],
    [
      'was built by another version',
      async () => {
        const { DuckDBInstance } = await import('@duckdb/node-api')
        const other = join(fixture.folder, 'other.duckdb')
        const instance = await DuckDBInstance.create(other)
        const connection = await instance.connect()
        await connection.run("create table state as select 'old' as version, 'old' as hash")
        connection.closeSync()
        instance.closeSync()
        await copyFile(other, file())
      },
    ],
  ])('starts afresh where the file %s', async (_, spoil) => {
    const { folder } = fixture
    fixture.count.engine.close()
    await spoil()
    const count = await again()
    expect((await count.engine.ask('years')).rows).toBe(2)
    fixture = { ...fixture, folder, count, close: async () => count.engine.close() }
  })
})

test('what a killed process left half built is taken away, what another is building is not', async () => {
  const counts = join(fixture.folder, 'killed', 'counts')
  await mkdir(counts, { recursive: true })
  for (const name of ['a.duckdb.1.new', 'a.duckdb.1.new.wal', 'b.duckdb.2.new', 'kept.duckdb'])
    await writeFile(join(counts, name), 'half')
  const long = new Date(Date.now() - 3_600_000)
  for (const name of ['a.duckdb.1.new', 'a.duckdb.1.new.wal', 'kept.duckdb'])
    await utimes(join(counts, name), long, long)
  await buildState(
    await readPackage(join(fixture.folder, 'count'), ENGINE),
    join(counts, 'made.duckdb'),
    ENGINE,
  )
  expect((await readdir(counts)).sort()).toEqual(['b.duckdb.2.new', 'kept.duckdb', 'made.duckdb'])
})
