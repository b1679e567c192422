import { describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { bookOf } from '../../server/export/book-of.ts'
import { csvOf } from '../../server/export/csv.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { read } from './fetch.ts'
import { AMOUNTS, HOSTILE, NAMES } from './hostile.ts'
import { sheetsOf } from './parts.ts'

const { reply, about } = HOSTILE

describe('names a spreadsheet might run', () => {
  test('stay text in a workbook, as they are', async () => {
    const bytes = await writeBook(bookOf(reply, about))
    const { Data, Cover } = await read(bytes)
    const names = Data!.slice(1, 1 + NAMES.length).map((row) => row[1])
    expect(names.map((name) => String(name).trim())).toEqual(NAMES.map((name) => name.trim()))
    expect(Data!.slice(1, 1 + NAMES.length).map((row) => row[2])).toEqual(AMOUNTS)
    expect(Cover![0]![0]).toBe(about.title)
    const formulas = sheetsOf(bytes).flatMap((xml) =>
      [...xml.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula),
    )
    expect(formulas).toEqual(['SUBTOTAL(109,Figures[Amount £])'])
  })

  test('are kept from running in a CSV, and negatives stay numbers', () => {
    const rows = parse(csvOf(reply), { from: 2 }) as string[][]
    expect(rows.map(([, name]) => name)).toEqual(
      NAMES.map((name) => (/^[=+\-@\t]/.test(name) ? `'${name}` : name)),
    )
    expect(rows.map(([, , amount]) => amount)).toEqual(AMOUNTS.map(String))
  })

  test('characters XML cannot hold do not spoil the file', async () => {
    const spoilt = {
      ...reply,
      rows: 1,
      data: { place: ['E'], place_name: ['a\u0000b\u0008c\ud800d'], amount: [1] },
    }
    const bytes = await writeBook(bookOf(spoilt, about))
    for (const xml of sheetsOf(bytes)) expect(xml).not.toMatch(/\p{Cc}(?<![\t\r\n])/u)
    expect((await read(bytes)).Data![1]![2]).toBe(1)
  })
})
