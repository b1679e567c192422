import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rowsOf } from '../../server/engine/columns.ts'
import type { Parameters } from '../../server/engine/engine.ts'
import { QUERIES } from '../../server/engine/queries.ts'
import { Store } from '../../server/engine/store.ts'
import { Workbench } from '../../server/engine/workbench.ts'
import { libraryFile } from '../../server/library/file.ts'
import { openFixture, temporary } from '../fixtures/open-fixture.ts'
import { draft, libraryIn } from '../library/opened.ts'
import { ON_IMPORT } from '../publish/queries.ts'
import { promised } from './promised.ts'

let fixture: Awaited<ReturnType<typeof openFixture>>
beforeAll(async () => {
  fixture = await openFixture()
  const library = libraryIn(fixture.folder, { id: () => 'kept' })
  await library.create('set', draft({ members: [] }))
  await library.close()
})
afterAll(() => fixture.close())

const scope = { year: ['2017-18'], place: null, off: [] }
const none = {
  agency: null,
  sector: null,
  function: null,
  division: null,
  economic: null,
  basis: null,
  grade: null,
  class: null,
  source: null,
}
const asCounted = { kinds: [], classes: [] }
const anyWay = { decides: null, holds: null }
const PARAMETERS: Record<string, Parameters> = {
  spend: { by: ['place'], ...scope, ...none, ...asCounted },
  panel: scope,
  chain: scope,
  control: { ...scope, ...asCounted },
  devolution: { ...scope, ...asCounted, kinds_after: [], classes_after: [] },
  change: { by: 'place', before: '2016-17', after: '2017-18', place: null, off: [], ...asCounted },
  'lines-total': { ...scope, ...none, ...asCounted, ...anyWay, flow: ['own'] },
  lines: { ...scope, ...none, ...asCounted, ...anyWay, flow: ['own'], order: 'amount', limit: 10, offset: 0 },
  'comparator-parts': { year: '2017-18' },
  'publish-base': { places: ['E06000001'], years: ['2017-18'], sectors: ['nhs'] },
  'publish-weights': { places: ['E06000001'] },
  'publish-kindred': { sectors: ['nhs'] },
  amended: { amendment: null, places: null },
  replaced: { amendment: null, places: null },
}

const STORE = { memoryLimit: '64MB', timeoutMs: 5000, checkpointAt: '1MB' }

const SCRIPTS = [
  'intake-across',
  'intake-across-as-came',
  'state',
  'library-1',
  'intake-tables',
  'intake-judge',
  'intake-accept',
]
const made = '2026-01-01T00:00:00.000Z'
const ON_LIBRARY: Record<string, Parameters> = {
  'library-tables': {},
  'library-version': {},
  'library-migrated': { version: 2, software: '1.2.3', made },
  'library-items': { kind: 'set', id: null, deleted: false },
  'library-versions': { kind: 'set', id: 'kept' },
  'library-document': { kind: 'set', id: 'kept', version: null },
  'library-add-item': { id: 'new', kind: 'set', created: made },
  'library-add-version': {
    id: 'new',
    version: 1,
    name: '',
    note: '',
    places: [],
    count_id: null,
    count_hash: null,
    software: '1.2.3',
    document: '{}',
    result: null,
    saved: made,
  },
  'library-add-mark': { id: 'kept', deleted: true, made },
}
/** Questions about what is wrong, of which a whole count has nothing. */
const FAULTS = ['unclassed', 'optional-faults']
/** Tables that the five places have nothing in; test/publish asks them of a count that has. */
const BARE = ['publish-imports', ...FAULTS, 'amendments', 'amended', 'replaced', 'returns-replaced']
const ON_PACKAGE: Record<string, (folder: string) => Parameters> = {
  'package-faults': (folder) => ({ folder }),
  'package-columns': (folder) => ({ file: join(folder, 'spend.parquet') }),
  'publish-verify': (folder) => ({ file: join(folder, 'spend.parquet') }),
}
/** Questions of a stranger's rows, by the parameters they take. */
const ON_INTAKE: Record<string, Parameters> = {
  'intake-values': {},
  'intake-decimals': {},
  'intake-odd-amounts': {},
  'intake-load': {},
  'intake-load-across': {},
  'intake-fill': {
    part: 1,
    place: 'E1',
    agency: null,
    function: null,
    programme: null,
    year: null,
    economic: null,
    flow: null,
    phase: null,
    by_agency: false,
  },
  'intake-find-blank': {},
  'intake-blank': {},
  'intake-find-totals-across': {},
  'intake-load-as-came': {},
  'intake-find-named': {},
  'intake-find-amounts': {},
  'intake-find-marks': {},
  'intake-find-nested': {},
  'intake-find-totals': {},
  'intake-find-control-totals': {},
  'intake-find-duplicates': {},
  'intake-find-shares': {},
  'intake-find-people': {},
  'intake-find-mixtures': {},
  'intake-find-pooled': {},
  'intake-districts': {},
  'intake-county-payments': {},
  'publish-partly': {},
  'intake-add-finding': {
    severity: 'note',
    rule: 'x',
    part: 1,
    row: null,
    header: null,
    value: null,
    message: 'm',
    repair: null,
    rows: 1,
  },
  'intake-sums': {},
  'intake-accepted-sums': {},
  'intake-accepted-groups': {},
  'intake-rules': {},
  'intake-findings': {},
  'intake-findings-alike': { most: 5, first: 20 },
  'intake-rejected': {},
  'intake-rejected-as-came': {},
  'intake-parquet-size': {},
  'intake-parquet': {},
}
const questions = [...QUERIES].filter(([name]) => !SCRIPTS.includes(name) && !ON_IMPORT.includes(name))

