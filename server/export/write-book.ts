import { rangeRef, type WriteSheet, type Cell as Written, writeXlsx } from 'hucre/xlsx'
import {
  asCell,
  type Book,
  type Cell,
  type Formula,
  isFormula,
  type PlainSheet,
  type TableSheet,
} from './book.ts'
import {
  acrossOf,
  bodyOf,
  FACE,
  formatted,
  heightsOf,
  LOOKS,
  linesOf,
  PAGE,
  TOP,
  tall,
  WORDS,
} from './looks.ts'

type Cells = Map<string, Partial<Written>>

/** What XML cannot hold: control characters, halves of characters, and the two that are none. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text that Office Open XML would read as an escape is escaped itself (ECMA-376, ST_Xstring); what it cannot hold goes. */
const inert = <T>(value: T): T | string =>
  typeof value === 'string'
    ? value.replaceAll(UNFIT, '').replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    : value

const formulaOf = ({ formula, value }: Formula): Partial<Written> => ({
  formula,
  formulaResult: inert(value),
})
const linked = (link: string | undefined): Partial<Written> =>
  link?.startsWith('#')
    ? { hyperlink: { target: '', location: link.slice(1) } }
    : link
      ? { hyperlink: { target: link } }
      : {}
function plain({ name, widths, cells: rows }: PlainSheet): WriteSheet {
  const cells: Cells = new Map()
  const put = ({ value, look = 'text', format, link }: Cell, at: string) =>
    cells.set(at, {
      ...(isFormula(value) ? formulaOf(value) : { value: inert(value) }),
      style: formatted(format, LOOKS[look]),
      ...linked(link),
    })
  for (const [row, line] of rows.entries())
    for (const [column, cell] of line.entries()) put(cell, `${row},${column}`)
  const wraps = ({ look = 'text', link }: Cell) => look !== 'title' && !link
  const heights = new Map<number, { height: number }>()
  for (const [row, line] of rows.entries()) {
    const lines = line.map((cell, column) => (wraps(cell) ? linesOf(cell.value, widths[column]!) : 1))
    if (Math.max(...lines) > 1) heights.set(row, { height: tall(Math.max(...lines)) })
  }
  return { name, columns: widths.map((width) => ({ width })), cells, rowDefs: heights, pageSetup: PAGE }
}

function table({ name, table, columns, rows, frozen }: TableSheet): WriteSheet {
  const cells: Cells = new Map()
  const totals = columns.some(({ total }) => total)
  const body = rows.length > 0 ? rows : [columns.map(() => null)]
  const last = body.length + 1
  for (const [column, { title, format, total, width }] of columns.entries()) {
    const bold = formatted(format, { font: { ...FACE, bold: true } })
    cells.set(`0,${column}`, {
      value: title,
      style: format
        ? { ...LOOKS.heading, alignment: { ...TOP, horizontal: 'right' } }
        : { ...LOOKS.heading, alignment: { ...TOP, ...WORDS } },
    })
    for (const [row, values] of body.entries()) {
      const { value, look, format: own, link } = asCell(values[column]!)
      if (isFormula(value) || look || own || link)
        cells.set(`${row + 1},${column}`, {
          ...(isFormula(value) ? formulaOf(value) : { value: inert(value) }),
          style: formatted(own ?? format, look ? LOOKS[look] : { alignment: bodyOf(own ?? format, width) }),
          ...linked(link),
        })
    }
    if (!total) continue
    if ('label' in total) cells.set(`${last},${column}`, { value: total.label, style: bold })
    else if ('sum' in total)
      cells.set(`${last},${column}`, {
        formula: `SUBTOTAL(109,${table}[${title}])`,
        formulaResult: total.sum,
        style: bold,
      })
    else cells.set(`${last},${column}`, { ...formulaOf(total), style: bold })
  }
  const titles = columns.map(({ title }) => title)
  return {
    name,
    columns: columns.map(({ width, format }) =>
      format
        ? { width, style: { numFmt: format, alignment: bodyOf(format, width) } }
        : { width, style: { alignment: bodyOf(format, width) } },
    ),
    rows: [
      titles,
      ...body.map((values) =>
        values.map((one) => {
          const { value } = asCell(one)
          return isFormula(value) ? null : inert(value)
        }),
      ),
      ...(totals ? [columns.map(() => null)] : []),
    ],
    cells,
    freezePane: { rows: 1, ...(frozen ? { columns: frozen } : {}) },
    rowDefs: heightsOf(columns, body),
    tables: [
      {
        name: table,
        range: rangeRef(0, 0, totals ? last : last - 1, columns.length - 1),
        style: 'TableStyleLight1',
        showTotalRow: totals,
        columns: columns.map(({ title, total }) => ({
          name: title,
          ...(total && 'sum' in total ? { totalFunction: 'sum' } : {}),
          ...(total && 'label' in total ? { totalLabel: total.label } : {}),
          ...(total && 'formula' in total ? { totalFunction: 'custom', totalFormula: total.formula } : {}),
        })),
      },
    ],
    pageSetup: {
      ...PAGE,
      ...(frozen ? { paperSize: 'a3', fitToWidth: acrossOf(columns) } : {}),
    },
  }
}

/** Rows and columns on every page: named here, since the library leaves a sheet's name without its quotes. */
function repeated({ name, frozen }: TableSheet) {
  const sheet = `'${name.replaceAll("'", "''")}'!`
  const columns = frozen ? [`${sheet}$A:$${frozen === 1 ? 'A' : 'B'}`] : []
  return { name: '_xlnm.Print_Titles', range: [...columns, `${sheet}$1:$1`].join(','), scope: name }
}

/** A book as the bytes of an .xlsx file: the same book, the same bytes. */
export async function writeBook({ title, subject, made, sheets, names }: Book): Promise<Buffer> {
  const date = new Date(`${made.slice(0, 10)}T00:00:00Z`)
  return Buffer.from(
    await writeXlsx({
      properties: {
        title: inert(title),
        subject: inert(subject),
        creator: 'Total Place',
        created: date,
        modified: date,
      },
      sheets: sheets.map((sheet) => ('table' in sheet ? table(sheet) : plain(sheet))),
      defaultFont: FACE,
      namedRanges: [
        ...names.map(([name, range]) => ({ name, range })),
        ...sheets.flatMap((sheet) => ('table' in sheet ? [repeated(sheet)] : [])),
      ],
    }),
  )
}
