import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openCount } from '../../server/count/open.ts'
import { type PackageError, readPackage } from '../../server/count/read.ts'
import { type Row, TABLES, type Table, type TableName } from '../../server/count/schema.ts'
import { writePackage } from '../../server/count/write.ts'
import { ENGLAND, FIVE_PLACES, NORTH } from '../fixtures/five-places.ts'
import { ENGINE, META, type Tables, temporary } from '../fixtures/open-fixture.ts'
import { alter } from './alter.ts'

let home: Awaited<ReturnType<typeof temporary>>
beforeEach(async () => {
  home = await temporary()
})
afterEach(() => home.remove())

const write = (tables: Tables = FIVE_PLACES) => writePackage(home.folder, META, tables)
const spoiled = (line: object): Tables => ({
  ...FIVE_PLACES,
  spend: FIVE_PLACES.spend.map((row, index) => (index === 0 ? { ...row, ...line } : row)),
})
const faults = async () => {
  const error = await readPackage(home.folder, ENGINE).then(
    () => undefined,
    (thrown: PackageError) => thrown,
  )
  return error?.faults ?? []
}
const describeWith = async (
  change: (descriptor: Record<string, unknown> & { resources: never[] }) => void,
) => {
  const file = join(home.folder, 'datapackage.json')
  const descriptor = JSON.parse(await readFile(file, 'utf8'))
  change(descriptor)
  await writeFile(file, JSON.stringify(descriptor))
}

const without = (resources: { name: string }[], ...names: string[]) => {
  for (const name of names)
    resources.splice(
      resources.findIndex((one) => one.name === name),
      1,
    )
}

describe('writing', () => {
  test('the same rows in any order give the same bytes', async () => {
    const one = await write()
    const content = await readFile(join(home.folder, 'spend.parquet'))
    const other = await write({ ...FIVE_PLACES, spend: FIVE_PLACES.spend.toReversed() })
    expect(other).toEqual(one)
    expect(await readFile(join(home.folder, 'spend.parquet'))).toEqual(content)
  })

  test('pounds are kept to the last, lists and bridges whole', async () => {
    const amount = 2n ** 62n
    await write(spoiled({ amount }))
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const read = async (sql: string, name: string) =>
      (await connection.runAndReadAll(sql, { file: join(home.folder, name) })).getRowsJson()
    expect(
      await read("select amount, tags from read_parquet($file) where line = 'l01'", 'spend.parquet'),
    ).toEqual([[String(amount), ['schools']]])
    expect(
      await read("select bridge from read_parquet($file) where id = 'england'", 'control_total.parquet'),
    ).toEqual([[[{ label: 'Museum', amount: '20', source: 'cra', reason: 'Classification' }]]])
    instance.closeSync()
  })

  test('names every value that does not fit', async () => {
    const bad = { amount: 0.5, tags: 'schools', place: null, weight: Number.NaN, extra: 1 }
    const error = await write(spoiled(bad)).catch((thrown: Error) => thrown.message)
    expect(error).toContain('l01: no column extra')
    expect(error).toContain('l01: amount must be a 64-bit whole number, is 0.5')
    expect(error).toContain('l01: tags must be a list')
    expect(error).toContain('l01: place must be text')
    expect(error).toContain('l01: weight must be a finite number')
    await expect(write(spoiled({ line: 'l02' }))).rejects.toThrow('l02: key stands twice')
  })
})

