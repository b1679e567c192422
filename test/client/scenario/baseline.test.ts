import { expect, test } from '@jest/globals'
import { askedBy, behind, followed, Held, takenBack } from '../../../client/scenario/baseline/follow.ts'
import { lineId, readLine } from '../../../client/scenario/baseline/line.ts'
import { type BodyRow, bodiesOf, withBodies } from '../../../client/scenario/start/count-bodies.ts'
import { EMPTY } from '../../../client/scenario/state/draft.ts'

const row = (sector: string, agency: string, division: string, amount: number, recorded = 0): BodyRow => ({
  sector,
  sector_name: sector.toUpperCase(),
  agency,
  agency_name: agency,
  division,
  division_name: `Division ${division}`,
  amount,
  recorded,
})
const ROWS = [row('nhs', 'trusts', '7', 400), row('nhs', 'board', '7', 100), row('police', 'met', '3', 50)]
const AT = { places: ['E09000008'], year: '2017-18' }
const counted = {
  ...AT,
  by: 'sector' as const,
  placeName: 'Croydon',
  count: { id: 'one', hash: 'aa'.repeat(32) },
}
const name = () => 'Croydon'

const started = () => {
  const bodies = bodiesOf(ROWS, 'sector')
  const [nhs, police] = [bodies.find(({ id }) => id === 'nhs')!, bodies.find(({ id }) => id === 'police')!]
  return withBodies(
    EMPTY,
    [
      { body: nhs, divisions: ['7'] },
      { body: police, divisions: [] },
    ],
    counted,
  )
}
const heldOf = (rows: readonly BodyRow[] | null) => {
  const held = new Held()
  held.add(AT, rows)
  return held
}
const lineOf = (document: ReturnType<typeof started>, at: number) => {
  const entry = document.pot.contributions[at]!
  return entry.kind === 'line' ? entry : undefined
}

test('the id of a line reads back as it was written, and a cut one does not', () => {
  const line = { by: 'agency' as const, body: 'nhs-trusts', ...AT, divisions: ['10', '7'] }
  expect(readLine(lineId(line))).toEqual(line)
  expect(readLine(lineId({ ...line, divisions: [] }))).toEqual({ ...line, divisions: [] })
  const many = Array.from({ length: 40 }, (_, i) => `E0900${String(i).padStart(4, '0')}`)
  expect(readLine(lineId({ ...line, places: many }))).toBeNull()
  expect(readLine('council tax')).toBeNull()
})

test('baselines that the count still holds are not behind, and are asked for once', () => {
  const document = started()
  expect(askedBy(document)).toEqual([AT])
  expect(behind(document, heldOf(ROWS))).toEqual([])
})

test('a recorded figure in place of shared-out ones moves the baseline of its partner and no other', () => {
  const document = started()
  const held = heldOf([row('nhs', 'trusts', '7', 437, 437), row('police', 'met', '3', 50)])
  expect(behind(document, held)).toEqual([{ at: 0, partner: 'nhs', was: 500, is: 437 }])
  const now = followed(document, held, { name, count: { id: 'two', hash: 'bb'.repeat(32) } })
  expect(lineOf(now, 0)!.line!.amount).toBe(437)
  expect(lineOf(now, 0)!.note).toMatch(/^Baseline: £437 a year .*, recorded\. Count two, bbbbbbbbbbbb\.$/)
  expect(lineOf(now, 1)!.line).toEqual(lineOf(document, 1)!.line)
  expect(behind(now, held)).toEqual([])
  expect(takenBack(now, document)).toEqual(document)
})

test('a note of the reader’s own is left as it is', () => {
  const document = started()
  const own = { ...lineOf(document, 0)!, note: 'Agreed in March' }
  const noted = { ...document, pot: { ...document.pot, contributions: [own, lineOf(document, 1)!] } }
  const now = followed(noted, heldOf([row('nhs', 'trusts', '7', 437)]), { name, count: counted.count })
  expect(lineOf(now, 0)).toMatchObject({ note: 'Agreed in March', line: { amount: 437 } })
})

test.each([
  ['a place or year that is gone', null],
  ['a body that spends there no more', [row('police', 'met', '3', 50)]],
])('%s is told as such and keeps its figure', (_what, rows) => {
  const document = started()
  const held = heldOf(rows)
  expect(behind(document, held)[0]).toEqual({ at: 0, partner: 'nhs', was: 500, is: null })
  expect(lineOf(followed(document, held, { name, count: counted.count }), 0)!.line!.amount).toBe(500)
})
