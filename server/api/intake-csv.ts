const FIGURE = /^[-+]?[\d.,]+%?$/

/** A cell as RFC 4180 text: what a spreadsheet would run is kept as text by an apostrophe, figures stay as they are. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  const inert = /^[=+\-@\t\r]/.test(text) && !FIGURE.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** Rows as lines of CSV, a piece of text a piece of rows. */
export async function* csvLines(
  pieces: AsyncIterable<readonly (readonly unknown[])[]>,
  header?: readonly string[],
): AsyncGenerator<string> {
  if (header) yield `${header.map(cell).join(',')}\r\n`
  for await (const rows of pieces) yield rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}
