import type { CellStyle, WriteSheet } from 'hucre/xlsx'
import { asCell, type Look, type TableSheet } from './book.ts'

export const FACE = { name: 'Arial', size: 11 } as const
export const LINE_POINTS = 15.5
/** Columns as wide as this hold prose, and wrap. */
export const PROSE = 60
/** Points: no row of Excel is taller. */
export const TALLEST = 409
/** Characters across an A3 page that can still be read. */
export const PAGE_WIDTH = 345
export const TOP = { vertical: 'top', wrapText: true } as const
/** Text stands clear of the figures before it. */
export const WORDS = { vertical: 'top', horizontal: 'left', indent: 1 } as const
export const LOOKS: Readonly<Record<Look, CellStyle>> = {
  text: { font: FACE, alignment: { ...TOP, horizontal: 'left' } },
  title: { font: { ...FACE, bold: true, size: 16 } },
  heading: { font: { ...FACE, bold: true }, alignment: TOP },
  label: { font: { ...FACE, bold: true }, alignment: TOP },
  input: {
    font: { ...FACE, color: { rgb: '12436D' } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF2CC' } },
    border: { bottom: { style: 'thin', color: { rgb: '12436D' } } },
    alignment: { vertical: 'top', horizontal: 'right' },
  },
  fixed: { font: { ...FACE, italic: true }, alignment: { vertical: 'top', horizontal: 'right' } },
}
export const PAGE = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

export const formatted = (format: string | undefined, style: CellStyle = {}): CellStyle =>
  format ? { ...style, numFmt: format } : style

/** Numbers to the right, words to the left; long words wrap. */
export const bodyOf = (format: string | undefined, width: number) =>
  format ? ({ vertical: 'top', horizontal: 'right' } as const) : { ...WORDS, wrapText: width >= PROSE }

export const acrossOf = (columns: TableSheet['columns']) =>
  Math.ceil(columns.reduce((sum, { width }) => sum + width, 0) / PAGE_WIDTH)

/** Lines that text takes in a column of this width, in characters. */
export const linesOf = (text: unknown, width: number) => Math.ceil((String(text).length * 1.2) / width)

export const tall = (lines: number) => Math.min(TALLEST, lines * LINE_POINTS)

/** Heights of the header and of rows whose prose takes more than a line. */
export function heightsOf(
  columns: TableSheet['columns'],
  rows: TableSheet['rows'],
): NonNullable<WriteSheet['rowDefs']> {
  const header = Math.max(...columns.map(({ title, width }) => linesOf(title, width)))
  const heights = new Map([[0, { height: header * LINE_POINTS }]])
  const prose = columns.flatMap(({ width }, column) => (width >= PROSE ? [{ width, column }] : []))
  if (prose.length > 0)
    for (const [row, values] of rows.entries()) {
      const lines = Math.max(
        ...prose.map(({ width, column }) => linesOf(asCell(values[column]!).value, width)),
      )
      if (lines > 1) heights.set(row + 1, { height: tall(lines) })
    }
  return heights
}
