import { beforeAll, describe, expect, test } from '@jest/globals'
import { asCell, type Book, isFormula } from '../../server/export/book.ts'
import { writeBook } from '../../server/export/write-book.ts'
import { loadPresets } from '../../server/parameters/presets.ts'
import { presetDocument } from '../scenario/setup.ts'
import { type Change, differences, follows, withChanges } from './changed-inputs.ts'
import { type Cells, read } from './fetch.ts'
import { OFFICE, recalculated } from './office.ts'
import { bookOfDocument } from './scenario-books.ts'
import { empty, everything, losing } from './scenario-documents.ts'
import { withWrongValues } from './spoilt.ts'

if (!OFFICE) {
  const why = 'no LibreOffice found: install Debian package libreoffice-calc, or set SOFFICE'
  if (process.env.CI === 'true') test('LibreOffice is there', () => expect(why).toBe(''))
  else console.warn(`NOT RUN  workbooks of scenarios in LibreOffice: ${why}`)
}

const PRESETS = loadPresets().map(({ id }) => id)
const DOCUMENTS: Record<string, () => unknown> = {
  ...Object.fromEntries(PRESETS.map((id) => [id, () => presetDocument(id)])),
  everything,
  losing,
  empty,
}

// biome-ignore lint/suspicious/noExplicitAny: documents are changed as a reader would, anywhere
type Document = any

/** The same change made in a workbook's cells and in the document. */
const CHANGED: Record<string, { document: () => Document; cells: Change[]; also: (d: Document) => void }> = {
  'birmingham-brighter-futures': {
    document: () => presetDocument('birmingham-brighter-futures'),
    cells: [
      { name: 'contribution_share_council', value: 0.45 },
      { name: 'contribution_share_dwp', value: 0.2 },
      { name: 'fiscal_unit_value_nhs', value: 120_000_000 },
      { name: 'lag_exchequer', value: 2 },
      { item: 'Early intervention programme', column: 'Year 1', value: 9_000_000 },
    ],
    also: (d) => {
      d.pot.contributions[0].share = 0.45
      d.pot.contributions[3].share = 0.2
      d.outcomes[1].value.fiscal = 120_000_000
      d.outcomes[3].lag = 2
      d.investment[0].amounts[1] = 9_000_000
    },
  },
  worklessness: {
    document: () => presetDocument('worklessness'),
    cells: [
      { name: 'discount_rate_from_year_0', value: 0.015 },
      { name: 'sharing_rule', value: 'Waterfall' },
      { name: 'benefit_basis', value: 'gross' },
    ],
    also: (d) => {
      d.discounting = { rate: 0.015 }
      d.sharing.rule = 'waterfall'
      d.sharing.basis = 'gross'
    },
  },
  everything: {
    document: everything,
    cells: [
      { name: 'population_jobs', value: 6000 },
      { name: 'rate_without_it_jobs', value: 0.3 },
      { name: 'price_base', value: '2022-23' },
      { name: 'count_in_kind', value: 'no' },
      { name: 'drop_off_jobs', value: 0.3 },
      { name: 'saved_transfer_jobs_dwp', value: 'no' },
      { name: 'fixed_cost_share', value: 0.1 },
      { name: 'passed_on_dwp_nhs_1', value: 0.5 },
      { item: 'NHS', column: 'Year 1', value: 75_000 },
      { name: 'hand_share_2', value: 3 },
    ],
    also: (d) => {
      d.outcomes[0].effect.population = 6000
      d.sharing.shares.NHS = 3
      d.outcomes[0].effect.without = 0.3
      d.priceBase = '2022-23'
      d.sharing.countInKind = false
      d.outcomes[0].dropOff.rate = 0.3
      d.outcomes[0].split[0].transfer = false
      d.coalition.fixedCostShare = 0.1
      d.pot.passedOn[0].share = 0.5
      d.pot.contributions[2].amounts[1] = 75_000
    },
  },
}

const formulasOf = (book: Book) =>
  book.sheets.flatMap((sheet) =>
    ('table' in sheet ? sheet.rows : sheet.cells).flatMap((row) =>
      row.flatMap((cell) => {
        const { value } = asCell(cell)
        return isFormula(value) ? [value] : []
      }),
    ),
  )
const formulas = (book: Book) => formulasOf(book).length
const stored = (book: Book) => [...new Set(formulasOf(book).map(({ value }) => value))]

;(OFFICE ? describe : describe.skip)('a scenario’s workbook in LibreOffice', () => {
  const books: Record<string, Book> = {}
  let theirs: Record<string, Buffer>
  beforeAll(async () => {
    const wrong: Record<string, Buffer> = {}
    for (const [name, document] of Object.entries(DOCUMENTS)) {
      books[name] = bookOfDocument(document())
      const spoilt = withWrongValues(books[name]!)
      expect(formulas(spoilt)).toBe(formulas(books[name]!))
      expect(stored(spoilt)).toEqual([12_345])
      wrong[name] = await writeBook(spoilt)
    }
    for (const [name, { cells }] of Object.entries(CHANGED))
      wrong[`${name}-changed`] = await writeBook(withWrongValues(withChanges(books[name]!, cells)))
    theirs = await recalculated(wrong)
  }, 400_000)

  const opened = async (name: string) => read(theirs[name]!)
  const state = (cells: Record<string, Cells>) =>
    String(cells.Cover!.find(([label]) => label === 'State of this workbook')?.[1])

  test.each(Object.keys(DOCUMENTS))(
    '%s comes to the server’s figures from wrong stored values',
    async (name) => {
      const ours = await read(await writeBook(books[name]!))
      expect(differences(ours, await opened(name))).toEqual([])
    },
  )

  test.each(Object.keys(CHANGED))(
    '%s with other inputs comes to what the server makes of them',
    async (name) => {
      const { document, also, cells } = CHANGED[name]!
      const changed = document()
      also(changed)
      const [before, expected] = [
        await read(await writeBook(books[name]!)),
        await read(await writeBook(bookOfDocument(changed))),
      ]
      const found = await opened(`${name}-changed`)
      expect(differences(expected, before, follows).length).toBeGreaterThan(50)
      expect(differences(expected, found, follows)).toEqual([])
      expect(state(found)).toMatch(new RegExp(`^${cells.length} inputs changed since it was exported`))
      expect(state(await opened(name))).toMatch(/^As exported/)
    },
  )
})
