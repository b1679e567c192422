import type { Column, TableReply } from '../api/contract.ts'
import { markOf } from './marks.ts'

/** Text a spreadsheet would run as a formula is kept as text by an apostrophe; numbers are never touched. */
const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function cell(value: unknown, name: string): string {
  if (value === null) return markOf(name)
  return typeof value === 'string' ? quoted(inert(value)) : String(value)
}

/** The row of names. */
export const csvHeader = (columns: readonly Column[]): string =>
  `${columns.map(({ name }) => name).join(',')}\r\n`

/** The rows of a table, without the names. Missing is `[x]`; what cannot apply is `[z]`. */
export function csvRows({ columns, data, rows }: Pick<TableReply, 'columns' | 'data' | 'rows'>): string {
  const names = columns.map(({ name }) => name)
  const lines: string[] = []
  for (let row = 0; row < rows; row += 1)
    lines.push(`${names.map((name) => cell(data[name]![row], name)).join(',')}\r\n`)
  return lines.join('')
}

/** A table as RFC 4180 text with a row of names. */
export const csvOf = (reply: TableReply): string => csvHeader(reply.columns) + csvRows(reply)
