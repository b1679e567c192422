import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { readWorkbook } from '../../server/intake/read-workbook.ts'
import { ROOT } from '../../server/root.ts'
import { HEADER, type Opened, openIntakes } from './opened.ts'

let open: Opened
beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist/server/intake/workbook-process.js')))
    throw new Error('There is no dist/server/intake/workbook-process.js: npm run compile makes it.')
  open = await openIntakes()
})
afterAll(() => open.close())

const head = HEADER.split(',')
const line = (service: string, amount: CellValue): CellValue[] => [
  'E08000003',
  'E4203',
  '2017-18',
  service,
  amount,
]

interface Sheet {
  name: string
  rows: CellValue[][]
  hidden?: boolean
}

/** A workbook, its XML changed by hand where hostile files are. */
async function book(
  sheets: readonly Sheet[] | CellValue[][],
  change: (
    parts: Record<string, Uint8Array>,
    edit: (name: string, to: (xml: string) => string) => void,
  ) => void = () => undefined,
): Promise<Buffer> {
  const all = Array.isArray(sheets[0])
    ? [{ name: 'Spend', rows: sheets as CellValue[][] }]
    : (sheets as Sheet[])
  const parts = unzipSync(await writeXlsx({ sheets: [...all] }))
  change(parts, (name, to) => {
    parts[name] = strToU8(to(strFromU8(parts[name]!)))
  })
  return Buffer.from(zipSync(parts))
}

const SHEET = 'xl/worksheets/sheet1.xml'
const bring = async (content: Buffer) => open.bring({ 'book.xlsx': content })

test('17 .xls renamed, encrypted, macro-enabled and binary workbooks are refused by what they are', async () => {
  const old = Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
  ])
  expect((await open.refusal(old, 'a.xlsx')).message).toMatch(/old kind \(\.xls\)/)
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
  expect((await open.refusal(locked, 'a.xlsx')).message).toMatch(/protected by a password/)
  const macros = await book([head, line('Parks', 1)], (parts) => {
    parts['xl/vbaProject.bin'] = strToU8('x')
  })
  expect((await open.refusal(macros, 'a.xlsx')).message).toMatch(/macros/)
})

test('18 dates of the 1904 system are the same days', async () => {
  const rows = [
    ['Place', 'Agency', 'Payment Date', 'Amount'],
    ['E08000003', 'E4203', new Date(Date.UTC(2017, 5, 1)), 5],
  ]
  const { report } = await bring(
    await book(rows, (_, edit) => {
      edit('xl/workbook.xml', (xml) =>
        xml.replace(/<workbookPr[^>]*\/>/, '').replace('<sheets>', '<workbookPr date1904="1"/><sheets>'),
      )
      edit(SHEET, (xml) => xml.replace(/<v>42887<\/v>/, '<v>41425</v>'))
    }),
  )
  expect(report.groups).toEqual([
    { place: 'E08000003', agency: 'E4203', year: '2017-18', pence: '500', rows: 1 },
  ])
})

test('19 formulas without a saved value, #REF! and #N/A are rejected, saved values are read', async () => {
  const content = await book(
    [head, line('Parks', 1), line('Roads', 2), line('Libraries', 3), line('Museums', 4)],
    (_, edit) =>
      edit(SHEET, (xml) =>
        xml
          .replace('<c r="E2"><v>1</v></c>', '<c r="E2"><f>SUM(1,2)</f></c>')
          .replace('<c r="E3"><v>2</v></c>', '<c r="E3" t="e"><f>1/A99</f><v>#REF!</v></c>')
          .replace('<c r="E4"><v>3</v></c>', '<c r="E4" t="e"><v>#N/A</v></c>')
          .replace('<c r="E5"><v>4</v></c>', '<c r="E5"><f>2+2</f><v>4</v></c>'),
      ),
  )
  const { report, rules } = await bring(content)
  expect(report.rows).toMatchObject({ accepted: 1, rejected: 3, unread: 3 })
  expect(report.pence.accepted).toBe('400')
  expect(rules).toEqual(expect.arrayContaining(['error amount-formula', 'error amount-error']))
})

test('20 merged words are carried down and merged figures are not; hidden rows and sheets are told', async () => {
  const rows = [head, line('Parks', 1), [null, null, null, null, 2], line('Roads', 4), line('Libraries', 8)]
  const content = await book(
    [
      { name: 'Spend', rows },
      { name: 'Secret', rows: [head, line('Hidden', 1000)], hidden: true },
    ],
    (_, edit) =>
      edit(SHEET, (xml) =>
        xml
          .replace('<row r="5"', '<row r="5" hidden="1"')
          .replace(
            '</sheetData>',
            '</sheetData><mergeCells count="5"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:D3"/><mergeCell ref="E4:E5"/></mergeCells>',
          ),
      ),
  )
  const { report, rules } = await bring(content)
  expect(rules).toEqual(
    expect.arrayContaining(['note merged-cells', 'warning hidden-rows', 'warning hidden-sheet']),
  )
  expect([report.rows.accepted, report.pence.accepted]).toEqual([4, '1500'])
})

