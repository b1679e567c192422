type Cell = string | number | null

/** A text that a spreadsheet would take for a formula is marked as text. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function field(cell: Cell) {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = safe(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV by RFC 4180, a figure that is not known being an empty field. */
export const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  `${[head, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`

/** Gives a text to the reader as a file. */
export function saveFile(name: string, text: string) {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
