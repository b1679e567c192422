import { factor, integer, pence, percentTenth, pounds, poundsPence } from '../../format.ts'

/** What the figures of a column are in. */
export type Unit = 'text' | 'pounds' | 'pence' | 'toThePenny' | 'factor' | 'share' | 'number'

export interface Column {
  head: string
  unit: Unit
}

export type Cell = string | number | null

/** The same figures as a chart, as a table: what is read, printed and taken away as CSV. */
export interface Twin {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
  /** What the rows add up to. */
  foot?: readonly Cell[]
}

const WRITERS: Record<Exclude<Unit, 'text'>, (value: number) => string> = {
  pounds: (value) => pounds(value),
  pence,
  toThePenny: poundsPence,
  factor,
  share: percentTenth,
  number: integer,
}

/** A cell as read; an empty one is said to be empty by its column's maker, never made nought here. */
export const written = (cell: Cell, unit: Unit): string =>
  cell === null ? '' : typeof cell === 'string' || unit === 'text' ? String(cell) : WRITERS[unit](cell)

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const head = ({ head: text, unit }: Column) =>
  unit === 'pounds' || unit === 'toThePenny' ? `${text} (£)` : unit === 'pence' ? `${text} (pence)` : text

/** The table as a file: figures unrounded, a row a line (RFC 4180). Text that a spreadsheet would run is disarmed. */
export function csv({ columns, rows, foot }: Twin): string {
  const cell = (value: Cell) =>
    quoted(
      value === null
        ? ''
        : typeof value === 'string'
          ? value.replace(/^(?=[=+\-@\t\r])/, "'")
          : String(value),
    )
  const lines = [
    columns.map((column) => quoted(head(column))),
    ...[...rows, ...(foot ? [foot] : [])].map((row) => row.map(cell)),
  ]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

/** What a column of rows adds up to. */
export const sumOf = (rows: readonly (readonly Cell[])[], at: number): number =>
  rows.reduce((sum, row) => sum + (typeof row[at] === 'number' ? row[at] : 0), 0)
