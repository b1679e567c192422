import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { plainName, TooLarge } from '../../server/intake/receive.ts'
import { NotNow } from '../../server/intake/refusals.ts'
import { HEADER, type Opened, openIntakes, ROW, sent, withAmounts } from './opened.ts'

let open: Opened
beforeAll(async () => {
  open = await openIntakes()
})
afterAll(() => open.close())

const sums = ({
  report,
}: {
  report: { rows: { accepted: number; rejected: number }; pence: { accepted: string } }
}) => [report.rows.accepted, report.rows.rejected, report.pence.accepted]
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)
const two = `${HEADER}\n${ROW}\n${ROW.replace('Parks,100.00', 'Café £,0.05')}\n`

describe('what a file can be', () => {
  test('1 zero bytes', async () => expect((await open.refusal('')).message).toMatch(/empty: it has no bytes/))

  test('2 header only', async () =>
    expect((await open.refusal(`${HEADER}\n`)).message).toMatch(/no rows under them/))
  test('2 only blank lines', async () =>
    expect((await open.refusal('\n\n,,\n')).message).toMatch(/holds no rows/))

  test('3 over the size cap', async () => {
    const { id } = await open.intakes.start()
    const large = open.intakes.put(id, 'large.csv', sent(Buffer.alloc(5 * 2 ** 20, 'a')), open.count)
    await expect(large).rejects.toThrow(TooLarge)
    expect(await readdir(join(open.intakes.folder(id), 'files'))).toEqual([])
  })

  test.each([
    ['gzip', gzipSync(two), /gzip/],
    ['zip', Buffer.from(zipSync({ 'a.csv': strToU8(two) })), /zip archive and not a workbook/],
    ['a Data Package', Buffer.from(zipSync({ 'datapackage.json': strToU8('{}') })), /Data Package/],
    ['PDF', '%PDF-1.4', /PDF/],
    ['a web page', '<!DOCTYPE html><table>', /web page/],
    ['JSON', '{"a": 1}', /JSON/],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 8]),
      /no text/,
    ],
    ['Parquet cut short', 'PAR1abcdef', /cut short/],
    ['Parquet damaged', `PAR1${'x'.repeat(100)}PAR1`, /damaged/],
  ] as const)('4 wrong type: %s, called .csv', async (_, content, message) =>
    expect((await open.refusal(content)).message).toMatch(message),
  )
  test('4 wrong extension: a CSV called .xlsx is read as what it is', async () =>
    expect(sums(await open.bring({ 'table.xlsx': two }))).toEqual([2, 0, '10005']))

  test('4 Parquet is read as what it holds, its numbers exact', async () => {
    const file = join(open.folder, 'made.parquet')
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    await connection.run(
      `copy (select * from (values ('E08000003', 'E4203', '2017-18', 'Parks, "north"', 90071992547409.91::decimal(18, 2)),
        ('E08000003', 'E4203', '2017-18', null, null)) as t (place, agency, year, service, amount)) to '${file}' (format parquet)`,
    )
    connection.closeSync()
    instance.closeSync()
    const { state, ...brought } = await open.bring({ 'made.parquet': await readFile(file) })
    expect(state.files[0]!.reading).toMatchObject({ type: 'parquet', encoding: null })
    expect(sums(brought)).toEqual([1, 1, '9007199254740991'])
  })

  test('5 an archive that leads outside, holds too much or too many', async () => {
    expect((await open.refusal(Buffer.from(zipSync({ '../../etc/passwd': strToU8('x') })))).message).toMatch(
      /leads outside/,
    )
    const many = Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`x${at}`, strToU8('')]))
    expect((await open.refusal(Buffer.from(zipSync(many)))).message).toMatch(/2100 files/)
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('x') }))
    bomb.writeUInt32LE(0x7fffffff, bomb.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
    expect((await open.refusal(bomb)).message).toMatch(/more than 400 MB/)
  })
})

