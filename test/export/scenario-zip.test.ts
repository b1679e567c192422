import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import request from 'supertest'
import type { Shelf } from '../../server/api/borrowed.ts'
import { SCENARIO_PICTURES } from '../../server/export/picture/scenario/pictures.ts'
import { workbooksIn } from '../../server/export/reproduce/open-file.ts'
import { reproduce } from '../../server/export/reproduce/reproduce.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { parameters, presetDocument, read } from '../scenario/setup.ts'
import { parsed } from './boxes.ts'
import { binary } from './fetch.ts'
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