describe.each(questions.filter(([name]) => !(name in ON_INTAKE)))('queries/%s.sql', (name, sql) => {
  test('opens with its question, parameters and result', () => {
    expect(sql).toMatch(new RegExp(`^-- ${name}: .+\\?\n-- parameters`))
    expect(promised(sql).length).toBeGreaterThan(0)
  })

  test('is one statement that gives the columns its header promises', async () => {
    const onPackage = name in ON_PACKAGE
    const instance = onPackage
      ? await DuckDBInstance.create(':memory:')
      : name in ON_LIBRARY
        ? await DuckDBInstance.create(libraryFile(fixture.folder))
        : await DuckDBInstance.create(join(fixture.folder, 'var', 'counts', `${fixture.count.hash}.duckdb`), {
            access_mode: 'READ_ONLY',
          })
    const connection = await instance.connect()
    expect((await connection.extractStatements(sql)).count).toBe(1)
    const statement = await connection.prepare(sql)
    const result = onPackage
      ? await connection.run(sql, ON_PACKAGE[name]!(join(fixture.folder, 'count')) as Record<string, string>)
      : undefined
    const columns = result
      ? result.columnNames().map((column, index) => `${column} ${result.columnType(index)}`)
      : Array.from(
          { length: statement.columnCount },
          (_, index) => `${statement.columnName(index)} ${statement.columnType(index)}`,
        )
    expect(columns.map((column) => column.replaceAll('"', ''))).toEqual(promised(sql))
    connection.closeSync()
    instance.closeSync()
  })

  test('runs on the five places', async () => {
    if (name in ON_PACKAGE) return
    if (name in ON_LIBRARY) {
      const store = await Store.open(libraryFile(fixture.folder), STORE)
      expect(await store.transaction(({ ask }) => ask(name, ON_LIBRARY[name]))).toHaveLength(
        name === 'library-tables' ? 4 : 1,
      )
      return store.close()
    }
    const { rows } = await fixture.count.engine.ask(name, PARAMETERS[name])
    expect(rows).toBeGreaterThan(BARE.includes(name) ? -1 : 0)
  })
})

