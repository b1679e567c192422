import { beforeAll, describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import type { Book } from '../../server/export/book.ts'
import { NotOurs, workbooksIn } from '../../server/export/reproduce/open-file.ts'
import { reproduce } from '../../server/export/reproduce/reproduce.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, presetDocument } from '../scenario/setup.ts'
import { withChanges } from './changed-inputs.ts'
import { ABOUT, bookOfDocument } from './scenario-books.ts'
import { everything } from './scenario-documents.ts'

const again = (bytes: Uint8Array) => reproduce(bytes, { parameters, solve: yalps }, ABOUT)

/** The book with one stored figure wrong, its formula as it was. */
const tampered = (book: Book, sheet: string, row: number, column: number, value: number): Book => ({
  ...book,
  sheets: book.sheets.map((one) =>
    one.name === sheet && 'table' in one
      ? {
          ...one,
          rows: one.rows.map((cells, r) =>
            cells.map((cell, c) => (r === row && c === column ? value : cell)),
          ),
        }
      : one,
  ),
})

describe('a workbook reproduced', () => {
  let book: Book
  let bytes: Buffer
  beforeAll(async () => {
    book = bookOfDocument(presetDocument('birmingham-brighter-futures'))
    bytes = await writeBook(book)
  })

  test('as it was made every figure agrees, and it says what it is from', async () => {
    const found = await again(bytes)
    expect(found.differences).toEqual([])
    expect(found.agree).toBeGreaterThan(1000)
    expect(found).toMatchObject({
      scenario: 'Birmingham Brighter Futures',
      count: 'england',
      hash: 'a'.repeat(64),
      software: `Total Place ${ABOUT.software}`,
    })
  })

  test('every feature of a document survives the way there and back', async () => {
    expect((await again(await writeBook(bookOfDocument(everything())))).differences).toEqual([])
  })

  test('a figure tampered with is named: sheet, cell, name, there and here', async () => {
    const other = await writeBook(tampered(book, 'Appraisal', 2, 3, 200_000_000))
    const { differences, agree } = await again(other)
    expect(differences).toEqual([
      {
        sheet: 'Appraisal',
        cell: 'D4',
        name: 'cashable_npv',
        there: 200_000_000,
        here: expect.closeTo(93_610_672.97, 2),
      },
    ])
    expect(agree).toBe((await again(bytes)).agree - 1)
  })

  test('an input typed over is named', async () => {
    const other = withChanges(book, [{ name: 'contribution_share_council', value: 0.5 }])
    const { differences } = await again(await writeBook(other))
    expect(differences).toEqual([
      { sheet: 'Assumptions', cell: 'D4', name: 'contribution_share_council', there: 0.5, here: 0.6 },
    ])
  })

  test('a zip of exports gives its workbooks', async () => {
    const zip = zipSync({
      'manifest.json': strToU8('{"parts":[]}'),
      'scenario.xlsx': bytes,
      'a.csv': strToU8('a'),
    })
    const found = workbooksIn('all.zip', zip)
    expect(found.map(({ name }) => name)).toEqual(['all.zip: scenario.xlsx'])
    expect((await again(found[0]!.bytes)).differences).toEqual([])
    expect(workbooksIn('one.xlsx', bytes).map(({ name }) => name)).toEqual(['one.xlsx'])
  })

  test('what is no such workbook is refused in words', async () => {
    const without = (sheet: string): Book => ({
      ...book,
      sheets: book.sheets.filter(({ name }) => name !== sheet),
      names: [],
    })
    await expect(again(await writeBook(without('Document')))).rejects.toThrow(/carries no document/)
    await expect(again(strToU8('hello'))).rejects.toThrow(NotOurs)
    const damaged = tampered(book, 'Document', 0, 1, 5)
    await expect(again(await writeBook(damaged))).rejects.toThrow(/damaged/)
    expect(() => workbooksIn('x', strToU8('hello'))).toThrow(/neither a workbook nor a zip/)
    expect(() => workbooksIn('x', zipSync({ 'a.xlsx': bytes }))).toThrow(
      /neither a workbook nor a zip of exports/,
    )
    expect(() => workbooksIn('x', zipSync({ 'manifest.json': strToU8('{') }))).toThrow(/manifest/)
    expect(() => workbooksIn('x', zipSync({ 'manifest.json': strToU8('{}') }))).toThrow(/no workbook/)
    expect(() => workbooksIn('x', new Uint8Array(51 * 2 ** 20))).toThrow(/larger/)
    const bomb = zipSync({ 'manifest.json': new Uint8Array(301 * 2 ** 20) }, { level: 1 })
    expect(() => workbooksIn('x', bomb)).toThrow(/unpack/)
  })
})
