import { clean, normal } from './clean.ts'
import { figure } from './header.ts'

/** Names of columns where they stand in several rows, and what stands above them. */
export interface Names {
  /** The last row that names columns; 0 is the first. */
  readonly at: number
  readonly names: readonly string[]
  readonly above: readonly (readonly string[])[]
  /** Whether nothing but figures stands right of the first column of figures: no second table does. */
  readonly single: boolean
}

/** Fewer columns of figures have their names in one row. */
const MANY = 6
const ROWS = 8
const NOTHING =
  /^(?:\.+|…|-|x|c|z|\[[a-z]+\]|n\/?a|nil|none|tbc|tba|unknown|not (?:available|applicable|known))$/i

const words = (cell: string) => clean(cell) !== '' && !figure(cell) && !NOTHING.test(clean(cell))

/** Columns that hold figures and little else. */
function figured(rows: readonly (readonly string[])[], width: number): number[] {
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => clean(cell) !== '')
    return cells.length > 0 && cells.filter(figure).length >= cells.length / 2
  })
}

/** Words of a row carried right over the cells that are merged with them. */
function carried(row: readonly string[], columns: readonly number[]): Map<number, string> {
  const found = new Map<number, string>()
  let last = ''
  for (const at of columns) {
    last = clean(row[at] ?? '') || last
    found.set(at, last)
  }
  return found
}

/**
 * The names of the columns of a table with many columns of figures, as releases have them: in several rows, under
 * names of sections and line numbers. A section is put before names that come again in each.
 * @param first the first row that could name the columns
 */
export function wideNames(rows: readonly (readonly string[])[], first: number): Names {
  const own = rows[first]!
  const columns = figured(rows.slice(first + 1), own.length)
  const plain = { at: first, names: own, above: [], single: false }
  if (columns.length < MANY) return plain
  const share = (row: readonly string[], test: (cell: string) => boolean) =>
    columns.filter((at) => test(row[at] ?? '')).length / columns.length
  const naming: number[] = []
  for (let at = first; at < Math.min(rows.length, first + ROWS); at += 1) {
    if (share(rows[at]!, figure) > 0.1) break
    if (share(rows[at]!, words) >= 0.3) naming.push(at)
  }
  const last = naming.at(-1)!
  let begin = last
  while (naming.includes(begin - 1)) begin -= 1
  const stacked = own.map((_, at) =>
    rows
      .slice(begin, last + 1)
      .map((row) => clean(row[at] ?? ''))
      .filter(Boolean)
      .join(' '),
  )
  const names = new Set(columns.map((at) => normal(stacked[at]!)))
  const sections =
    names.size < columns.length * 0.8
      ? rows
          .slice(Math.max(0, begin - ROWS), begin)
          .findLast((row) => share(row, words) > 0 && columns.filter((at) => words(row[at] ?? '')).length > 1)
      : undefined
  const over = sections && carried(sections, columns)
  const below = rows.slice(last + 1)
  const single = own.every(
    (_, at) => at < columns[0]! || columns.includes(at) || below.every((row) => !words(row[at] ?? '')),
  )
  return {
    at: last,
    single,
    names: stacked.map((name, at) => (over?.get(at) ? `${over.get(at)}: ${name}` : name)),
    above: rows
      .slice(Math.max(0, last - ROWS), begin)
      .filter((row) => columns.filter((at) => clean(row[at] ?? '') !== '').length > 1)
      .map((row) => own.map((_, at) => clean(row[at] ?? '').slice(0, 200))),
  }
}