describe.each(questions.filter(([name]) => name in ON_INTAKE))('queries/%s.sql', (name, sql) => {
  test('opens with its question, and gives the columns its header promises of four rows, one rejected', async () => {
    expect(sql).toMatch(new RegExp(`^-- ${name}: .+\\?\n-- parameters`))
    const { folder, remove } = await temporary()
    const bench = await Workbench.open(':memory:', { threads: 1, memoryLimit: '128MB', folder })
    try {
      await judgedRows(bench, folder)
      const file = join(fixture.folder, 'count', 'agency.parquet')
      const text = join(folder, 'rows.csv')
      const agencies = fixture.count.catalogue.agencies.length
      if (name === 'intake-rejected') {
        await writeFile(text, '1\n2\n')
        await bench.set('columns', { row: 'BIGINT' })
      }
      if (name.endsWith('-as-came')) {
        await writeFile(text, 'place,amount\nE1,n/a\n')
        await bench.set('columns', { place: 'VARCHAR', amount: 'VARCHAR' })
        await bench.set('skip', 1)
        await bench.set('shift', 0)
      }
      if (['intake-load-across', 'intake-blank', 'intake-find-blank'].includes(name)) {
        const cells = ['mark', 'place', 'a_7', 'x_beyond'].map((column) => [column, 'VARCHAR'] as const)
        await bench.set('columns', { row: 'BIGINT', ...Object.fromEntries(cells) })
        await bench.append('said', [[7, 'a_7', ...Array(8).fill(null), false]])
        await bench.script('intake-across')
      }
      expect((await bench.connection.extractStatements(sql)).count).toBe(1)
      const paths =
        name === 'intake-parquet' ? { file, text } : name === 'intake-parquet-size' ? { file } : undefined
      if (paths) {
        const also = join(file, '..')
        const open = await Workbench.open(':memory:', { threads: 1, memoryLimit: '128MB', folder, also })
        const [row] = await open.ask<Record<string, number>>(name, paths)
        expect(Object.keys(row!).map((column) => `${column} BIGINT`)).toEqual(promised(sql))
        expect(Object.values(row!)).toEqual([name === 'intake-parquet' ? agencies : agencies * 4])
        return open.close()
      }
      const statement = await bench.connection.prepare(sql)
      const columns = Array.from(
        { length: statement.columnCount },
        (_, index) => `${statement.columnName(index)} ${statement.columnType(index)}`,
      )
      expect(name === 'intake-rejected-as-came' ? columns.slice(0, 3) : columns).toEqual(promised(sql))
      expect((await bench.ask(name, ON_INTAKE[name])).length).toBeGreaterThan(0)
    } finally {
      bench.close()
      await remove()
    }
  })
})

/** Four rows judged: one of a district, one of its county, one of a district elsewhere, one whose amount is missing. */
async function judgedRows(bench: Workbench, folder: string): Promise<void> {
  const text = join(folder, 'rows.csv')
  await writeFile(text, '1,,E1,10.00,a\n2,,E1,n/a,b\n3,,E2,5.00,c\n4,,E3,7.00,d\n')
  await bench.script('intake-tables')
  const columns = { row: 'BIGINT', mark: 'VARCHAR', place: 'VARCHAR', amount: 'VARCHAR', x_beyond: 'VARCHAR' }
  const variables = {
    ...{
      part: 1,
      text,
      columns,
      delimiter: ',',
      parallel: false,
      plain: '[0-9.]+',
      comma: false,
      pence: 1,
      place: null,
    },
    ...{
      agency: 'a',
      function: null,
      programme: null,
      year: '2017-18',
      economic: null,
      flow: null,
      phase: null,
    },
  }
  for (const [name, value] of Object.entries(variables)) await bench.set(name, value)
  await bench.ask('intake-load')
  await bench.append('part', [[1, 'rows.csv', null, 1, 2]])
  const places = { E1: 'E06000001', E2: 'E06000001', E3: 'E06000002' }
  await bench.append(
    'resolved',
    Object.entries(places).map(([text, place]) => ['place', text, place, null, null, null, null]),
  )
  await bench.append('district', [
    ['E1', 'E07000008'],
    ['E3', 'E07000026'],
  ])
  await bench.append('partly', [['E10000003', 'a', '2017-18', 'current', 'outturn', 1, 5]])
  await bench.append('odd_amount', [['n/a', null, 'error', 'amount-missing', 'is missing', null]])
  await bench.script('intake-judge')
  await bench.ask('intake-find-amounts')
  await bench.script('intake-accept')
}

