import { beforeAll, describe, expect, test } from '@jest/globals'
import express, { type Express } from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { exportRoutes } from '../../server/api/exports.ts'
import { problems } from '../../server/api/problem.ts'
import { asCell, type Book, isFormula, type TableSheet } from '../../server/export/book.ts'
import { documentOf } from '../../server/export/scenario-book/document-sheet.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { yalps } from '../../server/solver/yalps.ts'
import { parameters, presetDocument, read as readDocument, run } from '../scenario/setup.ts'
import { binary, type Cells, read } from './fetch.ts'
import { partsOf } from './parts.ts'
import { bookOfDocument } from './scenario-books.ts'
import { empty, everything, losing } from './scenario-documents.ts'

const app: Express = express()
app.use(express.json({ limit: '256kb' }))
app.use('/api/v1', exportRoutes({ parameters, solve: yalps }, null), problems(pino({ level: 'silent' })))
const post = (body: unknown) =>
  request(app)
    .post('/api/v1/exports/scenario.xlsx')
    .send(body as object)
    .buffer()
    .parse(binary)

const tables = (book: Book) => book.sheets.filter((sheet): sheet is TableSheet => 'table' in sheet)
const many = (most: number) => ({
  ...presetDocument('birmingham-brighter-futures'),
  name: 'Many',
  partners: Array.from({ length: most }, (_, i) => ({ id: `${i + 1}`, name: `Body ${i + 1}` })),
  pot: {
    contributions: Array.from({ length: most }, (_, i) => ({
      kind: 'share',
      partner: `${i + 1}`,
      share: 1 / most,
    })),
  },
  outcomes: [
    {
      ...presetDocument('birmingham-brighter-futures').outcomes[0],
      split: Array.from({ length: most }, (_, i) => ({
        partner: `${i + 1}`,
        share: 1 / most,
        cashable: (i + 1) / most,
      })),
    },
  ],
  coalition: {
    kind: 'coverage',
    coverage: Object.fromEntries(Array.from({ length: most }, (_, i) => [`${i + 1}`, 1 / most])),
    fixedCostShare: 0.2,
    veto: ['1'],
  },
  uncertainty: undefined,
})
const BOOKS = Object.entries({ everything, losing, empty, eight: () => many(8), thirty: () => many(30) }).map(
  ([name, document]) => [name, bookOfDocument(document())] as const,
)

