import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { answerPlace } from '../../server/api/answer-place.ts'
import { aboutPlace } from '../../server/api/exports-place.ts'
import type { PictureQuestion } from '../../server/api/picture-of.ts'
import { placeBook } from '../../server/export/place/place-book.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { serveShipped } from '../fixtures/serve-shipped.ts'
import { differences } from './differences.ts'
import { read } from './fetch.ts'
import { OFFICE, recalculated } from './office.ts'
import { withWrongValues } from './spoilt.ts'

const PLACES: Readonly<Record<string, PictureQuestion>> = {
  croydon: { places: ['E09000008'] },
  cumbria: { places: ['E10000006'], prices: 'real:2024-25', definition: 'councillors' },
  england: {},
  pilots: { places: ['E08000025', 'E10000016', 'E10000034'], scope: ['benefits', 'sites'] },
  london: { places: ['E12000007'], rules: 'rule:education>1', year: '2013-14' },
}

/** Sheets that stand beside the place's own figures. */
const BESIDE: Readonly<Record<string, string[]>> = {
  croydon: ['Comparators'],
  london: ['Comparators', 'Published'],
  pilots: ['Published'],
}

if (!OFFICE) {
  const why = 'no LibreOffice found: install Debian package libreoffice-calc, or set SOFFICE'
  if (process.env.CI === 'true') test('LibreOffice is there', () => expect(why).toBe(''))
  else console.warn(`NOT RUN  workbooks of places in LibreOffice: ${why}`)
}

;(OFFICE ? describe : describe.skip)('the workbook of a place in LibreOffice', () => {
  let served: Awaited<ReturnType<typeof serveShipped>>
  let ours: Record<string, Buffer>
  let theirs: Record<string, Buffer>
  beforeAll(async () => {
    served = await serveShipped()
    const { signal } = new AbortController()
    ours = {}
    const wrong: Record<string, Buffer> = {}
    for (const [name, asked] of Object.entries(PLACES)) {
      const figures = await answerPlace(served.count, asked, signal, served.deflation)
      const book = placeBook(figures, aboutPlace({ count: served.count, asked, figures }, '', 'xlsx'))
      ours[name] = await writeBook(book)
      wrong[name] = await writeBook(withWrongValues(book))
      expect(wrong[name].equals(ours[name])).toBe(false)
    }
    theirs = await recalculated(wrong)
  }, 180_000)
  afterAll(() => served.close())

  test.each(Object.keys(PLACES))(
    '%s: every formula, its stored value spoilt, comes out right',
    async (name) => {
      const [mine, other] = [await read(ours[name]!), await read(theirs[name]!)]
      expect(Object.keys(other)).toEqual(Object.keys(mine))
      expect(Object.keys(mine)).toEqual(expect.arrayContaining(BESIDE[name] ?? []))
      for (const sheet of Object.keys(mine))
        expect([sheet, differences(mine[sheet]!, other[sheet]!)]).toEqual([sheet, []])
    },
  )
})
