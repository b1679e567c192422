import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import request from 'supertest'
import type { ControlReply, SpendReply, TableReply } from '../../server/api/contract.ts'
import { isAdded } from '../../server/export/data-sheet.ts'
import { markOf } from '../../server/export/marks.ts'
import { titleOf } from '../../server/export/titles.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { bytesAt, type Cells, read } from './fetch.ts'
import { partsOf, sheetsOf } from './parts.ts'
import { as, QUESTIONS } from './questions.ts'

let served: Awaited<ReturnType<typeof serveFixture>>
beforeAll(async () => {
  served = await serveFixture({ RATE_LIMIT: '100000' })
})
afterAll(() => served.close())

const json = async <T = TableReply>(address: string) =>
  (await request(served.app).get(`/api/v1${address}`)).body as T
const book = async (address: string) => read(await bytesAt(served.app, as(address, 'xlsx')))
const cover = ({ Cover }: Record<string, Cells>) => new Map(Cover!.map(([label, value]) => [label, value]))
const sum = (values: readonly unknown[]) =>
  values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0)

describe.each(QUESTIONS)('the workbook of %s', (address) => {
  test('holds the reply cell by cell, and its sums', async () => {
    const whole =
      address === '/lines' || address.startsWith('/lines?flow')
        ? `${address}${address.includes('?') ? '&' : '?'}limit=1000`
        : address
    const reply = await json(whole)
    const [header, ...rows] = (await book(address)).Data!
    expect(header).toEqual(reply.columns.map(titleOf))
    expect(new Set(header).size).toBe(reply.columns.length)
    for (const [column, { name }] of reply.columns.entries())
      expect(rows.slice(0, reply.rows).map((cells) => cells[column])).toEqual(
        reply.data[name]!.map((value) => (value === '' ? '[z]' : (value ?? markOf(name)))),
      )
    const totals = rows[reply.rows]
    for (const [column, one] of reply.columns.entries())
      if (totals && isAdded(reply.query, one)) expect(totals[column]).toBe(sum(reply.data[one.name]!))
    if (totals) expect(totals[0]).toBe('Total')
  })

  test('is made of real tables, one a sheet, every formula with its value, nothing merged', async () => {
    const parts = partsOf(await bytesAt(served.app, as(address, 'xlsx')))
    const sheets = [...parts].filter(([name]) => /sheet\d+\.xml$/.test(name)).map(([, xml]) => xml)
    for (const [index, xml] of sheets.entries()) {
      expect(xml).not.toContain('mergeCell')
      expect(xml.match(/<tablePart /g)?.length ?? 0).toBe(index === 0 ? 0 : 1)
      for (const [cell] of xml.matchAll(/<c [^>]*>(?:(?!<\/c>).)*<f>.*?<\/c>/g))
        expect(cell).toMatch(/<v>[^<]+<\/v>/)
    }
    const tables = [...parts].filter(([name]) => /tables\/table\d+\.xml$/.test(name))
    expect(tables).toHaveLength(sheets.length - 1)
    expect(new Set(tables.map(([, xml]) => /displayName="(\w+)"/.exec(xml)![1])).size).toBe(tables.length)
  })

  test('is the same bytes for the same question', async () => {
    const bytes = await bytesAt(served.app, as(address, 'xlsx'))
    const [path, query] = address.split('?')
    const turned = query ? `${path}?${query.split('&').reverse().join('&')}` : address
    expect((await bytesAt(served.app, as(turned, 'xlsx'))).equals(bytes)).toBe(true)
    const other = await serveFixture()
    expect((await bytesAt(other.app, as(address, 'xlsx'))).equals(bytes)).toBe(true)
    await other.close()
  })

  test('says on its first sheet what it is', async () => {
    const reply = await json(address)
    const sheets = await book(address)
    const says = cover(sheets)
    expect(Object.keys(sheets)[0]).toBe('Cover')
    expect(sheets.Cover![0]![0]).toMatch(/\?$/)
    expect(says.get('Hash of the count')).toBe(reply.count.hash)
    expect(says.get('Ask the API again')).toMatch(/^http:\/\/places\.example\/api\/v1\//)
    expect(says.get('Software')).toMatch(/^Total Place \d/)
    for (const name of Object.keys(sheets).slice(1)) expect(says.has(name)).toBe(true)
    expect(sheets.Notes!.map(([, , name]) => name)).toEqual(
      expect.arrayContaining(reply.columns.map(({ name }) => name)),
    )
    expect(sheets.Sources!.slice(1).every(([, , , , licence]) => Boolean(licence))).toBe(true)
  })
})

describe('the cover', () => {
  test('of England reconciles', async () => {
    const reply = await json<SpendReply>('/spend?by=place')
    const sheets = await book('/spend?by=place')
    const says = cover(sheets)
    expect(says.get('Total')).toBe(reply.total)
    expect(says.get('Population')).toBe(reply.population)
    expect(says.get('Compiled here')).toBe(reply.control!.compiled)
    expect(says.get('Difference')).toBe(reply.control!.difference)
    expect(says.get('Status of the difference')).toBe(reply.control!.status)
    expect(sheets.Reconciliation!.at(-1)!.slice(0, 2)).toEqual(['Compiled here', reply.control!.compiled])
    expect(sheets.Missing!.length - 1).toBe(reply.coverage.missing.length)
  })

  test('of control has the share of all rows', async () => {
    const reply = await json<ControlReply>('/control')
    const sheets = await book('/control')
    const says = cover(sheets)
    const local = reply.definitions.find(({ id }) => id === reply.definition.id)!
    expect(says.get('Under local control, all rows')).toBe(local.numerator)
    expect(says.get('Share under local control')).toBe(local.share)
    expect(sheets.Definitions!.slice(1).map((row) => row[5])).toEqual(
      reply.definitions.map(({ share }) => share),
    )
  })

  test('prints no host that is not one', async () => {
    const bytes = await bytesAt(served.app, '/spend.xlsx', 'evil.example/x?')
    expect(sheetsOf(bytes).join('') + [...partsOf(bytes).values()].join('')).not.toContain('evil')
    const honest = await bytesAt(served.app, '/spend.xlsx')
    expect([...partsOf(honest).values()].join('')).toContain('places.example')
  })
})
