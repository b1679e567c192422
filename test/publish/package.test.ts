import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Count } from '../../server/count/open.ts'
import { readPackage } from '../../server/count/read.ts'
import { TABLES } from '../../server/count/schema.ts'
import { mappingSchema } from '../../server/intake/mapping.ts'
import { ALPHA, DELTA, EPSILON, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { ENGINE } from '../fixtures/open-fixture.ts'
import { file, type OpenedPublish, openPublish, type Sent, TOLD } from './opened.ts'
import { rowsIn } from './rows.ts'

/**
 * Pounds, 2017-18: see plan.test.ts. NHS 314.90 in Alpha in place of 300, courts 20.40 in Gamma in place of 15,
 * culture 100.00 of the South placed by persons. 435.30 is £435: the floors come to 434, and the pound over goes
 * to the 60 pence of surgery.
 */
const ROWS: Sent[] = [
  { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '200.20' },
  { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Surgery', amount: '110.40' },
  { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'Wards', amount: '4.30' },
  { place: GAMMA, agency: 'moj', fn: 'Law courts', service: 'Courts', amount: '20.40' },
  { place: SOUTH, agency: 'dcms', fn: 'Culture', service: 'Galleries', amount: '100.00' },
]
const PLACED = { placing: [{ place: SOUTH, agency: 'dcms', year: '2017-18', driver: 'people' }] }
const CONTENT = file(ROWS)
const SHA = createHash('sha256').update(CONTENT).digest('hex')
const SOURCE = `own-${SHA.slice(0, 8)}`

let open: OpenedPublish
let made: Count
let folder: string
beforeAll(async () => {
  open = await openPublish()
  const totals = [{ label: 'As minuted', pounds: 430 }]
  made = await open.publish(await open.bring(CONTENT), { ...PLACED, totals }, { acceptDifferences: true })
  folder = (await open.counts.folder(made.hash))!
})
afterAll(() => open.close())

test('the lines go back to their rows, and take who decides, holds and influences from lines like them', async () => {
  const lines = await rowsIn(folder, 'spend')
  const own = lines.filter(({ source }) => source === SOURCE)
  expect(
    own.map(({ line, place, amount, source_row, basis, grade, rule }) => [
      line,
      place,
      amount,
      source_row,
      basis,
      grade,
      rule,
    ]),
  ).toEqual([
    [`${SOURCE}-1-2`, ALPHA, 200, 2, 'recorded', 'A', 'own-recorded'],
    [`${SOURCE}-1-3`, ALPHA, 111, 3, 'recorded', 'A', 'own-recorded'],
    [`${SOURCE}-1-4`, ALPHA, 4, 4, 'recorded', 'A', 'own-recorded'],
    [`${SOURCE}-1-5`, GAMMA, 20, 5, 'recorded', 'A', 'own-recorded'],
    [`${SOURCE}-1-6-${GAMMA}`, GAMMA, 17, 6, 'shared_out', 'D', 'own-placed-people'],
    [`${SOURCE}-1-6-${EPSILON}`, EPSILON, 50, 6, 'shared_out', 'D', 'own-placed-people'],
    [`${SOURCE}-1-6-${DELTA}`, DELTA, 33, 6, 'shared_out', 'D', 'own-placed-people'],
  ])
  expect(own[0]).toMatchObject({
    function: '07.3',
    programme: 'Surgery',
    economic: 'current',
    measure: 'net',
    decides: 'local_board',
    holds: 'local_board',
    influences: 'place',
    finance: 'own',
    tags: [],
    driver: null,
    whole: null,
    source_file: 'ledger.csv',
    source_column: 9,
  })
  expect(own[4]).toMatchObject({ driver: 'people', weight: 1000, whole: 100, influences: 'place' })
  expect(lines).toHaveLength(23 - 2 + 7)
})

test('what gave way stands in the count, line by line', async () => {
  expect(await rowsIn(folder, 'replaced')).toMatchObject([
    {
      line: 'l04',
      place: ALPHA,
      agency: 'nhs',
      amount: 300,
      basis: 'shared_out',
      driver: 'need',
      source: 'cra',
    },
    { line: 'l18', place: GAMMA, agency: 'moj', amount: 15, grade: 'D' },
  ])
  expect(made.catalogue.amendments).toEqual([
    {
      id: expect.stringMatching(/^own-[0-9a-f]{8}$/),
      title: TOLD.title,
      publisher: TOLD.publisher,
      made: '2026-02-03',
      base: open.count.hash,
      years: ['2017-18'],
      places: 4,
      added: { lines: 7, pounds: 435 },
      replaced: { lines: 2, pounds: 315 },
      budget: { lines: 0, pounds: 0 },
    },
  ])
})

test('the file is a source, and how its figures were placed a rule', () => {
  expect(made.catalogue.sources.find(({ id }) => id === SOURCE)).toMatchObject({
    title: TOLD.title,
    publisher: TOLD.publisher,
    sha256: SHA,
    file: 'ledger.csv',
    licence: 'Not stated',
    retrieved: expect.stringMatching(/^Imported on 2026-02-03, receipt [0-9a-f]{64}$/),
  })
  expect(made.catalogue.rules.map(({ id }) => id)).toEqual([
    'council',
    'own-placed-people',
    'own-recorded',
    'share',
  ])
})

test('published totals move by their part, a line says so, and what was not explained stays', () => {
  const totals = new Map(made.catalogue.controlTotals.map((total) => [`${total.kind} ${total.id}`, total]))
  const label = 'Own figures in place of shared-out ones: Ledgers of 2017'
  expect(totals.get('total england')).toMatchObject({
    compiled: 5146 + 120,
    difference: 20 + 120,
    status: 'bridged',
    unexplained: 0,
    bridge: [{ amount: 20 }, { label, amount: 120, source: SOURCE }],
  })
  expect(totals.get('region E12000001')).toMatchObject({
    compiled: 2730 + 15,
    status: 'bridged',
    bridge: [{ amount: 15 }],
  })
  expect(totals.get(`region ${SOUTH}`)).toMatchObject({
    compiled: 2391 + 105,
    unexplained: -9,
    status: 'unexplained',
  })
  expect(totals.get('function 09')).toMatchObject({ compiled: 900, status: 'equal', bridge: [] })
  const own = [...totals.values()].filter(({ kind }) => kind === 'own')
  expect(own).toMatchObject([
    {
      covers: 'As minuted',
      year: '2017-18',
      published: 430,
      compiled: 435,
      unexplained: 5,
      status: 'unexplained',
      source: SOURCE,
    },
  ])
})

test('the count is named after the one it was made from, and the tables nothing changed in are the same bytes', async () => {
  expect([made.id, made.title, made.compiled]).toEqual([
    expect.stringMatching(/^five-places\.1-[0-9a-f]{6}$/),
    'Five places with Ledgers of 2017',
    '2026-02-03',
  ])
  const { descriptor } = await readPackage(folder, ENGINE)
  const before = await readPackage(join(open.folder, 'count'), ENGINE)
  const changed = descriptor.resources
    .filter(({ name, hash }) => hash !== before.descriptor.resources.find((one) => one.name === name)?.hash)
    .map(({ name }) => name)
  expect(changed).toEqual(['spend', 'rule', 'source', 'control_total', 'amendment', 'replaced'])
  expect((await readdir(folder)).sort()).toEqual(
    ['datapackage.json', 'kept.json', ...Object.keys(TABLES).map((name) => `${name}.parquet`)].sort(),
  )
})

test('the same import, plan, titles and day give the same bytes', async () => {
  await open.counts.serve(open.count.hash)
  const again = await openPublish()
  try {
    const totals = [{ label: 'As minuted', pounds: 430 }]
    const other = await again.publish(
      await again.bring(CONTENT),
      { ...PLACED, totals },
      { acceptDifferences: true },
    )
    expect(other.hash).toBe(made.hash)
    const there = (await again.counts.folder(other.hash))!
    for (const name of await readdir(folder))
      if (name !== 'kept.json')
        expect(
          `${name} ${(await readFile(join(there, name))).equals(await readFile(join(folder, name)))}`,
        ).toBe(`${name} true`)
  } finally {
    await again.close()
  }
})

test('published upon what was published: both stand, the earlier one as it was', async () => {
  await open.counts.serve(made.hash)
  const second = file([
    { place: ALPHA, agency: 'nhs', service: 'All', economic: 'capital', amount: '1000.49' },
    { place: DELTA, agency: 'moj', service: 'Fines', year: '2019-20', amount: '-60' },
  ])
  const id = await open.bring({ 'more.csv': second })
  const both = await open.publish(id, {}, { title: 'More' })
  expect([both.id, both.title]).toEqual([
    expect.stringMatching(/^five-places\.2-/),
    'Five places with Ledgers of 2017 and More',
  ])
  expect(both.catalogue.amendments.map(({ title, base }) => [title, base])).toEqual([
    [TOLD.title, open.count.hash],
    ['More', made.hash],
  ])
  const there = (await open.counts.folder(both.hash))!
  expect((await rowsIn(there, 'replaced')).map(({ line }) => line)).toEqual(['l04', 'l18'])
  expect(both.catalogue.years).toEqual(['2016-17', '2017-18', '2019-20'])
  expect(both.catalogue.financialYears.at(-1)).toMatchObject({
    coverage: 'recorded',
    note: expect.stringMatching(/More/),
  })
  expect(both.catalogue.latest).toBe('2017-18')
  const lines = (await rowsIn(there, 'spend')).filter(({ source_file }) => source_file === 'more.csv')
  expect(lines).toMatchObject([
    { amount: 1000, function: 'not-stated', economic: 'capital', tags: ['capital'], decides: 'local_board' },
    { amount: -60, function: 'not-stated', decides: 'national', holds: 'national' },
  ])
  expect(both.catalogue.functions.find(({ code }) => code === 'not-stated')).toMatchObject({
    name: 'Function not stated',
  })
  const { hindrances } = await open.planned(id, {}, ({ reply }) => reply, both)
  expect(hindrances.map(({ where }) => where)).toEqual(['files.more.csv', 'groups'])
})

test('amounts across several columns are lines of their own, each of its cell', async () => {
  await open.counts.serve(open.count.hash)
  const columns = ['Place', 'Agency', 'Year', 'Surgery', 'Wards']
  const meanings = ['place', 'agency', 'year', 'amount', 'amount'] as const
  const mapping = mappingSchema.parse({
    columns: columns.map((header, at) => ({
      header,
      meaning: meanings[at]!,
      ...(meanings[at] === 'amount' ? { says: { programme: header } } : {}),
    })),
  })
  const content = `${columns.join(',')}\n${ALPHA},nhs,2017-18,310.60,4.30\n${GAMMA},nhs,2017-18,7.20,1.00\n`
  const across = await open.publish(await open.bring({ 'across.csv': content }, 0, mapping))
  const lines = await rowsIn((await open.counts.folder(across.hash))!, 'spend')
  const own = lines.filter(({ source_file }) => source_file === 'across.csv')
  const source = own[0]!.source
  expect(
    own.map(({ line, place, programme, amount, source_row, source_column }) => [
      ...[line, place, programme, amount, source_row, source_column],
    ]),
  ).toEqual([
    [`${source}-1-2-4`, ALPHA, 'Surgery', 311, 2, 4],
    [`${source}-1-2-5`, ALPHA, 'Wards', 4, 2, 5],
    [`${source}-1-3-4`, GAMMA, 'Surgery', 7, 3, 4],
    [`${source}-1-3-5`, GAMMA, 'Wards', 1, 3, 5],
  ])
})
