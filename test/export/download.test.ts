import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import type { LinesReply, SpendReply } from '../../server/api/contract.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'
import { binary } from './fetch.ts'

let served: Awaited<ReturnType<typeof serveShipped>>
beforeAll(async () => {
  served = await serveShipped()
})
afterAll(() => served.close())

const get = (address: string) => request(served.app).get(`/api/v1${address}`)

const LONG = 120_000

/** Bytes at an address, not packed on the way. */
const plain = (address: string) => get(address).set('Accept-Encoding', 'identity').buffer().parse(binary)

const CRLF = Buffer.from('\r\n')
function lineEnds(bytes: Buffer): number {
  let ends = 0
  for (let at = bytes.indexOf(CRLF); at >= 0; at = bytes.indexOf(CRLF, at + 2)) ends += 1
  return ends
}

function sumOf(csv: Buffer): { rows: number; total: number } {
  const rows = parse(csv, { columns: true }) as { amount: string }[]
  return { rows: rows.length, total: rows.reduce((sum, { amount }) => sum + (Number(amount) || 0), 0) }
}

const LONDON = 'places=E12000007'

describe('all lines of a region', () => {
  let london: LinesReply
  beforeAll(async () => {
    london = (await get(`/lines?${LONDON}`)).body
  })

  test('come in pages as JSON', () => {
    expect(london.rows).toBe(100)
    expect(london.matched).toBeGreaterThan(20_000)
  })

  test('stream as CSV, which says how many before it begins', async () => {
    const { headers, body } = await plain(`/lines.csv?${LONDON}`).expect(200)
    expect(headers['x-row-count']).toBe(String(london.matched))
    expect(headers['content-length']).toBeUndefined()
    expect(lineEnds(body)).toBe(london.matched + 1)
  })

  test('stream as Arrow', async () => {
    const { headers, body } = await plain(`/lines.arrow?${LONDON}`).expect(200)
    const arrow = tableFromIPC(body as Buffer)
    expect(headers['x-row-count']).toBe(String(london.matched))
    expect(arrow.numRows).toBe(london.matched)
    const amounts = [...arrow.getChild('amount')!] as bigint[]
    expect(amounts.reduce((sum, amount) => sum + Number(amount), 0)).toBe(london.total)
  })

  test('a workbook of them is refused, never cut, and the CSV is named', async () => {
    const { status, body } = await get(`/lines.xlsx?${LONDON}`)
    expect(status).toBe(406)
    expect(body.detail).toContain(`/api/v1/lines.csv?${LONDON}`)
  })

  test('HEAD and 304 send no body', async () => {
    const { headers } = await request(served.app).head(`/api/v1/lines.csv?${LONDON}`).expect(200)
    expect(headers['x-row-count']).toBe(String(london.matched))
    await get(`/lines.csv?${LONDON}`).set('If-None-Match', headers.etag!).expect(304, '')
  })

  test('a limit is kept', async () => {
    const { headers, text } = await get('/lines.csv?limit=7').expect(200)
    expect(headers['x-row-count']).toBe('7')
    expect(text.trimEnd().split('\r\n')).toHaveLength(8)
  })

  test('a reader who hangs up is let go, and the server goes on', async () => {
    const server = served.app.listen(0)
    const { port } = server.address() as AddressInfo
    const base = `http://127.0.0.1:${port}/api/v1`
    const stop = new AbortController()
    const response = await fetch(`${base}/lines.csv`, { signal: stop.signal })
    await response.body!.getReader().read()
    stop.abort()
    expect((await fetch(`${base}/health`)).status).toBe(200)
    await new Promise((done) => server.close(done))
  })
})

test('one place has all its lines in CSV without asking for pages', async () => {
  const lines = (await get('/lines?places=E09000008')).body as LinesReply
  const { headers, body } = await plain('/lines.csv?places=E09000008')
  expect(headers['x-row-count']).toBe(String(lines.matched))
  expect(sumOf(body)).toEqual({ rows: lines.matched, total: lines.total })
})

test(
  'a long table of /spend streams whole',
  async () => {
    const by = 'by=place,agency,function,economic,grade,class,source'
    const spend = (await get(`/spend?${by}`)).body as SpendReply
    expect(spend.rows).toBeGreaterThan(20_000)
    const { headers, body } = await plain(`/spend.csv?${by}`)
    expect(headers['x-row-count']).toBe(String(spend.rows))
    expect(sumOf(body)).toEqual({ rows: spend.rows, total: spend.total })
    expect((await get(`/spend.xlsx?${by}`)).status).toBe(406)
  },
  LONG,
)
