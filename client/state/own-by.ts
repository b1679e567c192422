/** What files of readers put into the count at a place in a year, for one agency and economic class. */
export interface OwnRow {
  place: string
  year: string
  agency: string
  economic: string
  title: string
  /** Lines put in that no later file took out, and pounds of them. */
  standing_lines: number
  standing: number
  replaced: number
  /** Pounds of what was replaced that earlier files had put in. */
  replaced_own: number
  budget: number
}

/** Figures of readers' own that stand, taken together: what the files are, and what the count had before any of them. */
export interface Own {
  titles: string[]
  standing: number
  replaced: number
  /** Pounds of budget in place of missing returns taken out, which no total holds but where it is shown. */
  budget: number
}

/** A place that holds own figures, where it stands beside others. */
export interface Holder {
  name: string
  own: Own
}

const stands = (row: OwnRow) => row.standing_lines > 0

/** Rows together; null where nothing of them stands. */
export function ownOf(rows: readonly OwnRow[]): Own | null {
  const there = rows.filter(stands)
  if (there.length === 0) return null
  const sum = (of: (row: OwnRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    titles: [...new Set(there.map(({ title }) => title))],
    standing: sum(({ standing }) => standing),
    replaced: sum(({ replaced, replaced_own }) => replaced - replaced_own),
    budget: sum(({ budget }) => budget),
  }
}

/** The years that hold own figures, each with what it holds, the first first. */
export function ownByYear(rows: readonly OwnRow[]): Map<string, Own> {
  const years = [...new Set(rows.filter(stands).map(({ year }) => year))].sort()
  return new Map(years.map((year) => [year, ownOf(rows.filter((row) => row.year === year))!]))
}

/** A change measured from two kinds of source: what of each year is of readers' own. */
export interface SourceBreak {
  before: Own | null
  after: Own | null
}

const partsOf = (rows: readonly OwnRow[]) =>
  [...new Set(rows.filter(stands).map(({ place, agency, economic }) => `${place} ${agency} ${economic}`))]
    .sort()
    .join()

/** How the sources of two years differ by own figures; null where the same parts of the same places hold them. */
export function sourceBreak(rows: readonly OwnRow[], from: string, year: string): SourceBreak | null {
  const [first, second] = [from, year].map((one) => rows.filter((row) => row.year === one)) as [
    OwnRow[],
    OwnRow[],
  ]
  if (partsOf(first) === partsOf(second)) return null
  return { before: ownOf(first), after: ownOf(second) }
}
