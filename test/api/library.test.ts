import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import * as contract from '../../server/api/contract-library.ts'
import { libraryFile } from '../../server/library/file.ts'
import { RULES } from '../../server/scenario/sharing/rules.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { libraryIn } from '../library/opened.ts'
import { presetDocument } from '../scenario/setup.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture()
})
afterAll(() => fixture.close())

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch' | 'options'
const ask = (method: Method, path: string, body?: unknown) => {
  const asked = request(fixture.app)[method](`/api/v1${path}`)
  return body === undefined ? asked : asked.send(body as object)
}
const problemOf = ({ type, text, body }: request.Response) => {
  expect(type).toBe('application/problem+json')
  return JSON.parse(text ?? String(body))
}
const where = (reply: request.Response) =>
  problemOf(reply).errors.map((error: { where: string }) => error.where)

const brighter = () => presetDocument('birmingham-brighter-futures')
const begin = async (document: unknown = { half: 'done' }, name = 'A scenario') =>
  contract.full.parse((await ask('post', '/scenarios', { name, document }).expect(201)).body)

const SAMPLES = [
  ['/scenarios', { partners: [{ id: 'Council' }], places: ['E06000001', 7] }, ['E06000001']],
  ['/definitions', { classes: [1, 2, 5], rules: '' }, []],
  ['/sets', { members: ['E06000001', 'E06000003'] }, ['E06000001', 'E06000003']],
] as const

describe.each(SAMPLES)('%s', (path, document, places) => {
  test('begun, read, saved, listed, deleted, restored and copied', async () => {
    const count = { id: 'five-places', hash: fixture.count.hash }
    const begun = await ask('post', path, { name: 'First', note: 'why', document, count }).expect(201)
    const made = contract.full.parse(begun.body)
    expect(made).toMatchObject({
      name: 'First',
      note: 'why',
      version: 1,
      places,
      count,
      current: { document },
    })
    expect(made.id).toMatch(/^[a-z0-9]{12}$/)
    expect(begun.headers).toMatchObject({
      location: `/api/v1${path}/${made.id}`,
      'cache-control': 'no-store',
    })
    const at = `${path}/${made.id}`
    expect((await ask('get', at).expect(200)).body).toEqual(made)

    const saved = await ask('put', at, { base: 1, note: 'again', document }).expect(200)
    expect(contract.full.parse(saved.body)).toMatchObject({
      name: 'First',
      note: 'again',
      version: 2,
      versions: 2,
      count: null,
    })
    const versions = contract.versionsReply.parse((await ask('get', `${at}/versions`).expect(200)).body)
    expect(versions.items.map(({ version, note }) => [version, note])).toEqual([
      [2, 'again'],
      [1, 'why'],
    ])
    expect(versions.items[0]).not.toHaveProperty('document')
    const first = contract.version.parse((await ask('get', `${at}/versions/1`).expect(200)).body)
    expect(first).toEqual(made.current)

    const listed = async (query = '') =>
      contract.itemsReply
        .parse((await ask('get', `${path}${query}`).expect(200)).body)
        .items.map(({ id }) => id)
    expect(await listed()).toContain(made.id)
    const gone = contract.item.parse((await ask('delete', at).expect(200)).body)
    expect(gone).toMatchObject({ id: made.id, deleted: true, versions: 2 })
    expect(gone).not.toHaveProperty('current')
    expect(await listed()).not.toContain(made.id)
    expect(await listed('?deleted=true')).toEqual([made.id])
    expect((await ask('get', at).expect(200)).body.deleted).toBe(true)

    const back = contract.full.parse((await ask('post', `${at}/restore`).expect(200)).body)
    expect(back).toMatchObject({ deleted: false, version: 2, current: { document } })
    expect(await listed('?deleted=true')).toEqual([])

    const copy = await ask('post', `${at}/duplicate`).expect(201)
    expect(contract.full.parse(copy.body)).toMatchObject({
      name: 'Copy of First',
      version: 1,
      places,
      current: { document },
    })
    expect(copy.body.id).not.toBe(made.id)
    expect(copy.headers.location).toBe(`/api/v1${path}/${copy.body.id}`)
    const named = await ask('post', `${at}/duplicate`, { name: 'Other' }).expect(201)
    expect(named.body.name).toBe('Other')
  })

  test('refuses what is not there', async () => {
    for (const [method, rest] of [
      ['get', ''],
      ['delete', ''],
      ['get', '/versions'],
      ['get', '/versions/1'],
      ['post', '/restore'],
      ['post', '/duplicate'],
    ] as const)
      problemOf(await ask(method, `${path}/nobody000000${rest}`).expect(404))
    problemOf(await ask('put', `${path}/nobody000000`, { base: 1, document }).expect(404))
    const { id } = (await ask('post', path, { name: 'x', document })).body
    for (const n of ['0', '2', '-1', '1.5', 'x', '01', '99999999999'])
      problemOf(await ask('get', `${path}/${id}/versions/${n}`).expect(404))
  })

  test('says which methods it takes', async () => {
    const options = await ask('options', path).expect(204)
    expect(options.headers.allow).toBe('GET, HEAD, POST, OPTIONS')
    expect((await ask('patch', `${path}/nobody000000`).expect(405)).headers.allow).toBe(
      'GET, HEAD, PUT, DELETE, OPTIONS',
    )
    expect((await ask('get', `${path}/nobody000000/restore`).expect(405)).headers.allow).toBe('POST, OPTIONS')
  })
})

