import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import request from 'supertest'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { as, QUESTIONS } from './questions.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

describe.each(QUESTIONS)('the metadata of %s as CSV', (address) => {
  test('is named by the CSV and describes its columns, question, sources and count', async () => {
    const csv = await request(served.app).get(`/api/v1${as(address, 'csv')}`)
    const [, link] = /^<(.*)>; rel="describedby"; type="application\/csvm\+json"$/.exec(csv.headers.link!)!
    const { body, type, headers } = await request(served.app)
      .get(link!)
      .buffer()
      .parse((response, done) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => done(null, JSON.parse(text)))
      })
    expect(type).toBe('application/csvm+json')
    const names = (parse(csv.text) as string[][])[0]
    expect(body.tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(names)
    expect(body.tableSchema.columns.map(({ titles }: { titles: string[] }) => titles[0])).toEqual(names)
    expect(headers['x-row-count']).toBe(csv.headers['x-row-count'])
    expect(body['dc:extent']).toBe(`${csv.headers['x-row-count']} rows`)
    expect(body['dc:identifier']).toBe(served.count.hash)
    expect(body['dc:title']).toMatch(/\?$/)
    expect(body['dc:source'].length).toBe(served.count.catalogue.sources.length)
    expect((await request(served.app).get(body.url)).text).toBe(csv.text)
  })
})
