/** What is on screen: everything a link must carry to show the same again. */
export interface View {
  page: 'explore' | 'data'
  measure: Measure
  definition: string
  /** null is the latest year of the count. */
  year: string | null
  /** Parts of the count left out, sorted, each once. */
  without: readonly string[]
  /** GSS code, or set:<id>. */
  place: string
  /** What fills the wide screen's left column. */
  side: 'map' | 'table'
  filter: string
  sort: Sort
  /** The figure whose lines are open. */
  lines: LinesOf | null
}

export type Measure = 'total' | 'head' | 'share'
export const MEASURES: readonly Measure[] = ['total', 'head', 'share']

export type SortColumn = 'name' | 'total' | 'head' | 'share' | 'numerator' | 'missing'
export const SORT_COLUMNS: readonly SortColumn[] = ['name', 'total', 'head', 'share', 'numerator', 'missing']

export interface Sort {
  column: SortColumn
  descending: boolean
}

export type LinesKind = 'all' | 'sector' | 'agency' | 'division' | 'class'
export const LINES_KINDS: readonly LinesKind[] = ['all', 'sector', 'agency', 'division', 'class']

export interface LinesOf {
  kind: LinesKind
  id: string
}

export const ENGLAND = 'E92000001'

export const START: View = {
  page: 'explore',
  measure: 'share',
  definition: 'local-bodies',
  year: null,
  without: [],
  place: ENGLAND,
  side: 'map',
  filter: '',
  sort: { column: 'name', descending: false },
  lines: null,
}