describe('6 encodings', () => {
  test.each([
    ['UTF-8', Buffer.from(two), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${two}`), 'UTF-8'],
    ['UTF-16 LE', Buffer.from(`\ufeff${two}`, 'utf16le'), 'UTF-16 LE'],
    ['UTF-16 BE', Buffer.from(`\ufeff${two}`, 'utf16le').swap16(), 'UTF-16 BE'],
    ['UTF-16 LE without a mark', Buffer.from(two, 'utf16le'), 'UTF-16 LE'],
    ['Windows-1252', Buffer.from(two, 'latin1'), 'Windows-1252'],
  ])('%s', async (_, content, encoding) => {
    const { state, ...brought } = await open.bring(content)
    expect(state.files[0]!.reading.encoding).toBe(encoding)
    expect(state.files[0]!.reading.parts[0]!.headers).toEqual(HEADER.split(','))
    expect(state.files[0]!.reading.parts[0]!.sample[1]![3]).toBe('Café £')
    expect(sums(brought)).toEqual([2, 0, '10005'])
  })
  test('mixed: each line as what it is, and it is said', async () => {
    const mixed = Buffer.concat([
      Buffer.from(two),
      Buffer.from(`${ROW.replace('Parks', 'Déjà')}\n`, 'latin1'),
    ])
    const { state, rules } = await open.bring(mixed)
    expect(rules).toContain('warning encoding-mixed')
    expect(state.files[0]!.reading.parts[0]!.sample.map((row) => row[3])).toEqual(['Parks', 'Café £', 'Déjà'])
  })
})

test('7 NUL, controls, bidi and zero-width characters are reported and left out of codes', async () => {
  const dirty = `${HEADER}\n\u200bE08000003,E42\u000003,2017-18,\u202eParks,1\u200b00.00\n${ROW}\n`
  const { rules, ...brought } = await open.bring(dirty)
  expect(rules).toContain('warning unseen-characters')
  expect(sums(brought)).toEqual([2, 0, '20000'])
})

test('7 a byte order mark before a code, a name or a figure tells it from none', async () => {
  const marked = `${HEADER}\n${ROW}\n\ufeff${ROW}\n${ROW.replace('E4203', '\ufeffE4203').replace('100.00', '\ufeff5')}\n`
  expect(sums(await open.bring(marked))).toEqual([3, 0, '20500'])
})
test('6 every letter of Windows-1252 beyond Latin-1', async () => {
  const letters = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'
  const bytes = [...letters].map(
    (_, at) => [0x80, ...range(0x82, 0x8c), 0x8e, ...range(0x91, 0x9c), 0x9e, 0x9f][at]!,
  )
  const [before, after] = two.replace('Parks', '|').split('|') as [string, string]
  const content = Buffer.concat([
    Buffer.from(before, 'latin1'),
    Buffer.from(bytes),
    Buffer.from(after, 'latin1'),
  ])
  const { state } = await open.bring(content)
  expect(state.files[0]!.reading.parts[0]!.sample[0]![3]).toBe(letters)
})

describe('8 line ends', () => {
  test.each([
    ['CR only', two.replaceAll('\n', '\r')],
    ['CR LF', two.replaceAll('\n', '\r\n')],
    ['mixed', `${HEADER}\r\n${ROW}\r${ROW}1\n${ROW}`.replace(`${ROW}1`, ROW.replace('100.00', '0.05'))],
    ['none at the end', two.trimEnd()],
  ])('%s', async (name, content) =>
    expect(sums(await open.bring(content))).toEqual(name === 'mixed' ? [3, 0, '20005'] : [2, 0, '10005']),
  )
})

test('9 one enormous line', async () => {
  expect((await open.refusal(`a,b${'x'.repeat(3_000_000)}`)).rule).toBe('long-line')
  const late = await open.refusal(`${two}${'x,'.repeat(700_000)}\n`)
  expect([late.rule, late.row]).toEqual(['long-line', 4])
})
test('9 10,000 columns', async () => {
  const wide = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(',')
  expect((await open.refusal(`${wide}\n${wide}`)).message).toMatch(/10000 columns/)
})

test('10 an unclosed quote is refused with the row it begins in', async () => {
  const { rule, row } = await open.refusal(`${two}E08000003,"E4203,2017-18,Parks,7\n${ROW}\n`)
  expect([rule, row]).toEqual(['unclosed-quote', 4])
})
test('10 two stray quotes that swallow rows reject the row', async () => {
  const { rules, ...brought } = await open.bring(
    `${two}E08000003,E4203,2017-18,"Parks,7\n${ROW}\nE08000003,E4203,2017-18,"Roads,8\n${ROW}\n`,
  )
  expect(rules).toContain('error stray-quote')
  expect(sums(brought)).toEqual([3, 1, '20005'])
})
test('10 quotes in a field, doubled quotes and line ends in quotes are read', async () => {
  const { state, ...brought } = await open.bring(
    `${HEADER}\nE08000003,E4203,2017-18,5" pipe,1\nE08000003,E4203,2017-18,"a ""b"", c",2\nE08000003,E4203,2017-18,"two\nlines",3\n`,
  )
  expect(state.files[0]!.reading.parts[0]!.sample.map((row) => row[3])).toEqual([
    '5" pipe',
    'a "b", c',
    'two\nlines',
  ])
  expect(sums(brought)).toEqual([3, 0, '600'])
})

test.each([';', '\t', '|'])('11 delimiter %j', async (delimiter) => {
  const { state, ...brought } = await open.bring(two.replaceAll(',', delimiter))
  expect(state.files[0]!.reading.parts[0]!.delimiter).toBe(delimiter)
  expect(sums(brought)).toEqual([2, 0, '10005'])
})

test('12 titles above the header, notes below, blank rows and a header that comes again', async () => {
  const { state, ...brought } = await open.bring(
    `Spending over £500,,,,\nManchester City Council\n\n${HEADER}\n${ROW}\n\n${HEADER}\n${ROW.replace('Parks', 'Roads')}\n,,,,\n\nSource: the ledger,,,,\nNote: net of VAT\n`,
  )
  expect(state.files[0]!.reading.parts[0]!.headerRow).toBe(4)
  expect(brought.report.rows).toMatchObject({
    in: 12,
    data: 2,
    passed: { title: 2, header: 2, blank: 4, note: 2 },
  })
  expect(sums(brought)).toEqual([2, 0, '20000'])
  expect(state.files[0]!.reading.parts[0]!.passedRows.map(({ text }) => text)).toContain('Note: net of VAT')
})
test('12 no header at all', async () =>
  expect((await open.refusal('1,2,3\n4,5,6\n')).message).toMatch(/No row names the columns/))

test('13 ragged rows are rejected, each by its row, and come back as they came', async () => {
  const { id, report } = await open.bring(
    `${HEADER}\n${ROW}\nE08000003,E4203,2017-18,7\n${ROW},extra\n${ROW},,\n`,
  )
  expect(report.rows).toMatchObject({ accepted: 2, rejected: 2 })
  expect(report.findings.filter(({ rule }) => rule === 'ragged-row').map(({ row }) => row)).toEqual([3, 4])
  const rows: unknown[][] = []
  for await (const piece of open.intakes.rejected(id)) rows.push(...piece)
  expect(rows.slice(1)).toEqual([
    ['file.csv', null, '3', 'amount-missing; ragged-row', 'E08000003', 'E4203', '2017-18', '7', null, null],
    ['file.csv', null, '4', 'ragged-row', ...ROW.split(','), 'extra'],
  ])
})

test('14 duplicate, missing, extra, reordered and differently cased headers are matched by name', async () => {
  const mixed = await open.bring(
    'AMOUNT (net),Notes,yEAR, place ,Service,Agency\n100.00,x,2017-18,E08000003,Parks,E4203\n',
  )
  expect(sums(mixed)).toEqual([1, 0, '10000'])
  const twice = await open.bring(`${HEADER},Amount\n${ROW},999\n`)
  expect(twice.rules).toContain('warning header-twice')
  expect(sums(twice)).toEqual([1, 0, '10000'])
  await expect(open.bring('Place,Agency,Service\nE08000003,E4203,Parks\n')).rejects.toThrow(/mapping/)
})

test('15 names of files with paths, quotes, line ends, 300 letters or pictures stay names', async () => {
  expect(plainName('../../etc/passwd')).toBe('passwd')
  expect(plainName('C:\\ledger\\a.csv')).toBe('a.csv')
  expect(plainName('a"b\r\nc\u202e.csv')).toBe('a"bc.csv')
  expect(plainName('..')).toBe('file')
  expect([...plainName('😀'.repeat(300))]).toHaveLength(120)
  const { state } = await open.bring({ '../../../x😀.csv': two })
  expect(state.files.map(({ name }) => name)).toEqual(['x😀.csv'])
})

describe('16 twice, together, cut off', () => {
  test('the same file under another name is refused, and under its own replaced', async () => {
    const { id } = await open.upload({ 'a.csv': two })
    await expect(open.intakes.put(id, 'b.csv', sent(two), open.count)).rejects.toThrow(NotNow)
    const state = await open.intakes.put(id, 'a.csv', sent(`${two}${ROW}\n`), open.count)
    expect(state!.files.map(({ name, reading }) => [name, reading.parts[0]!.data])).toEqual([['a.csv', 3]])
    expect(await readdir(join(open.intakes.folder(id), 'parts'))).toHaveLength(1)
  })

  test('two imports at once do not meet', async () => {
    const both = await Promise.all([open.bring(two), open.bring(withAmounts('1', '2', '3'))])
    expect(both.map(sums)).toEqual([
      [2, 0, '10005'],
      [3, 0, '600'],
    ])
    expect(both[1].rules).toEqual(expect.arrayContaining(['warning function-missing']))
  })

  test('a sender that leaves midway leaves no half file', async () => {
    const { id } = await open.intakes.start()
    const broken = (async function* () {
      yield Buffer.from(two)
      throw new Error('left')
    })()
    await expect(open.intakes.put(id, 'a.csv', broken, open.count)).rejects.toThrow('left')
    expect(await readdir(join(open.intakes.folder(id), 'files'))).toEqual([])
    expect((await open.intakes.read(id))!.files).toEqual([])
  })

  test('a check that is stopped leaves the files and no result, and can be made again', async () => {
    const { id } = await open.upload({ 'a.csv': two })
    const stop = new AbortController()
    const stopped = open.intakes.check(id, open.count, () => stop.abort(new Error('enough')), stop.signal)
    await expect(stopped).rejects.toThrow()
    expect((await readdir(open.intakes.folder(id))).sort()).toEqual(['files', 'intake.json', 'parts'])
    await expect(open.intakes.report(id)).rejects.toThrow(NotNow)
    expect((await open.intakes.check(id, open.count))!.rows.accepted).toBe(2)
  })
})
