import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import request from 'supertest'
import type { Shelf } from '../../server/api/borrowed.ts'
import { SCENARIO_PICTURES } from '../../server/export/picture/scenario/pictures.ts'
import { workbooksIn } from '../../server/export/reproduce/open-file.ts'
import { reproduce } from '../../server/export/reproduce/reproduce.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { ALPHA, FIVE_PLACES } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { parameters, presetDocument, read } from '../scenario/setup.ts'
import { parsed } from './boxes.ts'
import { binary, read as bookIn } from './fetch.ts'
import { partsOf } from './parts.ts'
import { ABOUT } from './scenario-books.ts'
import { everything } from './scenario-documents.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

const post = (body: unknown, path = '/exports/scenario.zip') =>
  request(served.app)
    .post(`/api/v1${path}`)
    .set('Host', 'places.example')
    .send(body as object)
    .buffer()
    .parse(binary)
const zipFor = async (body: unknown) => {
  const { status, body: bytes } = await post(body)
  expect(status).toBe(200)
  return bytes as Buffer
}
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes!).toString('utf8')

const BODIES = {
  preset: {
    scenario: presetDocument('birmingham-brighter-futures'),
    name: 'Brighter Futures',
    version: '3',
    link: '/#/scenario?s=1',
    count: { id: 'five-places', hash: 'b'.repeat(64) },
  },
  everything: { scenario: everything() },
}

describe.each(Object.entries(BODIES))('the zip of a scenario: %s', (_, body) => {
  let bytes: Buffer
  let files: Record<string, Uint8Array>
  beforeAll(async () => {
    bytes = await zipFor(body)
    files = unzipSync(bytes)
  })

  test('has every part, each with the hash and the size the manifest gives', () => {
    const manifest = JSON.parse(text(files['manifest.json']))
    expect(manifest.files.map(({ path }: { path: string }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'manifest.json')
        .sort(),
    )
    for (const { path, sha256, bytes: size } of manifest.files) {
      expect(createHash('sha256').update(files[path]!).digest('hex')).toBe(sha256)
      expect(files[path]!.length).toBe(size)
    }
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'scenario.xlsx',
        'scenario.json',
        'business-case.docx',
        'investment-agreement.docx',
        'pictures/alternatives.txt',
        'README.txt',
      ]),
    )
    expect(manifest.count_of_documents).toEqual({ id: 'five-places', hash: served.count.hash })
    expect(manifest.scenario.name).toBe(body.scenario.name)
    expect(manifest.count).toEqual('count' in body ? body.count : null)
  })

  test('reproduce reads it, and every figure agrees', async () => {
    const books = workbooksIn('all.zip', bytes)
    expect(books.map(({ name }) => name)).toEqual(['all.zip: scenario.xlsx'])
    const found = await reproduce(books[0]!.bytes, { parameters, solve: yalps }, ABOUT)
    expect(found.differences).toEqual([])
    expect(found.agree).toBeGreaterThan(1000)
  })

  test('the document in it is the scenario, and gives the same zip again', async () => {
    const scenario = JSON.parse(text(files['scenario.json']))
    expect(scenario).toEqual(JSON.parse(JSON.stringify(read(body.scenario))))
    expect((await zipFor({ ...body, scenario })).equals(bytes)).toBe(true)
  })

  test('its workbook and pictures are those of the API', async () => {
    const workbook = await post(body, '/exports/scenario.xlsx')
    expect(Buffer.from(files['scenario.xlsx']!).equals(workbook.body)).toBe(true)
    for (const name of Object.keys(SCENARIO_PICTURES)) {
      const svg = text(files[`pictures/${name}.svg`])
      expect(() => parsed(svg)).not.toThrow()
      expect(svg).toBe(String((await post(body.scenario, `/pictures/${name}.svg`)).body))
      expect(Buffer.from(files[`pictures/${name}.png`]!).subarray(1, 4).toString()).toBe('PNG')
      expect(text(files['pictures/alternatives.txt'])).toContain(`${name}\r\n`)
    }
  })

  test('its documents are those of the API', async () => {
    const more = 'name' in body ? { name: body.name, version: Number(body.version), link: body.link } : {}
    for (const [path, file] of [
      ['/exports/business-case.docx', 'business-case.docx'],
      ['/exports/agreement.docx', 'investment-agreement.docx'],
    ] as const) {
      const alone = await post({ document: body.scenario, ...more }, path)
      expect(alone.status).toBe(200)
      expect(partsOf(Buffer.from(files[file]!))).toEqual(partsOf(alone.body))
    }
  })
})