describe('a scenario saved', () => {
  test('has what it came to, as it is worked out', async () => {
    const document = brighter()
    const { current } = await begin(document)
    const { body: worked } = await ask('post', '/scenarios/evaluate', document).expect(200)
    expect(current.software).toBe('0.0.0')
    expect(current.result).toMatchObject({
      state: 'worked out',
      rule: worked.sharing.rule,
      npvGross: worked.financial.gross.npv,
      npvCashable: worked.financial.cashable.npv,
      npvEconomic: worked.economic.npv,
      bcrCashable: worked.financial.cashable.bcr,
    })
    if (current.result?.state !== 'worked out') throw new Error('not worked out')
    const offered = RULES.filter((rule) => rule !== 'byHand')
    expect(Object.keys(current.result.nets)).toEqual(offered)
    for (const { rule, nets } of worked.sharing.rules)
      expect(current.result.nets[rule as (typeof RULES)[number]]).toEqual(
        nets.map((net: number, i: number) => ({ partner: worked.partners[i], net })),
      )
    expect(current.document).toEqual(document)
  })

  test('half done keeps its faults, and gets its result when it is whole', async () => {
    const document = brighter()
    document.horizon = 0
    const { id, current } = await begin(document)
    expect(current.result).toMatchObject({
      state: 'faults',
      faults: expect.arrayContaining([expect.objectContaining({ where: 'horizon' })]),
    })
    const whole = await ask('put', `/scenarios/${id}`, { base: 1, document: brighter() }).expect(200)
    expect(whole.body.current.result.state).toBe('worked out')
    const { body } = await ask('get', `/scenarios/${id}/versions`)
    expect(body.items.map(({ result }: { result: { state: string } }) => result.state)).toEqual([
      'worked out',
      'faults',
    ])
  })

  test.each([[{}], [{ partners: 'none' }], [{ version: 1, pot: { terms: 3 } }]])(
    'may be as bare as %j',
    async (bare) => {
      expect((await begin(bare)).current).toMatchObject({ document: bare, result: { state: 'faults' } })
    },
  )

  test('comes back with every key and character it was sent with', async () => {
    const document = '{"__proto__":{"a":1},"constructor":{"b":2},"ключ":"\\u0000 🦅 \\ud800"}'
    const name = `'; drop table item; -- ünïcödé 🦅`
    const reply = await request(fixture.app)
      .post('/api/v1/scenarios')
      .type('json')
      .send(`{"name":${JSON.stringify(name)},"document":${document}}`)
      .expect(201)
    const again = await ask('get', `/scenarios/${reply.body.id}`).expect(200)
    expect(JSON.stringify(again.body.current.document)).toBe(JSON.stringify(JSON.parse(document)))
    expect(again.body.name).toBe(name)
  })

  test('after another is told of the other', async () => {
    const { id } = await begin({ n: 1 })
    await ask('put', `/scenarios/${id}`, { base: 1, document: { n: 2 } }).expect(200)
    const late = await ask('put', `/scenarios/${id}`, { base: 1, document: { n: 3 } }).expect(409)
    const problem = problemOf(late)
    expect(problem).toMatchObject({ type: 'urn:total-place:problem:conflict', status: 409 })
    expect(contract.version.parse(problem.latest)).toMatchObject({ version: 2, document: { n: 2 } })
    await ask('delete', `/scenarios/${id}`).expect(200)
    const gone = await ask('put', `/scenarios/${id}`, { base: 2, document: { n: 3 } }).expect(409)
    expect(problemOf(gone).detail).toContain('deleted')
    expect((await ask('get', `/scenarios/${id}`)).body.versions).toBe(2)
  })

  test('many at once on one version: one is kept', async () => {
    const { id } = await begin({ n: 1 })
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, n) => ask('put', `/scenarios/${id}`, { base: 1, document: { n } })),
    )
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
  })

  test('a copy of a name that is full is cut between characters', async () => {
    const { id } = await begin({}, '🦅'.repeat(60))
    const { body } = await ask('post', `/scenarios/${id}/duplicate`).expect(201)
    expect(body.name).toBe(`Copy of ${'🦅'.repeat(56)}`)
  })
})

