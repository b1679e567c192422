import { readdir, writeFile } from 'node:fs/promises'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import request from 'supertest'
import { countsReply, keptCount } from '../../server/api/contract-counts.ts'
import { writePackage } from '../../server/count/write.ts'
import { META, type Tables, temporary } from '../fixtures/open-fixture.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { presetDocument } from '../scenario/setup.ts'
import { roads } from '../shelf/shelved.ts'
import { filesIn, spoilt, zipped } from '../shelf/zips.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
let server: Server
beforeEach(async () => {
  fixture = await serveFixture({ INTAKE_MEGABYTES: '1' })
  server = createServer(fixture.app).listen(0)
})
afterEach(async () => {
  server.close()
  await fixture.close()
})

let packages: Awaited<ReturnType<typeof temporary>>
const made: Record<string, Record<string, Uint8Array>> = {}
const HASH: Record<string, string> = {}
beforeAll(async () => {
  packages = await temporary()
  const make = async (name: string, tables: Tables) => {
    const folder = join(packages.folder, name)
    HASH[name] = (
      await writePackage(folder, { ...META, id: `own.${name}`, title: `Own count ${name}` }, tables)
    ).hash
    made[name] = await filesIn(folder)
  }
  await make('a', roads(121))
  await make('b', roads(122))
})
afterAll(() => packages.remove())

const files = (name: string) => made[name]!
const get = (path: string) => request(server).get(`/api/v1${path}`)
const bring = (zip: Buffer) =>
  request(server).post('/api/v1/counts').set('Content-Type', 'application/octet-stream').send(zip)
/** Status of what is sent without saying its length. */
const inPieces = (body: Buffer) =>
  new Promise<number>((done, fail) => {
    const { port } = server.address() as AddressInfo
    const sent = httpRequest({ port, path: '/api/v1/counts', method: 'POST' }, (reply) => {
      reply.resume()
      done(reply.statusCode!)
    })
    sent.setHeader('Content-Type', 'application/octet-stream').on('error', fail)
    for (let at = 0; at < body.length; at += 2 ** 16) sent.write(body.subarray(at, at + 2 ** 16))
    sent.end()
  })
const serve = (hash: string) => request(server).put('/api/v1/counts/served').send({ hash })
const takeOut = (hash: string) =>
  get(`/counts/${hash}/package.zip`)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => done(null, Buffer.concat(pieces)))
    })
const published = () => readdir(join(fixture.folder, 'var', 'published')).catch(() => [])
const alpha = async (more = '') => {
  const { body } = await get(`/spend?places=E06000001&by=place${more}`).expect(200)
  return { pounds: body.data.amount[0], hash: body.count.hash }
}
const counts = async () => countsReply.parse((await get('/counts').expect(200)).body)

describe('bringing, switching, taking back', () => {
  test('a count brought is kept, asked by name, served when switched to, and taken back', async () => {
    const { body, headers } = await bring(zipped(files('a'))).expect(201)
    expect(keptCount.parse(body)).toMatchObject({ id: 'own.a', hash: HASH.a, base: null, served: false })
    expect(headers.location).toBe(`/api/v1/counts/${HASH.a}/package.zip`)
    expect(await counts()).toMatchObject({
      served: fixture.count.hash,
      before: null,
      counts: [{ hash: HASH.a }, { hash: fixture.count.hash, shipped: true, served: true }],
    })
    expect(await alpha()).toEqual({ pounds: 1000, hash: fixture.count.hash })
    expect(await alpha(`&count=${HASH.a}`)).toEqual({ pounds: 1001, hash: HASH.a })
    expect(await alpha('&count=own.a')).toEqual({ pounds: 1001, hash: HASH.a })

    const switched = countsReply.parse((await serve(HASH.a!).expect(200)).body)
    expect(switched).toMatchObject({ served: HASH.a, before: fixture.count.hash })
    expect(await alpha()).toEqual({ pounds: 1001, hash: HASH.a })
    expect((await get('/health').expect(200)).body.count.hash).toBe(HASH.a)
    expect(await alpha(`&count=${fixture.count.hash}`)).toMatchObject({ pounds: 1000 })

    expect((await serve(switched.before!).expect(200)).body.before).toBe(HASH.a)
    expect(await alpha()).toMatchObject({ pounds: 1000 })
  })

  test('what is not kept, ships or is served', async () => {
    await bring(zipped(files('a'))).expect(201)
    await serve(HASH.a!).expect(200)
    const remove = (hash: string) => request(server).delete(`/api/v1/counts/${hash}`)
    expect((await remove(HASH.a!).expect(409)).body.detail).toContain('is being served')
    expect((await remove(fixture.count.hash).expect(409)).body.detail).toContain('ships')
    await remove(HASH.b!).expect(404)
    await serve(HASH.b!).expect(404)
    await takeOut(HASH.b!).expect(404)
    await request(server).put('/api/v1/counts/served').send({ hash: 1, other: 2 }).expect(422)
    await serve(fixture.count.hash).expect(200)
    await remove(HASH.a!).expect(204)
    expect((await counts()).before).toBeNull()
    expect(await published()).toEqual(['served.json'])
  })

  test('a page of another site cannot switch', async () => {
    await request(server)
      .put('/api/v1/counts/served')
      .set('Origin', 'https://elsewhere.example')
      .send({ hash: fixture.count.hash })
      .expect(403)
  })
})

