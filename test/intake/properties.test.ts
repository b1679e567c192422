import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import request from 'supertest'
import { type Mapping, mappingSchema } from '../../server/intake/mapping.ts'
import { BadMapping } from '../../server/intake/refusals.ts'
import type { Report } from '../../server/intake/report.ts'
import { Unreadable } from '../../server/intake/terms.ts'
import { FIVE_PLACES } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { type Content, HEADER, type Opened, openIntakes, sent } from './opened.ts'
import { cell, dialects, grouped, type Line, linesOf, PLAIN, written } from './written.ts'

const RUNS = { numRuns: 8 }
const MINUTES = 120_000
const PLACES = ['E08000003', 'E08000006', 'E09000008', 'E10000014']
const AGENCIES = ['E4203', 'E5033']

let open: Opened
beforeAll(async () => {
  open = await openIntakes(16)
})
afterAll(() => open.close())

/** Rows of the table of accepted lines of an intake. */
async function accepted<T>(folder: string, sql: string): Promise<T[]> {
  const instance = await DuckDBInstance.create(join(folder, 'staging.duckdb'), { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson() as T[]
  connection.closeSync()
  instance.closeSync()
  return rows
}

const groupsOf = async (id: string) => {
  const rows = await accepted<Record<string, string>>(
    open.intakes.folder(id),
    'select place, agency, year, programme, sum(pence)::varchar as pence, count(*) as n from accepted group by all',
  )
  return Object.fromEntries(
    rows
      .map(({ place, agency, year, programme, pence, n }): [string, string] => [
        [place, agency, year, programme].join('|'),
        `${pence} in ${n}`,
      ])
      .sort(),
  )
}

/** Brings a file in, and takes it away after looking at it. */
async function brought<T>(content: Content, look: (id: string, report: Report) => Promise<T>): Promise<T> {
  const { id, report } = await open.bring({ 'file.csv': content })
  try {
    return await look(id, report)
  } finally {
    await open.intakes.remove(id)
  }
}

const known = () => linesOf(PLACES, AGENCIES)
const receiptOf = async (id: string) => (await open.intakes.receipt(id))!.accepted

jest.setTimeout(MINUTES)

test('lines in any dialect are accepted to the same figures', async () => {
  await fc.assert(
    fc.asyncProperty(known(), dialects, async ({ lines }, dialect) => {
      await brought(written(lines, dialect), async (id, report) => {
        expect([report.rows.accepted, report.rows.rejected]).toEqual([lines.length, 0])
        expect(await groupsOf(id)).toEqual(grouped(lines))
      })
    }),
    RUNS,
  )
})

test('permuting rows changes no sum, no group and no hash of what is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(known(), dialects, async ({ lines, shuffled }, dialect) => {
      const told = async (id: string, { rows, pence, groups, rules }: Report) => ({
        ...{ rows: rows.accepted, pence, groups, rules },
        hash: await receiptOf(id),
      })
      const before = await brought(written(lines, PLAIN), told)
      expect(await brought(written(shuffled, { ...dialect, titles: [] }), told)).toMatchObject({
        ...{ rows: before.rows, pence: before.pence, groups: before.groups, hash: before.hash },
      })
    }),
    RUNS,
  )
})

const REJECTED = [
  ({ agency, year }: Line) => `E99000001,${agency},${year},x,700000000001.07`,
  ({ place, year }: Line) => `${place},Nobody at all,${year},x,700000000001.07`,
  ({ place, agency }: Line) => `${place},${agency},2023,x,700000000001.07`,
  ({ place, agency, year }: Line) => `${place},${agency},${year},x,n/a`,
  ({ place, agency, year }: Line) => `${place},${agency},${year},Total,700000000001.07`,
  ({ place, agency }: Line) => `${place},${agency}`,
  ({ place, agency, year }: Line) => `${place},${agency},${year},x,1,and more`,
  ({ place, agency, year }: Line) =>
    `${open.count.catalogue.places.get(place)!.parent},${agency},${year},x,700000000001.07`,
]
test('a row that is rejected changes nothing accepted, wherever it stands', async () => {
  await fc.assert(
    fc.asyncProperty(known(), fc.constantFrom(...REJECTED), fc.nat(), async ({ lines }, bad, where) => {
      const told = async (id: string, { rows, pence, groups }: Report) => ({
        ...{ accepted: rows.accepted, pence: pence.accepted, groups },
        hash: await receiptOf(id),
      })
      const before = await brought(written(lines, PLAIN), told)
      const at = where % (lines.length + 1)
      const [head, tail] = [lines.slice(0, at), lines.slice(at)]
      const rows = tail.length === 0 ? '' : written(tail, PLAIN).toString().split('\n').slice(1).join('\n')
      const file = `${written(head, PLAIN, [bad(lines[0]!)])}${rows}`
      const [after, rejected] = await brought(file, async (id, report) => [
        await told(id, report),
        report.rows.rejected,
      ])
      expect([after, rejected]).toEqual([before, 1])
    }),
    RUNS,
  )
})

