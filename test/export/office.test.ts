import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { answerControl } from '../../server/api/answer-control.ts'
import { answerSpend } from '../../server/api/answer-spend.ts'
import { bookOf } from '../../server/export/book-of.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { serveFixture } from '../fixtures/serve-fixture.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'
import { bytesAt, type Cells, read } from './fetch.ts'
import { HOSTILE } from './hostile.ts'
import { OFFICE, recalculated } from './office.ts'
import { as } from './questions.ts'
import { withWrongValues } from './spoilt.ts'

const QUESTIONS = {
  england: '/spend?by=division&order=-amount',
  croydon: '/spend?by=agency&places=E09000008',
  north: '/spend?by=place,class&places=E12000002&scope=-sites',
  control: '/control?order=-head',
  cumbria: '/control?places=E10000006&definition=classes:1,2',
  real: '/control?prices=real:2024-25&rules=rule:education%3E1&places=E12000002',
  change: '/change?from=2013-14&prices=real:2017-18',
  devolution: '/devolution?moves=rule:education%3E1&definition=councillors&places=E12000002',
  chain: '/chain?places=E09000008',
  lines: '/lines?places=E09000008&limit=50',
}

if (!OFFICE) {
  const why = 'no LibreOffice found: install Debian package libreoffice-calc, or set SOFFICE'
  if (process.env.CI === 'true') test('LibreOffice is there', () => expect(why).toBe(''))
  else console.warn(`NOT RUN  workbooks in LibreOffice: ${why}`)
}

/** LibreOffice writes 15 figures of a number. */
const same = (a: unknown, b: unknown) =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= Math.abs(a) * 1e-13)

const differences = (mine: Cells, other: Cells) =>
  mine.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      same(cell, other[at]?.[column]) ? [] : [[at, column, cell, other[at]?.[column]]],
    ),
  )

;(OFFICE ? describe : describe.skip)('in LibreOffice', () => {
  let served: Awaited<ReturnType<typeof serveShipped>>
  let five: Awaited<ReturnType<typeof serveFixture>>
  let ours: Record<string, Buffer>
  let theirs: Record<string, Buffer>
  beforeAll(async () => {
    served = await serveShipped()
    ours = { hostile: await writeBook(bookOf(HOSTILE.reply, HOSTILE.about)) }
    for (const [name, address] of Object.entries(QUESTIONS))
      ours[name] = await bytesAt(served.app, as(address, 'xlsx'))
    five = await serveFixture()
    const { signal } = new AbortController()
    const books = {
      spend: bookOf(await answerSpend(five.count, { by: ['place'] }, signal), HOSTILE.about),
      shares: bookOf(await answerControl(five.count, {}, signal), HOSTILE.about),
    }
    const wrong: Record<string, Buffer> = {}
    for (const [name, book] of Object.entries(books)) {
      ours[name] = await writeBook(book)
      wrong[`${name}-wrong`] = await writeBook(withWrongValues(book))
      expect(wrong[`${name}-wrong`]!.equals(ours[name]!)).toBe(false)
    }
    theirs = await recalculated({ ...ours, ...wrong })
  }, 120_000)
  afterAll(async () => {
    await served.close()
    await five.close()
  })

  test.each([...Object.keys(QUESTIONS), 'hostile'])('%s opens with the same figures', async (name) => {
    const [mine, other] = [await read(ours[name]!), await read(theirs[name]!)]
    expect(Object.keys(other)).toEqual(Object.keys(mine))
    for (const sheet of Object.keys(mine)) expect(differences(mine[sheet]!, other[sheet]!)).toEqual([])
  })

  test.each(['spend', 'shares'])(
    'formulas are live: wrong stored values of %s come out right',
    async (name) => {
      const [mine, other] = [await read(ours[name]!), await read(theirs[`${name}-wrong`]!)]
      for (const sheet of Object.keys(mine)) expect(differences(mine[sheet]!, other[sheet]!)).toEqual([])
    },
  )
})