describe('a question of a count that is kept', () => {
  test('every form and export of it, and the lines that follow', async () => {
    await bring(zipped(files('a'))).expect(201)
    const named = `count=${HASH.a}`
    const csv = await get(`/spend.csv?places=E06000001&by=place&${named}`).expect(200)
    expect(csv.text).toContain('1001')
    const lines = await get(`/lines?places=E06000001&limit=1&${named}`).expect(200)
    expect(lines.body.count.hash).toBe(HASH.a)
    expect(lines.body.next).toContain(named)
    expect((await get(`/count?${named}`).expect(200)).body.count.title).toBe('Own count a')
    const picture = await get(`/pictures/sectors.svg?places=E06000001&${named}`).expect(200)
    expect(picture.headers.etag).not.toBe(
      (await get('/pictures/sectors.svg?places=E06000001').expect(200)).headers.etag,
    )
    await get(`/exports/place.xlsx?places=E06000001&${named}`).expect(200)
  })

  test('one that is not kept is refused with every other fault', async () => {
    const { body } = await get('/spend?count=elsewhere&by=nothing&places=E99').expect(400)
    expect(body.errors.map(({ where }: { where: string }) => where).sort()).toEqual([
      'query.by',
      'query.count',
      'query.places',
    ])
    const twice = await get(`/spend?count=${fixture.count.hash}&count=${fixture.count.hash}`).expect(400)
    expect(twice.body.errors[0].message).toContain('more than once')
  })

  test('one that is broken since is refused with the reason', async () => {
    await bring(zipped(files('a'))).expect(201)
    await fixture.counts.close()
    await writeFile(join(fixture.folder, 'var/published', HASH.a!, 'spend.parquet'), 'broken')
    await fixture.counts.start()
    const { body } = await get(`/spend?count=${HASH.a}`).expect(503)
    expect(body.errors[0]).toMatchObject({
      where: 'query.count',
      message: expect.stringContaining('spend.parquet'),
    })
    expect(JSON.stringify(body)).not.toContain(fixture.folder)
    expect((await serve(HASH.a!).expect(422)).body.errors).toHaveLength(1)
    expect(await alpha()).toMatchObject({ pounds: 1000 })
  })

  test('a document is written of the count it names', async () => {
    await bring(zipped(files('a'))).expect(201)
    const document = { ...presetDocument('birmingham-brighter-futures'), places: ['E06000001'] }
    const post = (count: string) =>
      request(server).post('/api/v1/exports/business-case.docx').send({ document, count })
    await post(HASH.a!).expect(200)
    expect((await post('elsewhere').expect(422)).body.errors[0].where).toBe('count')
  })
})