describe('the book', () => {
  test.each(BOOKS)('%s: one real table a sheet, nothing merged, nothing empty', async (_, book) => {
    const xml = partsOf(await writeBook(book))
    const sheets = [...xml].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))
    const found = [...xml].filter(([name]) => /tables\/table\d+\.xml$/.test(name))
    expect(found).toHaveLength(tables(book).length)
    expect(sheets).toHaveLength(book.sheets.length)
    for (const [, sheet] of sheets) expect(sheet).not.toContain('<mergeCell')
    for (const { name, columns, rows } of tables(book)) {
      const titles = columns.map(({ title }) => title.toLowerCase())
      expect([name, new Set(titles).size]).toEqual([name, titles.length])
      expect(name.length).toBeLessThanOrEqual(31)
      for (const row of rows) {
        expect([name, row.length]).toEqual([name, columns.length])
        for (const cell of row) {
          const { value } = asCell(cell)
          const shown = isFormula(value) ? value.value : value
          expect(shown === null || shown === undefined || Number.isNaN(shown)).toBe(false)
        }
      }
    }
  })

  test('names a sheet between quotes where rows and columns are repeated in print', async () => {
    const book = bookOfDocument(everything())
    const names = partsOf(await writeBook(book)).get('xl/workbook.xml')!
    const titles = [...names.matchAll(/_xlnm\.Print_Titles" localSheetId="\d+">([^<]*)</g)].map(([, of]) =>
      of!.replaceAll('&apos;', "'"),
    )
    expect(titles).toHaveLength(tables(book).length)
    expect(titles).toContain("'Cash flow'!$A:$B,'Cash flow'!$1:$1")
    for (const title of titles) expect(title).toMatch(/^('[^']+'!\$A:\$[AB],)?'[^']+'!\$1:\$1$/)
  })

  test('formulas are short enough for Excel and names are no cells', () => {
    for (const [, book] of BOOKS) {
      for (const { name, rows } of tables(book))
        for (const { value } of rows.flat().map(asCell))
          if (isFormula(value)) expect([name, value.formula.length < 8000]).toEqual([name, true])
      const names = book.names.map(([name]) => name.toLowerCase())
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^(?=.*_)[a-z][a-z\d_]{2,250}$/)
    }
  })

  test('the same document makes the same bytes', async () => {
    const [one, two] = [
      await writeBook(bookOfDocument(everything())),
      await writeBook(bookOfDocument(everything())),
    ]
    expect(one.equals(two)).toBe(true)
  })

  test('carries its document, whatever its letters', async () => {
    const cells = await read(await writeBook(bookOfDocument(everything())))
    expect(documentOf(cells.Document!)).toEqual(JSON.parse(JSON.stringify(readDocument(everything()))))
    for (const [, text] of cells.Document!.slice(1)) expect(String(text)).toMatch(/^\|[ -~]{1,2000}\|$/)
  })

  test('every input is a marked cell with unit, source and confidence', () => {
    const sheet = tables(bookOfDocument(everything())).find(({ name }) => name === 'Assumptions')!
    const titles = sheet.columns.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['Unit', 'Confidence', 'Source', 'Defined name']))
    for (const row of sheet.rows) expect(asCell(row[titles.indexOf('Value')]!).look).toBe('input')
    const text = (row: TableSheet['rows'][number]) => row.map((cell) => String(asCell(cell).value)).join('|')
    const grade = sheet.rows.find((row) => text(row).includes('optimism_bias_of_benefit_jobs'))!
    expect(text(grade)).toContain('unverified')
    expect(text(grade)).toContain('recalled, not read')
  })

  test('what is not a formula says so, and Notes say why', async () => {
    const book = bookOfDocument(presetDocument('dorset-older-people'))
    const cells = await read(await writeBook(book))
    const rules = cells['Sharing rules']!.filter(([rule]) => rule === 'Nucleolus')
    expect(rules.map(([, , how]) => how)).toEqual(['value, not a formula', 'value, not a formula'])
    const deal = cells['Deal by partner']!
    expect(deal[1]![deal[0]!.indexOf('How')]).toBe('formula on a value')
    const why = cells.Notes!.filter(([about]) => about === 'value, not a formula').map(([, term]) => term)
    expect(why).toEqual(expect.arrayContaining(['Nucleolus', 'Settlement', 'Switching values', 'Tornado']))
  })

  test('signs that no workbook may hold are left out', async () => {
    const document = presetDocument('whole-essex')
    document.name = 'a\u0000b\u0008c\ud800d\uffff'
    const xml = partsOf(await writeBook(bookOfDocument(document)))
    const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
    for (const [part, text] of xml) expect([part, unfit.test(text)]).toEqual([part, false])
    expect(xml.get('docProps/core.xml')).toContain('abcd')
  })
})

