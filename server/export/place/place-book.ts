import { shareOf } from '../../count/share.ts'
import type { About } from '../about.ts'
import type { Book, TableSheet } from '../book.ts'
import { COVER, closing, coverSheet, type Line, opening, POUNDS, SHARE, WHOLE } from '../cover-sheet.ts'
import { dataSheet } from '../data-sheet.ts'
import { definitionsSheet } from '../definitions-sheet.ts'
import { missingSheet } from '../missing-sheet.ts'
import { notesSheet } from '../notes-sheet.ts'
import { reconciliationSheet } from '../reconciliation-sheet.ts'
import { sourcesSheet } from '../sources-sheet.ts'
import { titleOf } from '../titles.ts'
import { checksSheet, totalBy } from './checks-sheet.ts'
import type { PlaceFigures, PlaceTable } from './figures.ts'
import { publishedSheet } from './published-sheet.ts'
import { spectrumSheet } from './spectrum-sheet.ts'
import { placeTables } from './tables.ts'
import { yearsSheet } from './years-sheet.ts'

const HEAD = '£#,##0.00;-£#,##0.00'

function figureLines(figures: PlaceFigures, tables: readonly PlaceTable[]): Line[] {
  const { agencies, control, reconciled } = figures
  const { definition, data } = control
  const total = totalBy(tables.find(({ id }) => id === 'agencies')!)
  const spectrum = tables.find(({ id }) => id === 'spectrum')!
  const spending = titleOf(spectrum.reply.columns.find(({ name }) => name === 'spending')!)
  const local = (data.numerator![0] as number | null) ?? 0
  const { population } = agencies
  const share = shareOf(local, total.value)
  return [
    { label: 'Total', value: total, format: POUNDS, name: 'total' },
    { label: 'Population', value: population ?? '[x]', format: WHOLE, name: 'population' },
    {
      label: 'Spending a head',
      value: population ? { formula: 'total/population', value: total.value / population } : '[x]',
      format: HEAD,
      name: 'head',
    },
    {
      label: 'Transfers between bodies, left out of the total',
      value: agencies.eliminated,
      format: POUNDS,
    },
    { label: 'Recorded for the place', value: agencies.coverage.recorded ?? '[x]', format: SHARE },
    ...(['A', 'B', 'C', 'D'] as const).map((grade) => ({
      label: `Graded ${grade}`,
      value: agencies.coverage.grades[grade] ?? '[x]',
      format: SHARE,
    })),
    { label: 'Definition of local control', value: `${definition.name}: ${definition.meaning}` },
    { label: 'Classes it counts as local', value: definition.classes.join(', ') },
    {
      label: 'Under local control',
      value: { formula: `SUMIF(Spectrum[Counted as local],"yes",Spectrum[${spending}])`, value: local },
      format: POUNDS,
      name: 'local',
    },
    {
      label: 'Share under local control',
      value: share === null ? '[x]' : { formula: 'local/total', value: share },
      format: SHARE,
      name: 'share',
    },
    reconciled?.exact
      ? {
          label: 'Difference from the published total',
          value: `${reconciled.total.status}: see sheet Reconciliation`,
        }
      : {
          label: 'Published total',
          value: reconciled
            ? 'None covers exactly this question: sheet Reconciliation is of England as a whole'
            : 'None covers exactly this question',
        },
  ]
}

function reconciliation({ reconciled }: PlaceFigures): TableSheet[] {
  if (!reconciled) return []
  const sheet = reconciliationSheet(reconciled.total)
  return [
    reconciled.exact
      ? sheet
      : { ...sheet, about: `${sheet.about}: England as a whole, everything counted, cash` },
  ]
}

/** The sheet of a table; definitions and what is missing are the same in every workbook. */
function sheetOf(table: PlaceTable, figures: PlaceFigures, about: About): TableSheet {
  if (table.id === 'spectrum') return spectrumSheet(table)
  if (table.id === 'years') return yearsSheet(table)
  if (table.id === 'definitions') return definitionsSheet(figures.control)
  if (table.id === 'published') return publishedSheet(table)
  if (table.id === 'missing') return missingSheet(about)
  const { sheet, table: name, about: words, reply, totals } = table
  return dataSheet(reply, { name: sheet, table: name, about: words, totals })
}

/** The notes, with a line for each sheet that this place has not. */
const withAbsent = (notes: TableSheet, { absent }: PlaceFigures): TableSheet => ({
  ...notes,
  rows: [...notes.rows, ...absent.map(({ sheet, why }) => ['Left out', sheet, '[z]', '[z]', why])],
})

/** A place, or places together, as one workbook: whatever the place panel says, with formulas from part to whole. */
export function placeBook(figures: PlaceFigures, about: About): Book {
  const tables = placeTables(figures, about)
  const columns = new Map(tables.flatMap(({ reply }) => reply.columns.map((one) => [one.name, one] as const)))
  const sheets = [
    checksSheet(tables),
    ...reconciliation(figures),
    ...tables.map((table) => sheetOf(table, figures, about)),
    sourcesSheet(about),
    withAbsent(notesSheet({ columns: [...columns.values()] }, about), figures),
  ]
  const lines = [...opening(about), ...figureLines(figures, tables), ...closing(about)]
  return {
    title: about.title,
    subject: `Count ${about.count.id} ${about.count.hash}`,
    made: about.count.compiled,
    sheets: [coverSheet(lines, about, sheets), ...sheets],
    names: lines.flatMap(({ name }, row) => (name ? [[name, `${COVER}!$B$${row + 2}`] as const] : [])),
  }
}