test('21 a sheet that says it has a million rows, shared and rich text', async () => {
  const content = await book([head, line('Parks', 1)], (_, edit) => {
    edit(SHEET, (xml) => xml.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>'))
    edit('xl/sharedStrings.xml', (xml) => xml.replace('<t>Parks</t>', '<r><t>Par</t></r><r><t>ks</t></r>'))
  })
  const { state, report } = await bring(content)
  expect(report.rows.accepted).toBe(1)
  expect(state.files[0]!.reading.parts[0]!.sample[0]![3]).toBe('Parks')
})
test('21 two cells in far corners are refused, not filled in between', async () => {
  const content = await book([head, line('Parks', 1)], (_, edit) =>
    edit(SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
  )
  expect((await open.refusal(content, 'a.xlsx')).message).toMatch(/damaged or too large/)
})
test('21 a workbook that takes too long is stopped', async () => {
  const file = join(open.folder, 'slow.xlsx')
  await writeFile(
    file,
    await book([head, ...Array.from({ length: 2000 }, (_, at) => line(`Service ${at}`, at))]),
  )
  const reading = readWorkbook(file, { part: 1, text: () => join(open.folder, 'slow.csv') }, { timeMs: 5 })
  await expect(reading).rejects.toThrow(/more than 0.005 seconds/)
})

test('22 entities are not expanded, and links to other workbooks are not followed', async () => {
  const bomb = await book([head, line('Parks', 1)], (_, edit) =>
    edit('xl/sharedStrings.xml', (xml) =>
      xml
        .replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE s [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>')
        .replace('Parks', '&b;'),
    ),
  )
  expect((await open.refusal(bomb, 'a.xlsx')).message).toMatch(/declares entities/)
  const outside = await book([head, line('Parks', 1)], (_, edit) =>
    edit(SHEET, (xml) =>
      xml.replace('<c r="E2"><v>1</v></c>', '<c r="E2"><f>\'[1]Other\'!A1</f><v>7</v></c>'),
    ),
  )
  expect((await bring(outside)).report.pence.accepted).toBe('700')
})

test('23 figures as text, codes that keep their noughts, years that look like dates, and digits beyond 15', async () => {
  const rows = [
    ['Place', 'Agency', 'Financial year', 'Transaction number', 'Service', 'Amount'],
    ['E08000003', 'E4203', '2017/18', '000123', 'Parks', '1,234.50'],
    ['E08000003', 'E4203', '2017-18', 12345678901234567000, 'Roads', 0.1 + 0.2],
  ]
  const { state, report, rules } = await bring(await book(rows))
  expect(state.files[0]!.reading.parts[0]!.sample[0]![3]).toBe('000123')
  expect(rules).toContain('warning precision')
  expect([report.rows.accepted, report.pence.accepted]).toEqual([2, '123480'])
})

test('24 two tables side by side are refused; an empty column between is not two tables', async () => {
  const beside = [
    [...head, null, ...head],
    [...line('Parks', 1), null, ...line('Roads', 2)],
  ]
  expect((await open.refusal(await book(beside), 'a.xlsx')).message).toMatch(/two tables stand side by side/)
  const spaced = [
    ['Place', 'Agency', 'Year', null, 'Service', 'Amount'],
    ['E08000003', 'E4203', '2017-18', null, 'Parks', 1],
  ]
  expect((await bring(await book(spaced))).report.pence.accepted).toBe('100')
})

test('several sheets are read, cover sheets passed over, and it is told', async () => {
  const { report, rules } = await bring(
    await book([
      { name: 'Cover', rows: [['Spending'], ['Contact: finance']] },
      { name: 'April', rows: [['Manchester spending'], [], head, line('Parks', 1)] },
      { name: 'May', rows: [head, line('Parks', 2), ['Source: ledger', null, null, null, null]] },
    ]),
  )
  expect(rules).toEqual(expect.arrayContaining(['note no-table', 'warning several-sheets']))
  expect(report.files.map(({ sheet, accepted }) => [sheet, accepted])).toEqual([
    ['April', 1],
    ['May', 1],
  ])
  expect(report.pence.accepted).toBe('300')
})
