import { afterAll, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import { countedAs } from '../../server/count/counted-as.ts'
import type { ControlTotal } from '../../server/count/reference.ts'
import { ALPHA, FIVE_PLACES } from '../fixtures/five-places.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'

type Served = Awaited<ReturnType<typeof serveFixture>>
/** All of 2016-17 is a ledger that a reader brought. */
const LEDGER = {
  id: 'own-1',
  position: 1,
  title: 'Ledger',
  publisher: 'The alliance',
  made: '2026-01-02',
  base: 'ab'.repeat(32),
  place: ALPHA,
  year: '2016-17',
  agency: 'nhs',
  economic: 'current',
  does: 'add',
  covers: 'agency',
  classes: 'same',
  added_lines: 1n,
  added: 150n,
  replaced_lines: 0n,
  replaced: 0n,
  sources: [],
}
const [blank] = FIVE_PLACES.control_total
const total = (kind: string) => ({ ...blank!, id: `${kind}-1`, kind, year: '2016-17' })
const among = (...more: object[]) => [...FIVE_PLACES.control_total, ...more] as never

let plain: Served
let own: Served
let checked: Served
beforeAll(async () => {
  plain = await serveFixture()
  own = await serveFixture({}, { ...FIVE_PLACES, amendment: [LEDGER], control_total: among(total('own')) })
  checked = await serveFixture(
    {},
    { ...FIVE_PLACES, amendment: [LEDGER], control_total: among(total('return')) },
  )
})
afterAll(async () => {
  for (const { close } of [plain, own, checked]) await close()
})

const why = async ({ app }: Served, query: string) => {
  const { status, body } = await request(app).get(`/api/v1/change?${query}`)
  expect(status).toBe(400)
  return body.errors
}

test.each(['from=2016-17&year=2017-18', 'from=2017-18&year=2016-17'])(
  'no change is drawn to or from a year of nothing but own figures, and why is said: %s',
  async (query) => {
    expect(await why(own, query)).toEqual([
      {
        where: 'query.from',
        message: '2016-17 holds own figures only, with no return of it in this count: it cannot be compared',
        value: query.slice(5, 12),
      },
    ])
    for (const served of [plain, checked])
      expect(await why(served, query)).toMatchObject([
        { message: expect.stringContaining('holds recorded lines only') },
      ])
  },
)

test('a year is of own figures only where a file is in it and no published total is held against it', () => {
  const year = (name: string, coverage: 'full' | 'recorded') => ({ year: name, coverage, note: null })
  const known = {
    financialYears: [year('2011-12', 'recorded'), year('2017-18', 'full'), year('2019-20', 'recorded')],
    amendments: [],
    controlTotals: [{ year: '2011-12', kind: 'return' } as ControlTotal],
  }
  const brought = { ...known, amendments: [{ years: ['2011-12', '2017-18', '2019-20'] }] as never }
  const years = ['2011-12', '2017-18', '2019-20', '2030-31']
  expect(years.map((one) => countedAs(known, one))).toEqual(['recorded', 'full', 'recorded', undefined])
  expect(years.map((one) => countedAs(brought, one))).toEqual(['recorded', 'full', 'own', undefined])
})