describe('figures worked out by hand', () => {
  const ask = async (name: string, parameters: Parameters) =>
    rowsOf<Record<string, number>>(await fixture.count.engine.ask(name, parameters))
  const spend = (parameters: Parameters) =>
    ask('spend', { by: [], ...scope, ...none, ...asCounted, ...parameters })

  test('the whole, its parts by basis and grade, and what is eliminated', async () => {
    expect(await spend({})).toMatchObject([
      { whole: false, amount: 5146, lines: 20 },
      {
        whole: true,
        amount: 5146,
        recorded: 2455,
        grade_a: 2455,
        grade_b: 2001,
        grade_c: 600,
        grade_d: 90,
        eliminated: 50,
        lines: 20,
      },
    ])
  })

  test.each([
    [
      'place',
      { E06000001: 1000, E06000003: 599, E06000005: 978, E08000004: 814, E10000002: 1730, 'not-placed': 25 },
    ],
    ['class', { 1: 340, 2: 2090, 4: 1000, 5: 25, 6: 1001, 7: 690 }],
    ['basis', { recorded: 2455, shared_out: 2691 }],
    ['economic', { capital: 720, current: 3175, transfer_to_people: 1251 }],
    ['sector', { central: 1716, council: 2430, nhs: 1000 }],
    ['division', { '03': 90, '04': 140, '05': 800, '06': 40, '07': 1000, '08': 25, '09': 900, '10': 2151 }],
    ['source', { cra: 2716, outturn: 2430 }],
  ])('by %s', async (key, expected) => {
    const rows = (await spend({ by: [key] })).filter(({ whole }) => !whole)
    expect(Object.fromEntries(rows.map((row) => [row[key], row.amount]))).toEqual(expected)
  })

  test.each([
    ['benefits', 5146 - 1251],
    ['schools', 5146 - 900],
    ['capital', 5146 - 720],
    ['sites', 5146 - 600],
    ['grade-d', 5146 - 90],
    ['pensions', 5146],
  ])('without %s', async (tag, amount) => {
    expect((await spend({ off: [tag] })).at(-1)).toMatchObject({ amount })
  })

  test('tags that overlap are left out once', async () => {
    expect((await spend({ off: ['capital', 'sites'] })).at(-1)).toMatchObject({ amount: 5146 - 720 })
  })

  test('two years by year', async () => {
    const rows = await spend({ by: ['year'], year: ['2016-17', '2017-18'] })
    expect(rows.map(({ year, amount }) => [year, amount])).toEqual([
      ['2016-17', 400],
      ['2017-18', 5146],
      [null, 5546],
    ])
  })

  test('nothing matched is null, not zero', async () => {
    expect(await spend({ agency: ['epsilon'] })).toMatchObject([{ whole: true, amount: null, lines: 0 }])
  })

  test('the classes of a place', async () => {
    expect(await ask('control', { ...scope, ...asCounted, place: ['E10000002'] })).toEqual([
      {
        place: 'E10000002',
        class_1: 90,
        class_2: 940,
        class_3: 0,
        class_4: 700,
        class_5: 0,
        class_6: 0,
        class_7: 0,
        recorded: 1030,
      },
    ])
  })

  test('a shared-out line carries weight, total of the right area and whole', async () => {
    const lines = { ...scope, ...none, ...asCounted, flow: ['own'], order: 'line', limit: 1000, offset: 0 }
    expect(await ask('lines', { ...lines, agency: ['moj'] })).toMatchObject([
      { line: 'l18', weight: 1000, driver_total: 6000, whole: 90, amount: 15, class: 7 },
      { line: 'l19', weight: 2000, driver_total: 6000, whole: 90, amount: 30, class: 7 },
      { line: 'l20', weight: 3000, driver_total: 6000, whole: 90, amount: 45, class: 7 },
    ])
    expect(
      await ask('lines-total', { ...scope, ...none, ...asCounted, flow: ['transfer_in', 'transfer_out'] }),
    ).toEqual([{ matched: 1, total: 50 }])
  })
})
