import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import { PICTURES } from '../../server/api/picture-of.ts'
import { fileNameOf } from '../../server/api/place-in-words.ts'
import { SCENARIO_PICTURES } from '../../server/export/picture/scenario/pictures.ts'
import { binary } from '../export/fetch.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { presetDocument } from '../scenario/setup.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

const get = (path: string, headers = {}) =>
  request(served.app).get(`/api/v1${path}`).set(headers).buffer().parse(binary)
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47])

describe.each(PICTURES)('GET /pictures/%s', (name) => {
  test('is an SVG or a PNG by its extension, with a name that is safe', async () => {
    const svg = await get(`/pictures/${name}.svg?places=E10000002`)
    expect(svg.status).toBe(200)
    expect(svg.headers['content-type']).toBe('image/svg+xml')
    expect(svg.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="total-place-${name}-betashire(-2017-18)?\\.svg"$`),
    )
    expect(String(svg.body)).toContain('<svg xmlns')
    const png = await get(`/pictures/${name}.png?places=E10000002`)
    expect(png.headers['content-type']).toBe('image/png')
    expect(png.body.subarray(0, 4)).toEqual(PNG)
  })

  test('is kept by its ETag, one for one question, another for another form', async () => {
    const first = await get(`/pictures/${name}.svg?places=E10000002&scope=-benefits`)
    const turned = await get(`/pictures/${name}.svg?scope=-benefits&places=E10000002`)
    expect(first.headers.etag).toMatch(/^W\/"/)
    expect(turned.headers.etag).toBe(first.headers.etag)
    expect(turned.body.equals(first.body)).toBe(true)
    expect(
      (
        await get(`/pictures/${name}.svg?places=E10000002&scope=-benefits`, {
          'If-None-Match': first.headers.etag,
        })
      ).status,
    ).toBe(304)
    const png = await get(`/pictures/${name}.png?places=E10000002&scope=-benefits`)
    expect(png.headers.etag).not.toBe(first.headers.etag)
  })

  test('names every fault at once as a problem document', async () => {
    const reply = await get(`/pictures/${name}.svg?places=E99&prices=euro&year=1066&x=1`)
    expect(reply.status).toBe(400)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    const { errors } = JSON.parse(String(reply.body))
    expect(errors.map(({ where }: { where: string }) => where).sort()).toEqual([
      'query.places',
      'query.prices',
      'query.x',
      'query.year',
    ])
  })

  test('answers by Accept, refuses other forms and methods', async () => {
    const png = await get(`/pictures/${name}`, { Accept: 'image/png' })
    expect(png.headers['content-type']).toBe('image/png')
    expect((await get(`/pictures/${name}`, { Accept: 'text/csv' })).status).toBe(406)
    expect((await get(`/pictures/${name}.gif`)).status).toBe(404)
    expect((await request(served.app).post(`/api/v1/pictures/${name}.svg`).send({})).status).toBe(405)
  })
})

test('only a map has a measure', async () => {
  expect((await get('/pictures/map.svg?measure=head')).status).toBe(200)
  expect((await get('/pictures/map.svg?measure=weight')).status).toBe(400)
  expect((await get('/pictures/spectrum.svg?measure=head')).status).toBe(400)
})

test('before the count is open there is no picture', async () => {
  const { current } = served.shelf
  delete served.shelf.current
  expect((await get('/pictures/map.svg')).status).toBe(503)
  served.shelf.current = current!
})

test.each([
  ['Ynys Môn 😀 𝒳', 'ynys-mon-x'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a"b\r\nX-Evil: 1', 'a-b-x-evil-1'],
  ['=cmd|calc', 'cmd-calc'],
  ['', ''],
  ['W'.repeat(300), 'w'.repeat(60)],
])('%j becomes the name of a file %j', (name, file) => expect(fileNameOf(name)).toBe(file))

describe.each(Object.keys(SCENARIO_PICTURES))('POST /pictures/%s', (name) => {
  const post = (form: string, body: unknown) =>
    request(served.app)
      .post(`/api/v1/pictures/${name}.${form}`)
      .send(body as object)
      .buffer()
      .parse(binary)

  test('draws a scenario', async () => {
    const document = presetDocument('croydon-child-family-place')
    const svg = await post('svg', document)
    expect(svg.status).toBe(200)
    expect(svg.headers['content-type']).toBe('image/svg+xml')
    expect(svg.headers['cache-control']).toBe('no-store')
    expect(svg.headers['content-disposition']).toBe(
      `attachment; filename="total-place-${name}-croydon-child-family-place.svg"`,
    )
    expect(String(svg.body)).toContain('Croydon Child: Family: Place')
    const png = await post('png', document)
    expect(png.headers['content-type']).toBe('image/png')
    expect(png.body.subarray(0, 4)).toEqual(PNG)
  })

  test('refuses what is no scenario, no JSON, no POST', async () => {
    const document = presetDocument('croydon-child-family-place')
    document.horizon = 0
    document.partners[1].id = document.partners[0].id
    const reply = await post('svg', document)
    expect(reply.status).toBe(422)
    const { errors } = JSON.parse(String(reply.body))
    expect(errors.length).toBeGreaterThan(1)
    expect(errors.map(({ where }: { where: string }) => where)).toContain('horizon')
    const typed = request(served.app).post(`/api/v1/pictures/${name}.svg`).type('text/plain').send('x')
    expect((await typed).status).toBe(415)
    expect((await request(served.app).get(`/api/v1/pictures/${name}.svg`)).status).toBe(405)
    expect((await request(served.app).options(`/api/v1/pictures/${name}.svg`)).headers.allow).toBe(
      'POST, OPTIONS',
    )
  })
})