describe('POST /exports/scenario.xlsx', () => {
  let cells: Record<string, Cells>
  const value = (label: string) => cells.Cover!.find(([one]) => one === label)?.[1]
  beforeAll(async () => {
    const { status, headers, body } = await post({
      scenario: presetDocument('birmingham-brighter-futures'),
      version: 'Draft 2',
      link: 'https://places.example/?s=abc',
      count: { id: 'england-2017', hash: 'f00d' },
    })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Birmingham Brighter Futures.xlsx"; filename*=UTF-8''Birmingham%20Brighter%20Futures.xlsx`,
    )
    cells = await read(body as Buffer)
  })

  test('the first sheet says what it is, from what, what it comes to and what is in doubt', () => {
    const result = run(presetDocument('birmingham-brighter-futures'))
    expect(cells.Cover![0]![0]).toBe('Birmingham Brighter Futures')
    expect(value('State of this workbook')).toBe('As exported: no input has been changed')
    expect(value('Version')).toBe('Draft 2')
    expect(value('Count')).toBe('england-2017')
    expect(value('Hash of the count')).toBe('f00d')
    expect(value('Open the scenario')).toBe('https://places.example/?s=abc')
    expect(value('Price base')).toBe('2009-10')
    expect(value('Sharing rule in force')).toBe('Shapley value')
    expect(value('Financial case, cashable: net present value')).toBeCloseTo(result.financial.cashable.npv, 2)
    expect(value('Unverified')).toContain('Return to the NHS (illustrative)')
  })

  test('each partner’s net is the server’s', () => {
    const result = run(presetDocument('birmingham-brighter-futures'))
    const words = { shapley: 'Shapley value', byBenefit: 'By benefit' } as const
    for (const rule of ['shapley', 'byBenefit'] as const) {
      const found = cells['Sharing rules']!.filter(([name]) => name === words[rule]).map((row) => row[3])
      const outcome = result.sharing.rules.find((one) => one.rule === rule)!
      expect(found).toEqual(outcome.available ? outcome.nets : 'not available')
    }
  })

  test('without a count it says so', async () => {
    const { body } = await post({ scenario: presetDocument('sure-start') })
    const cover = (await read(body as Buffer)).Cover!
    expect(cover.find(([label]) => label === 'Count')?.[1]).toMatch(/^No count/)
    expect(cover.find(([label]) => label === 'Open the scenario')?.[1]).toBe('[x]')
  })

  test.each([
    ['=cmd|"/c calc"!A1', 'cmd c calc !A1.xlsx', 'cmd%20c%20calc%20%21A1.xlsx'],
    ['../../etc/passwd', 'etc passwd.xlsx', 'etc%20passwd.xlsx'],
    ['Ynys Môn 😀 “x”', 'Ynys Mon x.xlsx', 'Ynys%20M%C3%B4n%20%F0%9F%98%80%20%E2%80%9Cx%E2%80%9D.xlsx'],
    ["O'Brien (2)*\r\nX-Evil: 1", "O'Brien (2) X-Evil 1.xlsx", 'O%27Brien%20%282%29%20X-Evil%201.xlsx'],
    ['\ud800', 'scenario.xlsx', 'scenario.xlsx'],
    ['😀', 'total-place.xlsx', '%F0%9F%98%80.xlsx'],
  ])('a file named %j is safe', async (name, plain, encoded) => {
    const { status, headers } = await post({ scenario: presetDocument('sure-start'), name })
    expect(status).toBe(200)
    const found = headers['content-disposition']!
    expect(found.replaceAll(/ +/g, ' ')).toContain(`filename*=UTF-8''`)
    expect(decodeURIComponent(found.split("UTF-8''")[1]!)).toBe(decodeURIComponent(encoded!))
    expect(/filename="([^"]*)"/.exec(found)![1]!.replaceAll(/ +/g, ' ')).toBe(plain)
  })

  test('every fault at once, of the request and of the scenario', async () => {
    const scenario = presetDocument('sure-start')
    scenario.horizon = 0
    const response = await post({ scenario, link: 'javascript:alert(1)', wrong: 1 })
    expect(response.status).toBe(422)
    const problem = JSON.parse(String(response.body))
    const where = problem.errors.map((error: { where: string }) => error.where)
    expect(where).toEqual(expect.arrayContaining(['scenario.horizon', 'link', 'wrong']))
    for (const body of [[], {}, { scenario: null }]) expect((await post(body)).status).toBe(422)
  })

  test('a scenario too large for a workbook is refused, not cut', async () => {
    const [outcome] = presetDocument('whole-essex').outcomes
    const scenario = { ...presetDocument('whole-essex'), horizon: 200 }
    scenario.outcomes = Array.from({ length: 100 }, (_, i) => ({ ...outcome, id: `o${i}` }))
    const response = await post({ scenario })
    expect(response.status).toBe(422)
    expect(String(response.body)).toMatch(/about 3\d\d,\d{3} cells/)
  })

  test('in good time', async () => {
    const took = async (scenario: unknown) => {
      const start = performance.now()
      expect((await post({ scenario })).status).toBe(200)
      return performance.now() - start
    }
    for (const { scenario } of loadPresets()) expect(await took(scenario)).toBeLessThan(3000)
  })
})

test('notices read as words: rules by their names, years as they are counted', () => {
  const notes = tables(bookOfDocument(losing())).find(({ name }) => name === 'Notes')!
  const told = notes.rows.filter(([about]) => about === 'To be known').map(([, code, words]) => [code, words])
  expect(told).toContainEqual([
    'loss',
    expect.stringMatching(/the loss is shared by the rule “[A-Z][a-z -]+”\.$/),
  ])
  expect(JSON.stringify(told)).not.toMatch(/asGain|liesWhereItFalls|byContribution|equalSplit|year 0/)
})