describe('whatever stands in the cells', () => {
  const mapping: Mapping = mappingSchema.parse({
    columns: HEADER.split(',').map((header) => ({
      header,
      meaning: header === 'Service' ? 'programme' : header.toLowerCase(),
    })),
  })
  const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '',
      'E08000003',
      'E4203',
      '2017-18',
      '1.00',
      '-',
      'n/a',
      'Total',
      '"',
      '\0',
      '\ufeff',
      '£1e3',
    ),
    fc.double().map(String),
    fc.bigInt().map(String),
  )

  /** The report, or why there is none; any other error fails. bring() sees that rows and pence add up. */
  const outcome = async (content: Content) => {
    try {
      const { id, report } = await open.bring({ 'file.csv': content }, mapping)
      await open.intakes.remove(id)
      return report
    } catch (error) {
      if (error instanceof Unreadable || error instanceof BadMapping) return error
      throw error
    }
  }

  test('rows and pence in are rows and pence out, and every row is judged', async () => {
    let judged = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(junk, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 15 }),
        async (rows) => {
          const text = [
            HEADER,
            'E08000003,E4203,2017-18,Parks,1.00',
            ...rows.map((cells) => cells.map((one) => cell(one, ',', true)).join(',')),
          ].join('\n')
          const told = await outcome(Buffer.from(text))
          if (told instanceof Error) return
          judged += 1
          expect(told.rows.in).toBe(rows.length + 2)
          expect(told.rows.accepted).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 24 },
    )
    expect(judged).toBeGreaterThan(12)
  })

  test('bytes of any kind are read or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, under) => {
        const content = under ? Buffer.concat([Buffer.from(`${HEADER}\n`), bytes]) : Buffer.from(bytes)
        const told = await outcome(content)
        if (told instanceof Error) expect(told.message.length).toBeGreaterThan(10)
        else expect(told.rows.in).toBeGreaterThan(0)
      }),
      { numRuns: 20 },
    )
  })
})

test('lines exported from a count come back to the same figures, without a mapping', async () => {
  const fixture = await serveFixture()
  try {
    const places = [...new Set(FIVE_PLACES.spend.map(({ place }) => place as string))].filter((place) =>
      /^E\d{8}$/.test(place),
    )
    for (const place of places)
      for (const year of fixture.count.catalogue.years) {
        const { text, status } = await request(fixture.app).get(
          `/api/v1/lines.csv?year=${year}&places=${place}`,
        )
        expect(status).toBe(200)
        const lines = FIVE_PLACES.spend.filter(
          (line) => line.place === place && line.year === year && line.flow === 'own',
        )
        if (lines.length === 0) continue
        const { id } = await fixture.intakes.start()
        const state = await fixture.intakes.put(id, 'lines.csv', sent(text), fixture.count)
        expect(state!.proposal!.needed).toEqual([])
        const report = (await fixture.intakes.check(id, fixture.count))!
        expect([report.rows.accepted, report.rows.rejected]).toEqual([lines.length, 0])
        const sums = new Map<string, bigint>()
        for (const line of lines) {
          const key = [line.agency, line.function, line.flow, line.economic, line.phase].join('|')
          sums.set(key, (sums.get(key) ?? 0n) + BigInt(line.amount as number) * 100n)
        }
        const rows = await accepted<Record<string, string>>(
          fixture.intakes.folder(id),
          'select place, year, agency, function, flow, economic, phase, sum(pence)::varchar as pence from accepted group by all',
        )
        expect(new Set(rows.map((row) => `${row.place} ${row.year}`))).toEqual(new Set([`${place} ${year}`]))
        expect(
          Object.fromEntries(
            rows.map((row) => [
              [row.agency, row.function, row.flow, row.economic, row.phase].join('|'),
              row.pence,
            ]),
          ),
        ).toEqual(Object.fromEntries([...sums].map(([key, pence]) => [key, String(pence)])))
      }
  } finally {
    await fixture.close()
  }
})