test('it is called by its name, links to this server, and is the same bytes twice', async () => {
  const first = await post(BODIES.preset)
  expect(first.headers['content-type']).toBe('application/zip')
  expect(first.headers['content-disposition']).toContain('filename="Brighter Futures.zip"')
  expect(JSON.parse(text(unzipSync(first.body)['manifest.json'])).link).toBe(
    'http://places.example/#/scenario?s=1',
  )
  expect((await zipFor(BODIES.preset)).equals(first.body)).toBe(true)
})

test('faults are told at once, and without a count it says to come again', async () => {
  const bad = await post({
    scenario: { ...presetDocument('birmingham-brighter-futures'), horizon: 0 },
    link: 'x',
  })
  expect(bad.status).toBe(422)
  expect(JSON.parse(String(bad.body)).errors.map(({ where }: { where: string }) => where)).toEqual(
    expect.arrayContaining(['link', 'scenario.horizon']),
  )
  const shelf: Shelf = served.shelf
  const { current } = shelf
  delete shelf.current
  try {
    expect((await post(BODIES.preset)).status).toBe(503)
  } finally {
    Object.assign(shelf, { current })
  }
})

describe('own figures of the count a scenario was drawn up beside', () => {
  const scenario = presetDocument('sure-start')
  const amendment = (position: number, lines: bigint, pounds: bigint, title: string) => ({
    id: `own-${position}`,
    position,
    title,
    publisher: 'The alliance',
    made: '2026-01-02',
    base: 'ab'.repeat(32),
    place: ALPHA,
    year: '2017-18',
    agency: 'nhs',
    economic: 'current',
    does: 'add',
    covers: 'agency',
    classes: 'same',
    added_lines: lines,
    added: pounds,
    replaced_lines: 0n,
    replaced: 0n,
    sources: [],
  })
  let own: Awaited<ReturnType<typeof serveFixture>>
  beforeAll(async () => {
    const amended = [amendment(1, 3084n, 16_535_761n, 'Ledger'), amendment(2, 1n, -60n, 'Fines')]
    own = await serveFixture({}, { ...FIVE_PLACES, amendment: amended })
  })
  afterAll(() => own.close())

  const cover = async (app: typeof served.app, path: string, hash?: string) => {
    const { status, body } = await request(app)
      .post(`/api/v1/exports/${path}`)
      .set('Host', 'places.example')
      .send({ scenario, link: '/?v=1&s=abc', ...(hash ? { count: { id: 'five-places', hash } } : {}) })
      .buffer()
      .parse(binary)
    expect(status).toBe(200)
    const bytes = path.endsWith('zip') ? unzipSync(body as Buffer)['scenario.xlsx']! : (body as Buffer)
    const { Cover } = await bookIn(Buffer.from(bytes))
    const of = (label: string) => Cover!.filter(([one]) => one === label).map(([, value]) => value)
    return { bytes, own: of('Own figures in this count'), link: of('Open the scenario') }
  }

  test.each(['scenario.xlsx', 'scenario.zip'])(
    'are on the cover of its workbook, a file a line: %s',
    async (path) => {
      const found = await cover(own.app, path, own.count.hash)
      const told = (title: string, rest: string) =>
        `${title}, The alliance, published 2026-01-02, of 2017-18 in 1 place: ${rest}, 0 of £0 taken out`
      expect(found.own).toEqual([
        told('Ledger', '3,084 lines of £16,535,761 put in'),
        told('Fines', '1 line of −£60 put in'),
      ])
      const again = await reproduce(Buffer.from(found.bytes), { parameters, solve: yalps }, ABOUT)
      expect(again.differences).toEqual([])
    },
  )

  test('are not told of where there are none, and not known of a count that is not kept', async () => {
    expect((await cover(served.app, 'scenario.xlsx', served.count.hash)).own).toEqual([])
    expect((await cover(own.app, 'scenario.xlsx')).own).toEqual([])
    expect((await cover(own.app, 'scenario.xlsx', 'b'.repeat(64))).own).toEqual([
      '[x] This count is not kept here',
    ])
  })

  test('its link opens on the host it was asked at', async () => {
    expect((await cover(own.app, 'scenario.xlsx')).link).toEqual(['http://places.example/?v=1&s=abc'])
  })
})
