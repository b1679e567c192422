import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import type { z } from 'zod'
import type { TableReply } from '../../server/api/contract.ts'
import * as contract from '../../server/api/contract.ts'
import { tablesReply } from '../../server/api/contract-tables.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let fixture: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  fixture = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => fixture.close())

const API = '/api/v1'
const get = (address: string) => request(fixture.app).get(`${API}${address}`)

const ALIKE = '/comparators?places=E06000001&features=population,older&n=3'
const ROUTES: [string, z.ZodType][] = [
  ['/health', contract.healthReply],
  ['/count', contract.countReply],
  ['/places', contract.placesReply],
  ['/places?tier=region', contract.placesReply],
  ['/places?tier=set:coast', contract.placesReply],
  ['/spend', contract.spendReply],
  [
    '/spend?by=place,year,agency,sector,function,division,economic,basis,grade,class,source',
    contract.spendReply,
  ],
  ['/spend?by=year,place&per=head&year=2016-17,2017-18', contract.spendReply],
  ['/spend?agency=epsilon', contract.spendReply],
  ['/control', contract.controlReply],
  ['/control?together=true&places=E12000002,E06000003&definition=councillors', contract.controlReply],
  ['/lines', contract.linesReply],
  ['/lines?limit=3&offset=2&order=line&class=7,2', contract.linesReply],
  ['/lines?offset=1000', contract.linesReply],
  ['/amended', contract.tableReply],
  ['/replaced?places=E12000001&order=-amount', contract.tableReply],
  ['/published', contract.publishedReply],
  ['/published?places=set:coast&order=-published', contract.publishedReply],
  [ALIKE, contract.comparatorsReply],
  ['/outlines/upper', contract.outlinesReply],
  ['/outlines/region', contract.outlinesReply],
  ['/unit-costs', tablesReply],
]
const TABLES = ROUTES.map(([address]) => address).filter((address) =>
  /^\/(places|spend|control|lines|published|amended|replaced|comparators)/.test(address),
)
const PATHS = [
  ...new Set(ROUTES.map(([address]) => address.split('?')[0]!).filter((path) => path !== '/comparators')),
  '/openapi.json',
]
const extended = (address: string, extension: string) => address.replace(/^\/[a-z]+/, `$&.${extension}`)

function expectProblem(response: request.Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.type).toBe('application/problem+json')
  const problem = contract.problemReply.strict().parse(JSON.parse(response.text))
  expect(problem.status).toBe(status)
  expect(problem.errors.length).toBeGreaterThan(0)
  expect(response.text).not.toMatch(/select |\.sql|\/tmp|node_modules| at \w+ \(/i)
  return problem
}

describe.each(ROUTES)('GET %s', (address, schema) => {
  test('answers as the contract says', async () => {
    const response = await get(address).expect(200)
    const strict = 'strict' in schema ? (schema as z.ZodObject).strict() : schema
    expect(
      address.startsWith('/outlines') ? schema.parse(response.body) : strict.parse(response.body),
    ).toBeTruthy()
  })

  test('answers 304 to a reader who holds it', async () => {
    const { headers } = await get(address)
    if (address === '/health') expect(headers.etag).toBeUndefined()
    else await get(address).set('If-None-Match', headers.etag!).expect(304, '')
  })
})

describe.each(PATHS)('%s', (path) => {
  test('takes HEAD and OPTIONS, and refuses other methods', async () => {
    await request(fixture.app).head(`${API}${path}`).expect(200)
    await request(fixture.app).options(`${API}${path}`).expect(204).expect('Allow', 'GET, HEAD, OPTIONS')
    for (const method of ['post', 'put', 'patch', 'delete'] as const) {
      const response = await request(fixture.app)[method](`${API}${path}`)
      expectProblem(response, 405)
      expect(response.headers.allow).toBe('GET, HEAD, OPTIONS')
    }
  })

  test('answers in no form it does not have', async () => {
    expectProblem(await get(path).set('Accept', 'text/html'), 406)
  })

  test('names every fault at once', async () => {
    const problem = expectProblem(await get(`${path}?nonsense=1&__proto__=2&constructor=3`), 400)
    expect(problem.errors.map(({ where }) => where)).toEqual([
      'query.nonsense',
      'query.__proto__',
      'query.constructor',
    ])
  })
})

