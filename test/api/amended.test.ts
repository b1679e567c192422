import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { answerAmended } from '../../server/api/answer-amended.ts'
import * as contract from '../../server/api/contract.ts'
import type { Count } from '../../server/count/open.ts'
import { PackageError } from '../../server/count/read.ts'
import { FIVE_PLACES } from '../fixtures/five-places.ts'
import { openFixture } from '../fixtures/open-fixture.ts'

const IMPORT = {
  id: 'own-1',
  position: 1,
  title: 'Trust accounts',
  publisher: 'The trust',
  made: '2026-01-02',
  base: 'ab'.repeat(32),
}
const group = (place: string, added: bigint, replaced: bigint) => ({
  ...IMPORT,
  place,
  year: '2017-18',
  agency: 'nhs',
  economic: 'current',
  does: 'replace',
  covers: 'agency',
  classes: 'same',
  added_lines: 1n,
  added,
  replaced_lines: 2n,
  replaced,
  sources: [],
})
const out = (line: string, place: string, amount: bigint) => ({
  line,
  amendment: 'own-1',
  place,
  year: '2017-18',
  agency: 'nhs',
  function: '07.3',
  programme: 'Hospitals',
  economic: 'current',
  amount,
  basis: 'shared_out',
  driver: 'population',
  grade: 'D',
  source: 'treasury',
  rule: 'health',
})

const TABLES = {
  ...FIVE_PLACES,
  amendment: [group('E06000001', 150n, 120n), group('E06000003', 90n, 100n)],
  replaced: [out('a', 'E06000001', 20n), out('b', 'E06000001', 100n), out('c', 'E06000003', 100n)],
}
let open: { count: Count; close: () => Promise<void> }
beforeAll(async () => {
  open = await openFixture(TABLES)
})
afterAll(() => open.close())
const ask = (name: 'amended' | 'replaced', question = {}) =>
  answerAmended(open.count, name, question, new AbortController().signal)

test('what was put in place of what, with the change of the total', async () => {
  const reply = contract.tableReply.parse(await ask('amended'))
  expect(reply.data).toMatchObject({
    place: ['E06000001', 'E06000003'],
    added: [150, 90],
    replaced: [120, 100],
    change: [30, -10],
    standing_lines: [1, 1],
    standing: [150, 90],
    replaced_own: [0, 0],
    title: ['Trust accounts', 'Trust accounts'],
  })
  expect(reply.columns.find(({ name }) => name === 'change')).toMatchObject({ unit: 'GBP' })
  expect(reply.columns.every(({ type, description }) => type && description)).toBe(true)
})

test('the lines taken out, largest first, of a place and of what lies in a region', async () => {
  const reply = contract.tableReply.parse(await ask('replaced'))
  expect(reply.data.line).toEqual(['b', 'c', 'a'])
  expect(reply.columns.every(({ type, description }) => type && description)).toBe(true)
  expect((await ask('replaced', { places: ['E06000003'] })).data.line).toEqual(['c'])
  expect((await ask('replaced', { places: ['E12000001'] })).rows).toBeGreaterThan(0)
  expect((await ask('replaced', { amendment: 'another' })).rows).toBe(0)
})

test('the lines taken out add up to what each import says it replaced', async () => {
  const sum = (values: readonly unknown[]) => (values as number[]).reduce((a, b) => a + b, 0)
  expect(sum((await ask('replaced')).data.amount!)).toBe(sum((await ask('amended')).data.replaced!))
})

test('a line taken out by no import is a fault of the package', async () => {
  const wrong = { ...TABLES, replaced: [{ ...out('x', 'E06000001', 1n), amendment: 'nobody' }] }
  await expect(openFixture(wrong)).rejects.toThrow(PackageError)
})
