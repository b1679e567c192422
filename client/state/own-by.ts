/** What files of readers put into the count at a place in a year, for one agency and economic class. */
export interface OwnRow {
  place: string
  year: string
  agency: string
  economic: string
  title: string
  added: number
  replaced: number
  budget: number
}

/** Figures of readers' own taken together: what the files are, and pounds put in and taken out for them. */
export interface Own {
  titles: string[]
  added: number
  replaced: number
  /** Pounds of budget in place of missing returns taken out, which no total holds but where it is shown. */
  budget: number
}

/** A place that holds own figures, where it stands beside others. */
export interface Holder {
  name: string
  own: Own
}

/** Rows together; null where there are none. */
export function ownOf(rows: readonly OwnRow[]): Own | null {
  if (rows.length === 0) return null
  const sum = (of: (row: OwnRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    titles: [...new Set(rows.map(({ title }) => title))],
    added: sum(({ added }) => added),
    replaced: sum(({ replaced }) => replaced),
    budget: sum(({ budget }) => budget),
  }
}

/** The years that hold own figures, each with what it holds, the first first. */
export function ownByYear(rows: readonly OwnRow[]): Map<string, Own> {
  const years = [...new Set(rows.map(({ year }) => year))].sort()
  return new Map(years.map((year) => [year, ownOf(rows.filter((row) => row.year === year))!]))
}

/** A change measured from two kinds of source: what of each year is of readers' own. */
export interface SourceBreak {
  before: Own | null
  after: Own | null
}

const partsOf = (rows: readonly OwnRow[]) =>
  [...new Set(rows.map(({ place, agency, economic }) => `${place} ${agency} ${economic}`))].sort().join()

/** How the sources of two years differ by own figures; null where the same parts of the same places hold them. */
export function sourceBreak(rows: readonly OwnRow[], from: string, year: string): SourceBreak | null {
  const [first, second] = [from, year].map((one) => rows.filter((row) => row.year === one)) as [
    OwnRow[],
    OwnRow[],
  ]
  if (partsOf(first) === partsOf(second)) return null
  return { before: ownOf(first), after: ownOf(second) }
}