describe.each(TABLES)('twins of %s', (address) => {
  const json = async () => (await get(address)).body as TableReply

  test('CSV holds the same table', async () => {
    const { columns, data, rows } = await json()
    const response = await get(extended(address, 'csv')).expect(200)
    expect(response.headers['x-row-count']).toBe(String(rows))
    const [names, ...lines] = parse(response.text) as string[][]
    expect(names).toEqual(columns.map(({ name }) => name))
    expect(lines).toHaveLength(rows)
    for (const [index, { name, type }] of columns.entries()) {
      const read = (text: string) => {
        if (text === '[x]' || text === '[z]') return null
        if (type === 'string') return text.replace(/^'(?=[=+\-@\t\r])/, '')
        return type === 'boolean' ? text === 'true' : Number(text)
      }
      expect(lines.map((line) => read(line[index]!))).toEqual(data[name])
    }
    expect((await get(address).set('Accept', 'text/csv')).text).toBe(response.text)
  })

  test('Arrow holds the same table', async () => {
    const { columns, data, rows } = await json()
    const response = await get(extended(address, 'arrow')).buffer().parse(binary).expect(200)
    const arrow = tableFromIPC(response.body as Buffer)
    expect(arrow.numRows).toBe(rows)
    for (const { name, unit } of columns) {
      const column = [...arrow.getChild(name)!].map((value) =>
        typeof value === 'bigint' ? Number(value) : value,
      )
      expect(column).toEqual(data[name])
      expect(arrow.schema.fields.find((field) => field.name === name)!.metadata.get('unit')).toBe(unit)
    }
  })
})

const binary: Parameters<request.Test['parse']>[0] = (response, done) => {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => done(null, Buffer.concat(chunks)))
}

describe('one question, one entry', () => {
  test('parameter and list order do not matter; form does', async () => {
    const tag = async (address: string) => (await get(address)).headers.etag
    const one = await tag('/spend?by=place,agency&scope=-schools,-benefits&year=2017-18')
    expect(await tag('/spend?year=2017-18&scope=-benefits,-schools&by=agency,place,place')).toBe(one)
    expect(await tag('/spend.csv?by=place,agency&scope=-schools,-benefits&year=2017-18')).not.toBe(one)
    expect(await tag('/spend?by=place,agency&scope=-schools&year=2017-18')).not.toBe(one)
  })
})

describe('nothing there', () => {
  test.each(['/', '/nope', '/spend/x', '/spend.ods', '/health.csv', '/outlines/mars', '/outlines/__proto__'])(
    '%s',
    async (path) => void expectProblem(await get(path), 404),
  )
  test('outside the API', async () => {
    expectProblem(await request(fixture.app).get('/nope.html'), 404)
    expectProblem(await request(fixture.app).get('/assets/nope.js'), 404)
    expectProblem(await request(fixture.app).get('/..%2f..%2fetc%2fpasswd'), 404)
  })
})

describe('hostile questions', () => {
  const long = 'x'.repeat(10_000)
  test.each([
    ['/spend?by=colour', 1],
    ['/spend?by=place&by=agency', 1],
    ['/spend?by[]=place', 1],
    ['/spend?year=0', 1],
    ['/spend?year=9999-00,2017-18', 2],
    ['/spend?year=2016-17,2017-18', 1],
    ['/spend?places=E99999999', 1],
    ['/spend?places=set:nope,__proto__,constructor', 3],
    [`/spend?agency=${long}`, 1],
    ['/spend?agency=', 1],
    ['/spend?places=%E0%A4%A', 1],
    ["/spend?agency=x';drop table line;--", 1],
    ['/spend?agency=<script>alert(1)</script>', 1],
    ['/spend?scope=benefits', 1],
    ['/spend?scope=-benefits,-nope', 1],
    ['/spend?prices=real:1066-67', 1],
    ['/lines?prices=real:2017-18', 1],
    ['/control?rules=rule:nowhere>1', 1],
    ['/control?rules=rule:education>9', 1],
    ['/devolution', 1],
    ['/change?from=2017-18&year=2017-18', 1],
    ['/spend?per=hour&class=8&grade=E&basis=guess&economic=x&count=other', 6],
    ['/control?definition=mine&together=maybe', 2],
    ['/control?definition=classes:1,8', 1],
    ['/control?definition=classes:', 1],
    ['/control?year=2016-17,2017-18', 1],
    ['/lines?limit=0&offset=-1', 2],
    ['/lines?limit=1001&offset=1e9&order=random&flow=sideways', 4],
    ['/places?tier=planet', 1],
    ['/count?count=other', 1],
  ])('%.60s', async (address, faults) => {
    const problem = expectProblem(await get(encodeURI(address).replaceAll('%25', '%')), 400)
    expect(problem.errors).toHaveLength(faults)
  })

  test('bodies', async () => {
    const post = () => request(fixture.app).post(`${API}/spend`)
    expectProblem(await post().type('json').send('{bad'), 400)
    expectProblem(
      await post()
        .type('json')
        .send(`{"a":"${'x'.repeat(300_000)}"}`),
      413,
    )
    expectProblem(await post().set('Content-Type', 'application/json; charset=koi8-r').send('{}'), 415)
  })

  test('the server goes on', async () => void (await get('/health').expect(200)))
})

describe('limits', () => {
  test('a burst beyond the rate is told when to come back', async () => {
    const limited = await serveFixture({ RATE_LIMIT: '1' })
    await request(limited.app).get(`${API}/health`).expect(200)
    const response = await request(limited.app).get(`${API}/health`)
    expectProblem(response, 429)
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
    await limited.close()
  })

  test('a count not yet open is 503', async () => {
    const { current } = fixture.shelf
    delete fixture.shelf.current
    for (const path of PATHS) expectProblem(await get(path), 503)
    fixture.shelf.current = current!
  })
})