describe('reading', () => {
  test('a whole package', async () => {
    const { hash } = await write()
    expect((await readPackage(home.folder, ENGINE)).hash).toBe(hash)
  })

  test('no package, and one that is not JSON', async () => {
    expect(await faults()).toEqual(['datapackage.json cannot be read (ENOENT)'])
    await writeFile(join(home.folder, 'datapackage.json'), '{')
    expect(await faults()).toEqual(['datapackage.json is not JSON'])
  })

  test.each(['/etc/passwd', '../spend.parquet', 'https://example.org/spend.parquet', 'a/b.parquet'])(
    'a path that leads out: %s',
    async (path) => {
      await write()
      await describeWith(({ resources }) => void Object.assign(resources[0]!, { path }))
      expect(await faults()).toEqual([expect.stringContaining('must be a plain file name')])
    },
  )

  test('a file changed, a file gone, a table missing, another version: all at once', async () => {
    await write()
    await writeFile(join(home.folder, 'spend.parquet'), 'changed')
    await describeWith(({ resources }) => {
      Object.assign(resources[1]!, { path: 'gone.parquet' })
      without(resources, 'missing')
    })
    expect(await faults()).toEqual([
      expect.stringContaining('table missing stands 0 times'),
      expect.stringContaining('spend.parquet is not the file that was compiled'),
      'gone.parquet cannot be read (ENOENT)',
    ])
    await describeWith((descriptor) => void Object.assign(descriptor, { version: '99', id: 'NOT AN ID' }))
    expect(await faults()).toHaveLength(2)
  })

  test('columns that are not of the table', async () => {
    await write()
    await describeWith(({ resources }) => {
      const known = resources as { name: string; path: string; hash: string; rows: number }[]
      const [spend, place] = ['spend', 'place'].map((name) => known.find((one) => one.name === name))
      Object.assign(spend!, { path: place!.path, hash: place!.hash })
    })
    const found = await faults()
    expect(found).toContain('place.parquet: no column line')
    expect(found).toContain('place.parquet: column code is not of this table')
  })

  test('a null where none may stand, in every table and column, and none where one may', async () => {
    await write()
    await alter(home.folder, 'spend', "amount: case line when 'l06' then null else amount end")
    expect(await faults()).toEqual(['spend.parquet: column amount must not be null (1 rows)'])
    const expected: string[] = []
    for (const { name, columns } of Object.values<Table>(TABLES)) {
      if (FIVE_PLACES[name as TableName].length === 0) continue
      const all = columns.map((column) => `${column.name}: null::${column.type}`)
      const rows = await alter(home.folder, name, ...all)
      for (const column of columns.filter(({ nullable }) => !nullable))
        expected.push(`${name}.parquet: column ${column.name} must not be null (${rows} rows)`)
    }
    expect(expected).toContain('spend.parquet: column tags must not be null (23 rows)')
    expect((await faults()).toSorted()).toEqual(expected.toSorted())
  })

  test('a link instead of a file is read as what it is', async () => {
    await write()
    await symlink('/etc/hostname', join(home.folder, 'link.parquet'))
    await describeWith(({ resources }) => void Object.assign(resources[0]!, { path: 'link.parquet' }))
    expect(await faults()).toEqual([expect.stringContaining('is not the file that was compiled')])
  })
})

describe('opening', () => {
  const open = () => openCount(home.folder, join(home.folder, 'var'), ENGINE)

  test('names what points at nothing', async () => {
    await write(spoiled({ place: 'E99999999', agency: 'nobody', economic: 'gift', tags: ['novel'] }))
    await expect(open()).rejects.toMatchObject({
      faults: [
        'spend: agency nobody is not known (1 rows)',
        'spend: economic gift is not known (1 rows)',
        'spend: place E99999999 is not known (1 rows)',
        'spend: tag novel is not known (1 rows)',
      ],
    })
  })

  test.each([
    [{ year: '2031-32' }, 'spend: year 2031-32 is not known (1 rows)'],
    [
      { place: NORTH },
      'spend: place E12000001 is of tier region, and a line is of an upper one or not-placed (1 rows)',
    ],
    [
      { place: ENGLAND },
      'spend: place E92000001 is of tier country, and a line is of an upper one or not-placed (1 rows)',
    ],
  ])('names a line that no question would count: %j', async (line, fault) => {
    await write(spoiled(line))
    await expect(open()).rejects.toMatchObject({ faults: [fault] })
  })

  test('names a null in a list', async () => {
    await write()
    await alter(home.folder, 'spend', "tags: case line when 'l06' then [null] else tags end")
    await expect(open()).rejects.toMatchObject({ faults: ['spend: tag null is not known (1 rows)'] })
  })

  test('names lines that no rule of local control fits', async () => {
    const rules = FIVE_PLACES.control_rule.filter(({ id }) => id !== 'the-rest')
    await write({ ...FIVE_PLACES, control_rule: rules })
    await expect(open()).rejects.toThrow('no rule of local control fits line l17 (nda, site)')
  })

  test('a package from before published counts and editions opens, and has none', async () => {
    await write()
    await describeWith(({ resources }) => without(resources, 'published_count', 'edition'))
    const { catalogue, engine } = await open()
    expect(catalogue).toMatchObject({ publishedCounts: [], editions: [] })
    expect(catalogue.controlTotals).not.toEqual([])
    engine.close()
  })

  test('names what published counts and editions point at in vain', async () => {
    const change = (rows: readonly Row[], row: Row) =>
      rows.map((one, at) => (at === 0 ? { ...one, ...row } : one))
    await write({
      ...FIVE_PLACES,
      published_count: change(FIVE_PLACES.published_count, {
        places: ['set:nowhere'],
        our_scope: ['novel'],
        our_filter: 'year=2017-18',
        ratio: 0.5,
      }),
      edition: change(FIVE_PLACES.edition, { compared: 'nothing' }),
    })
    await expect(open()).rejects.toMatchObject({
      faults: [
        'edition 2017-18 total england: source nothing is not known',
        'published_count alpha-total: filter year=2017-18 is not known',
        'published_count alpha-total: needs either an amount or a ratio',
        'published_count alpha-total: place set:nowhere is not known',
        'published_count alpha-total: scope tag novel is not known',
      ],
    })
  })
})