describe('a package as a zip', () => {
  test('out and in again is the identity, and the same bytes twice', async () => {
    await bring(zipped(files('a'))).expect(201)
    const first = await takeOut(HASH.a!).expect(200)
    expect(first.headers['content-type']).toBe('application/zip')
    expect(first.headers['content-disposition']).toContain('Own%20count%20a.zip')
    expect(Object.keys(unzipSync(first.body)).sort()).toEqual(Object.keys(files('a')).sort())
    for (const [name, bytes] of Object.entries(unzipSync(first.body))) expect(bytes).toEqual(files('a')[name])
    expect((await takeOut(HASH.a!)).body.equals(first.body)).toBe(true)
    await request(server).delete(`/api/v1/counts/${HASH.a}`).expect(204)
    expect((await bring(first.body).expect(201)).body.hash).toBe(HASH.a)
  })

  test('the count that ships comes out too', async () => {
    const { body } = await takeOut(fixture.count.hash).expect(200)
    expect((await bring(body).expect(201)).body).toMatchObject({ hash: fixture.count.hash, shipped: true })
  })

  test('in a folder of its own, with what systems put beside', async () => {
    const inside = Object.fromEntries(
      Object.entries(files('a')).map(([name, bytes]) => [`my count/${name}`, bytes]),
    )
    const zip = zipped({
      ...inside,
      'my count/README.md': new Uint8Array(3),
      '__MACOSX/my count/._x': new Uint8Array(1),
    })
    expect((await bring(zip).expect(201)).body.hash).toBe(HASH.a)
    expect((await published()).filter((name) => name.startsWith('.'))).toEqual([])
  })

  const some = new Uint8Array([1, 2, 3])
  const bad: [string, () => Buffer, RegExp][] = [
    [
      'a path that climbs',
      () => zipped({ ...files('a'), '../x.parquet': some }),
      /"..\/x.parquet" leads outside/,
    ],
    ['an absolute path', () => zipped({ ...files('a'), '/etc/x.parquet': some }), /leads outside/],
    ['a drive', () => zipped({ ...files('a'), 'C:x.parquet': some }), /leads outside/],
    ['a backslash', () => zipped({ ...files('a'), 'a\\x.parquet': some }), /leads outside/],
    [
      'a link',
      () => zipped({ ...files('a'), 'x.parquet': [some, { os: 3, attrs: 0o120777 << 16 }] }),
      /"x.parquet" is a link/,
    ],
    [
      'an encrypted file',
      () => spoilt(zipped(files('a')), 2, (record) => record.writeUInt16LE(1, 8)),
      /is encrypted/,
    ],
    [
      'another method',
      () => spoilt(zipped(files('a')), 2, (record) => record.writeUInt16LE(12, 10)),
      /method that is not read/,
    ],
    [
      'two files of one name',
      () => zipped({ ...files('a'), 'SPEND.parquet': some }),
      /stands more than once/,
    ],
    ['no descriptor', () => zipped({ 'spend.parquet': some }), /no datapackage.json/],
    [
      'two descriptors',
      () => zipped({ ...files('a'), 'b/datapackage.json': some }),
      /more than one datapackage.json/,
    ],
    [
      'too many files',
      () => zipped(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`f${at}`, some]))),
      /501 files, more than the 500/,
    ],
    [
      'a bomb',
      () => zipped({ ...files('a'), 'x.parquet': new Uint8Array(2 ** 21) }),
      /would be 3 MB, more than the 1 MB/,
    ],
    [
      'a bomb that says it is small',
      () =>
        spoilt(zipped({ 'x.parquet': new Uint8Array(2 ** 20), ...files('a') }), 0, (record) =>
          record.writeUInt32LE(9, 24),
        ),
      /larger than the directory says/,
    ],
    [
      'files over one another',
      () => spoilt(zipped(files('a')), 3, (record) => record.writeUInt32LE(0, 42)),
      /over one another/,
    ],
    ['one cut short', () => zipped(files('a')).subarray(0, 4000), /no zip, or is cut short/],
    ['no zip', () => Buffer.from('not a zip'), /no zip/],
    ['nothing', () => Buffer.alloc(0), /no zip/],
    [
      'spoilt bytes',
      () => {
        const zip = zipped(files('a'))
        zip.fill(0xff, 60, 160)
        return zip
      },
      /cannot be unpacked|larger than the directory|bytes, not the/,
    ],
    [
      'rows without end',
      () => {
        const descriptor = JSON.parse(Buffer.from(files('a')['datapackage.json']!).toString())
        descriptor.resources[0].rows = 2 ** 40
        return zipped({ ...files('a'), 'datapackage.json': Buffer.from(JSON.stringify(descriptor)) })
      },
      /1099511627\d+ rows, more than the 50000000/,
    ],
    [
      'a descriptor that is no JSON',
      () => zipped({ ...files('a'), 'datapackage.json': some }),
      /is not JSON/,
    ],
  ]
  test.each(bad)('%s is refused, and nothing is left', async (_what, zip, message) => {
    const { body } = await bring(zip()).expect(422)
    expect(body.errors.map((fault: { message: string }) => fault.message).join('\n')).toMatch(message)
    expect(JSON.stringify(body)).not.toContain(fixture.folder)
    expect(await published()).toEqual([])
    expect(await alpha()).toMatchObject({ pounds: 1000 })
  })

  test('every fault of a package at once', async () => {
    const { 'place.parquet': _, ...rest } = files('a')
    const { body } = await bring(zipped({ ...rest, 'spend.parquet': some })).expect(422)
    expect(body.errors).toEqual([
      {
        where: 'package',
        message: expect.stringContaining('spend.parquet is not the file that was compiled'),
      },
      { where: 'package', message: 'place.parquet cannot be read (ENOENT)' },
    ])
    expect(await published()).toEqual([])
  })

  test('larger than is taken, and sent another way', async () => {
    const large = Buffer.alloc(2 ** 20 + 1)
    await bring(large).expect(413)
    expect(await inPieces(large)).toBe(413)
    await request(server).post('/api/v1/counts').send({ a: 1 }).expect(415)
    expect(await published()).toEqual([])
  })
})

test('questions asked while counts are switched all come whole, each of the count it says', async () => {
  await bring(zipped(files('a'))).expect(201)
  await bring(zipped(files('b'))).expect(201)
  const pounds: Record<string, number> = { [fixture.count.hash]: 1000, [HASH.a!]: 1001, [HASH.b!]: 1002 }
  let on = true
  const asking = Array.from({ length: 4 }, async (_, at) => {
    let asked = 0
    for (; on; asked += 1) {
      const more = ['', `&count=${HASH.a}`, `&count=${HASH.b}`][(asked + at) % 3]
      const found = await alpha(`${more}&order=${asked % 2 ? '-' : ''}amount`)
      expect(found.pounds).toBe(pounds[found.hash])
    }
    return asked
  })
  for (let turn = 0; turn < 12; turn += 1) await serve(Object.keys(pounds)[turn % 3]!).expect(200)
  on = false
  for (const asked of await Promise.all(asking)) expect(asked).toBeGreaterThan(2)
})
