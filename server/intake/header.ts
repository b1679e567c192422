import { clean, normal } from './clean.ts'
import { finding } from './finding.ts'
import { type Finding, Unreadable } from './terms.ts'

const MOST_COLUMNS = 2_000

const filled = (cells: readonly string[]) => cells.filter((cell) => clean(cell) !== '').length
export const figure = (cell: string) =>
  /^[£(−–-]*\s*[\d.,\s]*\d[\d.,\s]*[)km%-]*$/i.test(cell.trim()) && !/^\d{4}[-/]\d{2,4}$/.test(cell.trim())

/** Whether the figures of a row are years one after another, which name columns. */
function years(cells: readonly string[]): boolean {
  const all = cells.filter(figure).map((cell) => cell.trim())
  const step = Number(all[1]) - Number(all[0])
  return (
    all.length > 1 &&
    Math.abs(step) === 1 &&
    all.every((cell, at) => /^(?:19|20)\d{2}$/.test(cell) && Number(cell) === Number(all[0]) + at * step)
  )
}

/**
 * Which of the first rows names the columns: the first that fills most of the table's width with words and no
 * figures. 0 is the first row.
 * @throws Unreadable where none does
 */
export function headerAt(rows: readonly (readonly string[])[]): number {
  if (rows.every((cells) => filled(cells) === 0))
    throw new Unreadable('empty', 'The file holds no rows. Upload the file that has the figures in it.')
  const counts = rows.map(filled)
  const busiest = Math.max(...counts)
  const least = busiest <= 2 ? busiest : Math.max(2, Math.ceil(busiest * 0.6))
  const at = rows.findIndex(
    (cells, row) => counts[row]! >= least && (cells.every((cell) => !figure(cell)) || years(cells)),
  )
  if (at < 0)
    throw new Unreadable(
      'no-header',
      'No row names the columns. Put a row with the name of each column above the figures.',
    )
  return at
}

/** Names of columns as they are shown: cleaned, the blank ones numbered, each different from the others. */
export function tidyHeaders(cells: readonly string[]): { headers: string[]; findings: Finding[] } {
  if (cells.length > MOST_COLUMNS)
    throw new Unreadable(
      'too-wide',
      `The table has ${cells.length} columns and the most that are taken is ${MOST_COLUMNS}. Keep the columns that are needed.`,
    )
  const findings: Finding[] = []
  const seen = new Map<string, number>()
  const headers = cells.map((cell, at) => {
    const name = clean(cell).slice(0, 200) || `(column ${at + 1})`
    const times = (seen.get(normal(name)) ?? 0) + 1
    seen.set(normal(name), times)
    if (times === 1) return name
    findings.push(
      finding(
        'warning',
        'header-twice',
        `Two columns are called ${name}: the later one is shown as ${name} (${times}).`,
        { column: name, repair: 'Say which of them is meant.' },
      ),
    )
    return `${name} (${times})`
  })
  return { headers, findings }
}

/** Whether a row of names holds two tables side by side: an empty column between, and names that come again after it. */
export function sideBySide(header: readonly string[], sample: readonly (readonly string[])[]): boolean {
  for (let gap = 1; gap < header.length - 1; gap += 1) {
    if (clean(header[gap]!) !== '' || sample.some((cells) => clean(cells[gap] ?? '') !== '')) continue
    const before = header.slice(0, gap).map(normal).filter(Boolean)
    const after = header
      .slice(gap + 1)
      .map(normal)
      .filter(Boolean)
    if (after.length < 2 || before.length < 2) continue
    if (after.some((name) => before.includes(name))) return true
    const uneven = sample.some((cells) => {
      if (filled(cells) < 2) return false
      const left = filled(cells.slice(0, gap)) > 0
      return left !== filled(cells.slice(gap + 1)) > 0
    })
    if (uneven) return true
  }
  return false
}