describe('a body', () => {
  const document = {}
  test.each<[unknown, string[]]>([
    [{}, ['name', 'document']],
    [[], ['body']],
    [{ name: '', document }, ['name']],
    [{ name: '  \t', document }, ['name']],
    [{ name: 'x'.repeat(121), document, note: 'y'.repeat(2001) }, ['name', 'note']],
    [{ name: 'a\u0000b', document }, ['name']],
    [{ name: 'a\ud800', document }, ['name']],
    [{ name: 7, document: [], count: { id: 'a' } }, ['name', 'document', 'count.hash']],
    [{ name: 'x', document: 'text' }, ['document']],
    [{ name: 'x', document: null }, ['document']],
    [{ name: 'x', document, colour: 'red' }, ['colour']],
    [{ name: 'x', document: { text: 'é'.repeat(100_001) } }, ['document']],
  ])('refused: %j', async (body, faults) => {
    const reply = await ask('post', '/scenarios', body).expect(422)
    expect(where(reply).sort()).toEqual([...faults].sort())
  })

  test.each<[string, unknown, string]>([
    ['/definitions', { classes: [0], rules: '' }, 'document.classes.0'],
    ['/definitions', { classes: [1] }, 'document.rules'],
    ['/sets', { members: 'E1' }, 'document.members'],
    ['/sets', { members: [], more: 1 }, 'document.more'],
  ])('%s refuses %j', async (path, bad, fault) => {
    expect(where(await ask('post', path, { name: 'x', document: bad }).expect(422))).toContain(fault)
  })

  test.each([[{ document }], [{ base: 0, document }], [{ base: '1', document }], [{ base: 1.5, document }]])(
    'of a save refused: %j',
    async (body) => {
      const { id } = await begin()
      expect(where(await ask('put', `/scenarios/${id}`, body).expect(422))).toEqual(['base'])
    },
  )

  test('of the largest size is kept, and a larger request is cut off', async () => {
    const text = 'x'.repeat(contract.LARGEST_DOCUMENT - '{"text":""}'.length)
    expect((await begin({ text })).current.document).toEqual({ text })
    problemOf(await ask('post', '/scenarios', { name: 'x', document: { text: text.repeat(2) } }).expect(413))
  })

  test('nested without end is refused', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    const send = (path: string) =>
      request(fixture.app).post(path).type('json').send(`{"name":"x","document":{"a":${deep}}}`)
    expect(where(await send('/api/v1/scenarios').expect(422))).toEqual(['body'])
  })

  test('is JSON or is refused', async () => {
    const { id } = await begin()
    const send = (method: 'post' | 'put', path: string, type: string, text: string) =>
      request(fixture.app)[method](`/api/v1${path}`).set('Content-Type', type).send(text)
    problemOf(await send('post', '/scenarios', 'text/plain', '{}').expect(415))
    problemOf(await send('put', `/scenarios/${id}`, 'application/x-www-form-urlencoded', 'a=1').expect(415))
    problemOf(await send('post', `/scenarios/${id}/duplicate`, 'text/plain', '{}').expect(415))
    problemOf(await ask('post', '/scenarios').expect(415))
    problemOf(await send('post', '/scenarios', 'application/json', '{"name":').expect(400))
  })
})

