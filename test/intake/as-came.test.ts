import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Report } from '../../server/intake/report.ts'
import { HEADER, type Opened, openIntakes, ROW } from './opened.ts'

let open: Opened
beforeAll(async () => {
  open = await openIntakes(64, 4)
})
afterAll(() => open.close())

const ROWS = 400_000
/** Rows whose amount is wanting, told by their number, some beside where DuckDB parts a file among threads. */
const BAD = [2, 250, 99_999, 200_001, 300_123, ROWS + 1]

const rowsOf = ({ findings }: Report, of: string) =>
  findings.filter(({ rule }) => rule === of).flatMap(({ row, also = [] }) => [row, ...also])

const large = (end: string, last = '') => {
  const rows = [HEADER]
  for (let row = 2; row <= ROWS + 1; row += 1)
    rows.push(`E08000003,E4203,2017-18,Service of row ${row} and its kind,${BAD.includes(row) ? 'n/a' : row}`)
  return `${rows.join(end)}${end}${last}`
}
const pence = (ROWS * (ROWS + 3)) / 2 - BAD.reduce((sum, row) => sum + row, 0)

test.each([
  ['as it came', '\n', '', true],
  ['as it came, with CR LF', '\r\n', '', true],
  ['written anew from its last row on', '\n', 'Note: provisional\n', false],
] as const)(
  'rows keep their numbers: %s',
  async (_, end, last, asCame) => {
    const { id, state, report } = await open.bring(large(end, last))
    expect(state.files[0]!.reading.parts[0]!.asCame).toBe(asCame)
    expect(rowsOf(report, 'amount-missing')).toEqual(BAD)
    expect([report.rows.accepted, report.pence.accepted]).toEqual([ROWS - BAD.length, `${pence * 100}`])
    const rows: (string | null)[][] = []
    for await (const piece of open.intakes.rejected(id)) rows.push(...piece)
    expect(rows.slice(1).map(([, , row, , , , , service]) => [row, service])).toEqual(
      BAD.map((row) => [String(row), `Service of row ${row} and its kind`]),
    )
    const folder = open.intakes.folder(id)
    const same =
      (await stat(join(folder, 'files', '1'))).ino === (await stat(join(folder, 'parts', '1.csv'))).ino
    expect(same).toBe(asCame)
    await open.intakes.remove(id)
  },
  120_000,
)

test('a file with titles above, quotes and letters beyond ASCII is taken as it came', async () => {
  const text = `Spending\n\n"April, 2017"\n${HEADER}\n${ROW.replace('Parks', '"Roads – ""A"" to B, all"')}\n${ROW.replace('100.00', 'n/a')}\n`
  const { id, state, report } = await open.bring(text)
  expect(state.files[0]!.reading.parts[0]).toMatchObject({ asCame: true, headerRow: 4, rows: 6 })
  expect(rowsOf(report, 'amount-missing')).toEqual([6])
  expect(await readFile(join(open.intakes.folder(id), 'parts', '1.csv'), 'utf8')).toBe(text)
})

test.each([
  ['a blank row', `${HEADER}\n${ROW}\n\n${ROW}\n`],
  ['a ragged row', `${HEADER}\n${ROW}\n${ROW},more\n`],
  ['a total', `${HEADER}\n${ROW}\n${ROW.replace('Parks', 'Total')}\n`],
  ['a line end in a cell', `${HEADER}\n${ROW.replace('Parks', '"a\nb"')}\n${ROW}\n`],
  ['a line end in a title', `"a\nb"\n${HEADER}\n${ROW}\n${ROW}\n`],
  ['CR alone', `${HEADER}\r${ROW}\r${ROW}\r`],
  ['line ends of two kinds', `${HEADER}\n${ROW}\r\n${ROW}\n`],
  ['a stray quote', `${HEADER}\n${ROW.replace('Parks', '5" pipe')}\n${ROW}\n`],
  ['spaces before a quote', `${HEADER}\n${ROW.replace('Parks', ' "a"')}\n${ROW}\n`],
  ['NUL', `${HEADER}\n${ROW.replace('Parks', 'a\0b')}\n${ROW}\n`],
])('a file is written anew for %s', async (_, text) => {
  const { state, report } = await open.bring(text)
  expect(state.files[0]!.reading.parts[0]!.asCame).toBe(false)
  expect(report.rows.accepted).toBeGreaterThan(0)
})

test('the same row in a file as it came and in one written anew is a duplicate', async () => {
  const { report, state } = await open.bring({
    'a.csv': `${HEADER}\n${ROW}\n${ROW.replace('Parks', 'Roads')}\n`,
    'b.csv': `${HEADER}\n\n${ROW}\n${ROW.replace('Parks', 'Bins')}\n`,
  })
  expect(state.files.map(({ reading }) => reading.parts[0]!.asCame)).toEqual([true, false])
  const found = report.findings.filter(({ rule }) => rule === 'duplicate-row')
  expect(found.map(({ file, row, count }) => [file, row, count])).toEqual([['a.csv', 2, 2]])
})

test('two files as they came each have their own rows', async () => {
  const { report } = await open.bring({
    'a.csv': `${HEADER}\n${ROW}\n${ROW.replace('100.00', 'n/a')}\n`,
    'b.csv': `Title\n${HEADER}\n${ROW.replace('100.00', '..')}\n${ROW.replace('Parks', 'Bins')}\n`,
  })
  const found = report.findings.filter(({ rule }) => rule === 'amount-missing')
  expect(found.map(({ file, row }) => [file, row])).toEqual([
    ['a.csv', 3],
    ['b.csv', 3],
  ])
})
