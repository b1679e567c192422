import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import type { ControlReply, TableReply } from '../../server/api/contract.ts'
import { ordered } from '../../server/api/ordered.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

const get = async (address: string) => (await request(served.app).get(`/api/v1${address}`)).body

describe.each(['/spend?by=place,agency', '/control?', '/places?'])('%s in order', (address) => {
  test('of each column there is, either way, null last, the same rows', async () => {
    const plain = (await get(address)) as TableReply
    const rowsOf = ({ columns, data, rows }: TableReply) =>
      Array.from({ length: rows }, (_, row) => JSON.stringify(columns.map(({ name }) => data[name]![row])))
    for (const { name } of plain.columns)
      for (const minus of ['', '-']) {
        const reply = (await get(`${address}&order=${minus}${name}`)) as TableReply
        expect(rowsOf(reply).sort()).toEqual(rowsOf(plain).sort())
        const values = reply.data[name]!
        const known = values.filter((value) => value !== null)
        expect(values.slice(0, known.length)).toEqual(known)
        const turned = minus ? [...known].reverse() : known
        for (let at = 1; at < turned.length; at += 1) expect(turned[at - 1]! <= turned[at]!).toBe(true)
      }
  })
})

test('ties go by the first column', () => {
  const reply = {
    columns: [
      { name: 'a', type: 'string' as const },
      { name: 'b', type: 'integer' as const },
    ],
    data: { a: ['z', 'y', 'x', 'w'], b: [1, null, 1, null] },
    rows: 4,
    query: 'spend',
    count: { id: '', hash: '' },
  }
  expect(ordered(reply, '-b').data.a).toEqual(['x', 'z', 'w', 'y'])
  expect(ordered(reply, 'b').data.a).toEqual(['x', 'z', 'w', 'y'])
})

test('a column there is not is refused, and those there are named', async () => {
  const { status, errors } = await get('/spend?by=place&order=agency')
  expect(status).toBe(400)
  expect(errors).toEqual([
    {
      where: 'query.order',
      message: 'must be one of place, place_name, amount, recorded, lines, or one of them after a minus',
      value: 'agency',
    },
  ])
  expect((await get('/control?order=-')).errors[0].where).toBe('query.order')
})

test('CSV is in the same order', async () => {
  const { data } = await get('/spend?by=place&order=-amount')
  const { text } = await request(served.app).get('/api/v1/spend.csv?by=place&order=-amount')
  expect((parse(text, { from: 2 }) as string[][]).map(([place]) => place)).toEqual(data.place)
})

describe('/control per head', () => {
  test('divides all classes by the persons of the year', async () => {
    const { data } = (await get('/control')) as ControlReply
    const alpha = data.place!.indexOf('E06000001')
    expect(data.persons![alpha]).toBe(1000)
    expect(data.head![alpha]).toBe(1)
    expect(data.persons![data.place!.indexOf('not-placed')]).toBeNull()
    expect(data.head![data.place!.indexOf('not-placed')]).toBeNull()
  })

  test('together divides by all persons, as /spend does', async () => {
    for (const places of ['', '&places=E12000002', '&places=E06000001,not-placed']) {
      const control = (await get(`/control?together=true${places}`)) as ControlReply
      const spend = await get(`/spend?per=head${places}`)
      expect(control.data.persons).toEqual([spend.population])
      expect(control.data.head).toEqual(spend.data.amount)
    }
  })
})
