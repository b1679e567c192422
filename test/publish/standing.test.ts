import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type OwnRow, ownByYear, ownOf, sourceBreak } from '../../client/state/own-by.ts'
import { aboutQuestion } from '../../server/api/about-question.ts'
import { answerAmended } from '../../server/api/answer-amended.ts'
import { ownFigures } from '../../server/api/own-figures.ts'
import type { Count } from '../../server/count/open.ts'
import { rowsOf } from '../../server/engine/columns.ts'
import { ALPHA, BETASHIRE, DELTA, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { file, type OpenedPublish, openPublish, type Sent } from './opened.ts'
import { rowsIn } from './rows.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish()
})
beforeEach(async () => void (await open.counts.serve(open.count.hash)))
afterAll(() => open.close())

const YEAR = '2017-18'
const { signal } = new AbortController()
const published = async (title: string, rows: readonly Sent[], request: object = {}) =>
  open.publish(await open.bring(file(rows)), request, { title })
const told = async (count: Count, place: string) =>
  rowsOf<OwnRow>(await count.engine.ask('amended', { amendment: null, places: [place] }))
/** Own lines that the count holds at a place, from its lines themselves. */
const held = async (count: Count, place: string) => {
  const spend = await rowsIn((await open.counts.folder(count.hash))!, 'spend')
  const own = spend.filter(
    (row) => row.place === place && row.flow === 'own' && `${row.source}`.startsWith('own-'),
  )
  return { lines: own.length, pounds: own.reduce((all, { amount }) => all + Number(amount), 0) }
}
const standing = (rows: readonly OwnRow[]) => ({
  lines: rows.reduce((all, row) => all + row.standing_lines, 0),
  pounds: rows.reduce((all, row) => all + row.standing, 0),
})
const nhs = (amount: string, place = ALPHA): Sent => ({ place, agency: 'nhs', amount })

test('an import in place of another holds what stands, in place of what the count had before both', async () => {
  // Shares of the NHS are £300 in Alpha and £700 in Betashire. The second takes out what the first has of Alpha.
  await published('First', [nhs('100'), nhs('40', BETASHIRE)])
  const count = await published('Second', [nhs('120')], { whereRecorded: 'replace' })
  const rows = await told(count, ALPHA)
  expect(rows).toMatchObject([
    { title: 'First', added: 100, standing_lines: 0, standing: 0, replaced: 300, replaced_own: 0 },
    { title: 'Second', added: 120, standing_lines: 1, standing: 120, replaced: 100, replaced_own: 100 },
  ])
  const both = { titles: ['Second'], standing: 120, replaced: 300, budget: 0 }
  expect(ownOf(rows)).toEqual(both)
  expect(ownByYear(rows)).toEqual(new Map([[YEAR, both]]))
  expect(ownOf(rows.slice(0, 1))).toBeNull()
  expect(standing(rows)).toEqual(await held(count, ALPHA))
  expect(ownOf(await told(count, BETASHIRE))).toMatchObject({
    titles: ['First'],
    standing: 40,
    replaced: 700,
  })
  const own = (await ownFigures(count))!
  expect([own([ALPHA], YEAR), own([BETASHIRE], YEAR)]).toEqual(['Second', 'First'])
  expect(own(null, YEAR)).toBe('First; Second')

  const reply = await answerAmended(count, 'amended', { places: [ALPHA] }, signal)
  for (const name of ['standing', 'replaced_own'])
    expect(reply.columns.find((column) => column.name === name)).toMatchObject({ unit: 'GBP' })
})

test('an import put beside another leaves both standing, and one that takes both out counts the own apart', async () => {
  // £300 of the count, £100 beside it; then £120 for both, of which only the £300 were not own.
  await published('First', [nhs('100')], { whereSharedOut: 'add' })
  const beside = await published('Beside', [nhs('5')], { whereSharedOut: 'add', whereRecorded: 'add' })
  expect(ownOf(await told(beside, ALPHA))).toMatchObject({
    titles: ['First', 'Beside'],
    standing: 105,
    replaced: 0,
  })
  const count = await published('Last', [nhs('120')], { whereRecorded: 'replace' })
  const rows = await told(count, ALPHA)
  expect(standing(rows)).toEqual(await held(count, ALPHA))
  expect(rows.at(-1)).toMatchObject({ replaced: 405, replaced_own: 105 })
  expect(ownOf(rows)).toEqual({ titles: ['Last'], standing: 120, replaced: 300, budget: 0 })
})

test('a share of an own figure taken out with its sector is counted to the one that took it', async () => {
  // The South's £7 of culture is shared by persons: Gamma 1, Delta 2, Epsilon 4. Delta's share of justice is £30.
  const placing = [{ place: SOUTH, agency: 'dcms', year: YEAR, driver: 'people' }]
  await published('Culture', [{ place: SOUTH, agency: 'dcms', amount: '7' }], { placing })
  const wide = { place: DELTA, agency: 'moj', year: YEAR, economic: 'current' }
  const count = await published('Courts', [{ place: DELTA, agency: 'moj', amount: '50' }], {
    decisions: [{ ...wide, does: 'replace', covers: 'sector', classes: 'same' }],
  })
  const rows = await told(count, DELTA)
  expect(rows).toMatchObject([
    { title: 'Culture', agency: 'dcms', added: 2, standing: 0, replaced_own: 0 },
    { title: 'Courts', agency: 'moj', added: 50, standing: 50, replaced: 32, replaced_own: 2 },
  ])
  expect(ownOf(rows)).toEqual({ titles: ['Courts'], standing: 50, replaced: 30, budget: 0 })
  expect(standing(rows)).toEqual(await held(count, DELTA))
  expect(ownOf(await told(count, GAMMA))).toMatchObject({ titles: ['Culture'], standing: 1 })
})

test('what is brought of transfers only marks nothing as own figures', async () => {
  const count = await published('Transfers', [{ ...nhs('9'), flow: 'transfer out' }])
  const rows = await told(count, ALPHA)
  expect(rows).toMatchObject([{ title: 'Transfers', added_lines: 0, standing_lines: 0, replaced_lines: 0 }])
  expect(ownOf(rows)).toBeNull()
  expect(ownByYear(rows).size).toBe(0)
  expect(sourceBreak(rows, '2016-17', YEAR)).toBeNull()
  expect(await ownFigures(count)).toBeNull()
  const reply = await answerAmended(count, 'amended', {}, signal)
  const { facts } = aboutQuestion(count, '/amended', {}, reply, { rows: 1, origin: '', software: '1' })
  expect(facts.map(([name]) => name).filter((name) => name.startsWith('Own'))).toEqual([
    'Own transfers in this count, in no total',
  ])
})
