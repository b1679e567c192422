import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import request from 'supertest'
import { PICTURES } from '../../server/api/picture-of.ts'
import { zipOf } from '../../server/export/zip.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { parsed } from './boxes.ts'
import { bytesAt, type Cells, read } from './fetch.ts'
import { partsOf, sheetsOf } from './parts.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

const book = async (query: string) => read(await bytesAt(served.app, `/exports/place.xlsx${query}`))
const json = async (address: string) => (await request(served.app).get(`/api/v1${address}`)).body
const cover = ({ Cover }: Record<string, Cells>) => new Map(Cover!.map(([label, value]) => [label, value]))
const column = (sheet: Cells, title: string) => {
  const at = sheet[0]!.indexOf(title)
  return sheet.slice(1).map((row) => row[at])
}

const QUESTIONS = [
  '',
  '?places=E10000002',
  '?places=E06000001,E06000003&definition=councillors&scope=-schools',
  '?places=E06000005&prices=real:2016-17',
  '?places=E12000002&rules=function:09.1%3E1&named=Schools%20ours&measure=head',
]

describe.each(QUESTIONS)('the workbook of a place%s', (query) => {
  test('has the total of the API, however it is cut', async () => {
    const sheets = await book(query)
    const asked = query.replace(/&?(measure|definition|named)=[^&]*/g, '')
    const { total, population } = await json(`/spend${asked}`)
    const lines = cover(sheets)
    expect(lines.get('Total')).toBeCloseTo(total, 4)
    expect(lines.get('Population')).toBe(population ?? '[x]')
    const [, ...checks] = sheets.Checks!
    expect(checks.length).toBeGreaterThanOrEqual(4)
    for (const [, comes, less] of checks) {
      expect(comes).toBeCloseTo(total, 4)
      expect(less).toBe(0)
    }
  })

  test('has the share of the API, under the definition asked and under every other', async () => {
    const sheets = await book(query)
    const asked = query.replace(/&?measure=[^&]*/, '')
    const reply = await json(`/control${asked || '?'}${asked ? '&' : ''}together=true`)
    const lines = cover(sheets)
    expect(lines.get('Under local control')).toBeCloseTo(reply.data.numerator[0], 4)
    expect(lines.get('Share under local control')).toBeCloseTo(reply.data.share[0], 12)
    expect(lines.get('Definition of local control')).toContain(reply.definition.name)
    expect(column(sheets.Definitions!, 'Identifier').slice(0, reply.definitions.length)).toEqual(
      reply.definitions.map(({ id }: { id: string }) => id),
    )
    const spectrum = column(sheets.Spectrum!, 'Spending £').slice(0, 7)
    for (const [index, amount] of spectrum.entries())
      expect(amount).toBeCloseTo(reply.data[`class_${index + 1}`][0], 4)
  })

  test('is one table a sheet, every formula with its value, the same bytes twice', async () => {
    const bytes = await bytesAt(served.app, `/exports/place.xlsx${query}`)
    const parts = partsOf(bytes)
    const sheets = sheetsOf(bytes)
    for (const [index, xml] of sheets.entries()) {
      expect(xml).not.toContain('mergeCell')
      expect(xml.match(/<tablePart /g)?.length ?? 0).toBe(index === 0 ? 0 : 1)
      for (const [cell] of xml.matchAll(/<c [^>]*>(?:(?!<\/c>).)*<f>.*?<\/c>/g))
        expect(cell).toMatch(/<v>[^<]+<\/v>/)
    }
    const tables = [...parts]
      .filter(([name]) => /tables\/table\d+\.xml$/.test(name))
      .map(([, xml]) => /displayName="(\w+)"/.exec(xml)![1]!)
    const names = [...parts.get('xl/workbook.xml')!.matchAll(/<definedName name="(\w+)"/g)].map(
      ([, one]) => one!,
    )
    // Tables and names share one list in Excel, whatever their case.
    const all = [...tables, ...names].map((one) => one.toLowerCase())
    expect(tables).toHaveLength(sheets.length - 1)
    expect(names.length).toBeGreaterThan(3)
    expect(new Set(all).size).toBe(all.length)
    expect((await bytesAt(served.app, `/exports/place.xlsx${query}`)).equals(bytes)).toBe(true)
  })
})

test('the total, the share and pounds a head follow from cells, not from values typed in', async () => {
  const bytes = await bytesAt(served.app, '/exports/place.xlsx?places=E10000002')
  const [front] = sheetsOf(bytes)
  const formulas = [...front!.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)
  expect(formulas.map((formula) => formula!.replaceAll('&quot;', '"'))).toEqual(
    expect.arrayContaining([
      'SUM(Agencies[Amount £])',
      'total/population',
      'SUMIF(Spectrum[Counted as local],"yes",Spectrum[Spending £])',
      'local/total',
    ]),
  )
})

test('a set names its members, a single place has none to name', async () => {
  expect(column((await book('?places=E12000002')).Members!, 'Place name').length).toBeGreaterThan(1)
  expect((await book('?places=E10000002')).Members).toBeUndefined()
})

