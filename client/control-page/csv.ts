type Cell = string | number | null

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
/** Text that a spreadsheet would run is disarmed. */
const cell = (value: Cell) =>
  quoted(
    typeof value === 'string'
      ? value.replace(/^(?=[=+\-@\t\r])/, "'")
      : value === null
        ? '[x]'
        : String(value),
  )

/** A table as RFC 4180 has it, figures unrounded; [x] is not known. */
export const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
