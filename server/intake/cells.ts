const QUOTE = '"'

/** A record of delimited text as cells; quotes inside a bare cell stand for themselves. `closed` is false where a quote is left open. */
export function cellsOf(record: string, delimiter: string): { cells: string[]; closed: boolean } {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (record[at] !== QUOTE) {
      const end = record.indexOf(delimiter, at)
      cells.push(end < 0 ? record.slice(at) : record.slice(at, end))
      if (end < 0) return { cells, closed: true }
      at = end + 1
      continue
    }
    let cell = ''
    let from = at + 1
    let end = record.indexOf(QUOTE, from)
    while (end >= 0 && record[end + 1] === QUOTE) {
      cell += record.slice(from, end + 1)
      from = end + 2
      end = record.indexOf(QUOTE, from)
    }
    if (end < 0) return { cells: [...cells, cell + record.slice(from)], closed: false }
    cell += record.slice(from, end)
    const stop = record.indexOf(delimiter, end + 1)
    cell += stop < 0 ? record.slice(end + 1) : record.slice(end + 1, stop)
    cells.push(cell)
    if (stop < 0) return { cells, closed: true }
    at = stop + 1
  }
}

/** Cells as a record that DuckDB reads back as they are; NUL, which it does not hold, becomes U+FFFD. */
export const recordOf = (cells: readonly string[], delimiter: string): string =>
  cells
    .map((cell) => {
      const text = cell.includes('\0') ? cell.replaceAll('\0', '\ufffd') : cell
      return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(delimiter)

/** The first records of a text, line ends in quotes kept; the last is left out where the text was cut. */
export function firstRecords(text: string, most: number, whole: boolean): string[] {
  const records: string[] = []
  let start = 0
  let quoted = false
  for (let at = 0; at < text.length && records.length < most; at += 1) {
    const one = text[at]
    if (quoted && one === QUOTE && text[at + 1] === QUOTE) at += 1
    else if (one === QUOTE) quoted = quoted ? false : at === start || ',;\t|'.includes(text[at - 1]!)
    if (quoted || (one !== '\n' && one !== '\r')) continue
    records.push(text.slice(start, at))
    if (one === '\r' && text[at + 1] === '\n') at += 1
    start = at + 1
  }
  if (whole && records.length < most && start < text.length) records.push(text.slice(start))
  return records
}