test('what is published for exactly this is reconciled; else it says so, and gives England', async () => {
  const england = await book('')
  expect(cover(england).get('Difference from the published total')).toContain('see sheet Reconciliation')
  const one = await book('?places=E10000002')
  expect(cover(one).get('Published total')).toContain('England as a whole')
  expect(one.Reconciliation).toEqual(england.Reconciliation)
})

test('returns not made are on a sheet of their own, and never zero', async () => {
  const sheets = await book('?places=E06000005')
  expect(cover(sheets).get('What is missing')).toContain('not made: see sheet Missing')
  expect(column(sheets.Missing!, 'GSS code')).toContain('E06000005')
})

describe('what stands beside a place', () => {
  // The count of five places knows no deprivation: the table leaves that out, and says by what it is.
  const KNOWN = 'features=population,density,older,younger'
  const asCells = (values: unknown[]) =>
    values.map((value) => (value === null ? expect.stringMatching(/^\[[xz]\]$/) : value))
  const leftOut = ({ Notes }: Record<string, Cells>) =>
    Notes!.filter(([about]) => about === 'Left out').map(([, sheet, , , why]) => [sheet, why])

  test.each([
    '?places=E08000004',
    '?places=E12000001&definition=councillors',
    '?places=E08000004&prices=real:2016-17',
  ])('the nearest comparators are those of the API%s', async (query) => {
    const { Comparators } = await book(query)
    const { rows, data } = await json(`/comparators${query}&${KNOWN}`)
    expect(rows).toBeGreaterThan(1)
    for (const [title, name] of [
      ['Place', 'place'],
      ['Place name', 'place_name'],
      ['Own', 'own'],
      ['Spending per head £ a person', 'head'],
      ['Share under local control', 'share'],
      ['Population', 'persons'],
      ['Returns missing', 'missing'],
    ] as const)
      expect([title, column(Comparators!, title)]).toEqual([title, asCells(data[name])])
    expect(Comparators![0]).toHaveLength(Object.keys(data).length)
  })

  test.each(['?places=E06000001', '?places=E06000003', '?places=E12000001', '?places=E06000001,E06000003'])(
    'counts that others have published are those of the API%s, difference and ratio by formula',
    async (query) => {
      const bytes = await bytesAt(served.app, `/exports/place.xlsx${query}`)
      const { Published } = await read(bytes)
      const { rows, data } = await json(`/published${query}`)
      expect(rows).toBeGreaterThan(0)
      for (const [title, name] of [
        ['Id', 'id'],
        ['Unit', 'unit'],
        ['Published', 'published'],
        ['Ours', 'ours'],
        ['Difference', 'difference'],
        ['Ratio', 'ratio'],
        ['Url', 'url'],
      ] as const)
        expect([title, column(Published!, title)]).toEqual([title, asCells(data[name])])
      const [ours, theirs] = [Published!, Published!].map((sheet, at) =>
        String.fromCharCode(65 + sheet[0]!.indexOf(at === 0 ? 'Ours' : 'Published')),
      )
      const known = data.ours.flatMap((one: number | null, row: number) => (one === null ? [] : [row + 2]))
      const sheet = sheetsOf(bytes)[Object.keys(await read(bytes)).indexOf('Published')]!
      expect([...sheet.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual(
        known.flatMap((row: number) => [`${ours}${row}-${theirs}${row}`, `${ours}${row}/${theirs}${row}`]),
      )
    },
  )

  test('England has what is published of England, no comparators, and says why', async () => {
    const sheets = await book('')
    expect(sheets.Comparators).toBeUndefined()
    expect(column(sheets.Published!, 'Id')).toEqual(['england-councillors'])
    expect(leftOut(sheets)).toEqual([
      ['Comparators', expect.stringContaining('one place, one region or one set')],
    ])
  })

  test('where there is neither, both are left out and the notes say so', async () => {
    const sheets = await book('?places=E06000001,E06000005')
    expect(sheets.Comparators).toBeUndefined()
    const neither = await book('?places=E10000002,E06000005')
    expect([neither.Comparators, neither.Published]).toEqual([undefined, undefined])
    expect(leftOut(neither).map(([sheet]) => sheet)).toEqual(['Comparators', 'Published'])
    expect(leftOut(await book('?places=E92000001'))[0]).toEqual([
      'Comparators',
      'The place has nothing of its kind to be compared with.',
    ])
  })

  test('the zip has both as CSV, and says in words which it has not', async () => {
    const all = unzipSync(await bytesAt(served.app, '/exports/place.zip?places=E08000004'))
    const rows = (id: string) =>
      parse(Buffer.from(all[`tables/${id}.csv`]!), { columns: true }) as Record<string, string>[]
    const near = await json(`/comparators?places=E08000004&${KNOWN}`)
    expect(rows('comparators').map(({ place }) => place)).toEqual(near.data.place)
    expect(rows('comparators').map(({ head }) => Number(head))).toEqual(near.data.head)
    expect(Buffer.from(all['README.txt']!).toString()).toContain('No table published. ')
    const without = unzipSync(await bytesAt(served.app, '/exports/place.zip?places=E10000002,E06000005'))
    expect(without['tables/comparators.csv']).toBeUndefined()
    expect(Buffer.from(without['README.txt']!).toString()).toMatch(
      /No table comparators\. .*\r\n.*No table published\. /s,
    )
  })
})

describe('the zip of a place', () => {
  const files = async (query: string) => unzipSync(await bytesAt(served.app, `/exports/place.zip${query}`))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

  test('has every part, each with the hash the manifest gives', async () => {
    const all = await files('?places=E12000002&definition=councillors')
    const manifest = JSON.parse(text(all['manifest.json']!))
    expect(manifest).toMatchObject({
      count: { id: 'five-places', hash: served.count.hash },
      question: { places: ['E12000002'], definition: 'councillors' },
      made: '2026-01-01',
    })
    expect(manifest.software).toMatch(/^Total Place \d/)
    expect(manifest.link).toContain('/?v=1&m=share&d=councillors')
    expect(manifest.files.map(({ path }: { path: string }) => path).sort()).toEqual(
      Object.keys(all)
        .filter((path) => path !== 'manifest.json')
        .sort(),
    )
    for (const { path, sha256, bytes } of manifest.files) {
      expect(createHash('sha256').update(all[path]!).digest('hex')).toBe(sha256)
      expect(all[path]!.length).toBe(bytes)
    }
    for (const name of PICTURES)
      for (const form of ['svg', 'png']) expect(all[`pictures/${name}.${form}`]).toBeDefined()
    expect(text(all['README.txt']!)).toContain(served.count.hash)
  })

  test('every CSV parses with the columns its metadata names, and its sums are those of the API', async () => {
    const all = await files('?places=E12000002')
    const tables = Object.keys(all).filter((path) => path.endsWith('.csv'))
    expect(tables).toEqual(
      expect.arrayContaining(
        ['agencies', 'sectors', 'functions', 'spectrum', 'definitions', 'years', 'members'].map(
          (id) => `tables/${id}.csv`,
        ),
      ),
    )
    for (const path of tables) {
      const rows = parse(Buffer.from(all[path]!), { columns: true }) as Record<string, string>[]
      const metadata = JSON.parse(text(all[`${path}-metadata.json`]!))
      expect(metadata.url).toBe(path.replace('tables/', ''))
      expect(metadata.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(
        Object.keys(rows[0]!),
      )
    }
    const { total } = await json('/spend?places=E12000002')
    for (const [id, name] of [
      ['agencies', 'amount'],
      ['spectrum', 'spending'],
      ['members', 'denominator'],
    ] as const) {
      const rows = parse(Buffer.from(all[`tables/${id}.csv`]!), { columns: true }) as Record<string, string>[]
      expect(rows.reduce((sum, row) => sum + (Number(row[name]) || 0), 0)).toBe(total)
    }
  })

  test('its workbook opens, and its pictures are those of the API', async () => {
    const all = await files('?places=E10000002&measure=head')
    expect(Object.keys(await read(Buffer.from(all['place.xlsx']!)))).toContain('Spectrum')
    for (const name of PICTURES) {
      const svg = text(all[`pictures/${name}.svg`]!)
      expect(() => parsed(svg)).not.toThrow()
      const measure = name === 'map' ? '&measure=head' : ''
      expect(svg).toBe(String(await bytesAt(served.app, `/pictures/${name}.svg?places=E10000002${measure}`)))
    }
  })

  test('is the same bytes twice, by another cache too, with a name that is safe', async () => {
    const ask = '/exports/place.zip?places=E10000002'
    const first = await bytesAt(served.app, ask)
    const other = await serveFixture()
    try {
      expect((await bytesAt(other.app, ask)).equals(first)).toBe(true)
      const { headers } = await request(other.app).get(`/api/v1${ask}`)
      expect(headers['content-disposition']).toBe('attachment; filename="total-place-betashire-2017-18.zip"')
      expect(headers['content-type']).toBe('application/zip')
    } finally {
      await other.close()
    }
  })

  test('faults are told at once', async () => {
    const { status, body } = await request(served.app).get('/api/v1/exports/place.zip?places=E99&fill=x')
    expect(status).toBe(400)
    expect(body.errors ?? JSON.parse(String(body)).errors).toHaveLength(2)
  })
})

test.each(['../up', '/etc/passwd', 'a/../b', 'A b', ''])('a zip has no path %j', (path) => {
  const about = { title: '', made: '2026-01-01', software: '0', asked: {}, link: null, notes: [] }
  expect(() => zipOf([{ path, bytes: Buffer.from(''), about: '' }], about)).toThrow('cannot be a path')
})

test('a zip has no path twice', () => {
  const about = { title: '', made: '2026-01-01', software: '0', asked: {}, link: null, notes: [] }
  const part = { path: 'a', bytes: Buffer.from(''), about: '' }
  expect(() => zipOf([part, part], about)).toThrow('cannot be a path')
})