test('a question about a list is read strictly', async () => {
  expect(where(await ask('get', '/scenarios?deleted=perhaps').expect(400))).toEqual(['query.deleted'])
  expect(where(await ask('get', '/sets?remove=all').expect(400))).toEqual(['query.remove'])
})

describe('pages of other sites', () => {
  const write = (method: 'post' | 'put' | 'delete', path: string, origin: string) =>
    request(fixture.app)
      [method](`/api/v1${path}`)
      .set('Host', 'count.example:4000')
      .set('Origin', origin)
      .send({ name: 'x', document: {} })

  test.each(['https://elsewhere.example', 'http://count.example:4001', 'http://count.example', 'null', 'x'])(
    'from %s nothing is changed',
    async (origin) => {
      const { id } = await begin()
      for (const [method, path] of [
        ['post', '/scenarios'],
        ['put', `/scenarios/${id}`],
        ['delete', `/scenarios/${id}`],
        ['post', `/scenarios/${id}/restore`],
        ['post', `/scenarios/${id}/duplicate`],
        ['post', '/jobs'],
        ['delete', '/jobs/x'],
      ] as const) {
        const reply = await write(method, path, origin).expect(403)
        expect(problemOf(reply).type).toBe('urn:total-place:problem:forbidden')
      }
      expect((await ask('get', `/scenarios/${id}`)).body).toMatchObject({ versions: 1, deleted: false })
    },
  )

  test('its own page may write, and no other is let in by a header', async () => {
    const reply = await write('post', '/scenarios', 'http://count.example:4000').expect(201)
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('beside the library', () => {
  test('evaluate and sharing are what they were', async () => {
    await ask('post', '/scenarios/evaluate', brighter()).expect(200)
    await ask('get', '/scenarios/evaluate').expect(405)
    await ask('post', '/sharing', { players: 1, v: { '1': 5 } }).expect(200)
  })

  test('the presets that ship, each a scenario that can be worked out', async () => {
    const { items } = contract.presetsReply.parse((await ask('get', '/presets').expect(200)).body)
    expect(items).toHaveLength(10)
    for (const { document, sources } of items) {
      expect(sources.length).toBeGreaterThan(0)
      await ask('post', '/scenarios/evaluate', document).expect(200)
    }
    expect(items.find(({ id }) => id === 'sure-start')).toMatchObject({ name: 'Sure Start, as evaluated' })
    problemOf(await ask('post', '/presets', {}).expect(405))
  })
})

describe('without a library', () => {
  let other: Awaited<ReturnType<typeof serveFixture>>
  beforeAll(async () => {
    other = await serveFixture()
  })
  afterAll(() => other.close())
  const get = (path: string) => request(other.app).get(`/api/v1${path}`)

  test('the count is served, and what is kept is told to be open elsewhere until it is not', async () => {
    const holder = libraryIn(other.folder)
    await holder.open()
    const refused = await get('/scenarios').expect(503)
    expect(problemOf(refused).detail).toContain('Another Total Place has the library open')
    expect(refused.headers['retry-after']).toBe('5')
    const post = await request(other.app)
      .post('/api/v1/sets')
      .send({ name: 'x', document: { members: [] } })
    expect(post.status).toBe(503)
    await get('/count').expect(200)
    await get('/presets').expect(200)
    await holder.close()
    await get('/scenarios').expect(200)
  })

  test('a broken one is told of by its name alone, and left', async () => {
    await other.library.close()
    const broken = await serveFixture()
    await writeFile(libraryFile(broken.folder), 'broken')
    const problem = problemOf(await request(broken.app).get('/api/v1/sets').expect(503))
    expect(problem.detail).toContain('library.duckdb')
    expect(JSON.stringify(problem)).not.toContain(broken.folder)
    await request(broken.app).get('/api/v1/count').expect(200)
    await broken.close()
  })
})
