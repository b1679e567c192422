import { NOT_APPLICABLE } from './columns.ts'
import type { TableReply } from './contract.ts'

/** Text a spreadsheet would run as a formula is kept as text by an apostrophe. */
const inert = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function cell(value: unknown, name: string): string {
  if (value === null) return NOT_APPLICABLE.has(name) ? '[z]' : '[x]'
  return typeof value === 'string' ? quoted(inert(value)) : String(value)
}

/** A table as RFC 4180 text with a row of names. Missing is `[x]`; what cannot apply is `[z]`. */
export function csvOf({ columns, data, rows }: TableReply): string {
  const names = columns.map(({ name }) => name)
  const lines = [names.join(',')]
  for (let row = 0; row < rows; row += 1)
    lines.push(names.map((name) => cell(data[name]![row], name)).join(','))
  return `${lines.join('\r\n')}\r\n`
}
