/** What is on screen: everything a link must carry to show the same again. */
export interface View {
  page: PageName
  measure: Measure
  /** Id of a named definition, or classes:1,2,5 for a set the reader picked. */
  definition: string
  /** null is the latest year of the count. */
  year: string | null
  /** Parts of the count left out, sorted, each once. */
  without: readonly string[]
  /** Whether budgets stand in for returns that were not made. */
  fill: boolean
  /** GSS codes and set:<id>, sorted, each once, never none; several are taken together. */
  places: readonly string[]
  /** Whom a place is ranked among: region, class, all or set:<id>. */
  group: string
  /** What fills the wide screen's left column. */
  side: 'map' | 'table'
  filter: string
  /** Whether the table shows the ticked places alone. */
  only: boolean
  sort: Sort
  /** The figure whose lines are open. */
  lines: LinesOf | null
  /** The entry of the Data and method page that is pointed at. */
  at: string | null
  /** The scenario on the workbench: a saved one by its id, `new` for one not saved yet, none for the choice of them. */
  scenario: string | null
  /** The version of it; null is the latest. */
  version: number | null
  /** The preset on the workbench. */
  preset: string | null
  /** The saved version it is compared with, as id@version. */
  against: string | null
  /** Hash of the count that was on screen when the link was made. */
  counted: string | null
}

export type PageName = 'explore' | 'data' | 'scenario'
export const PAGES: readonly PageName[] = ['explore', 'scenario', 'data']

/** The address of a scenario that has never been saved. */
export const UNSAVED = 'new'

export type Measure = 'total' | 'head' | 'share'
export const MEASURES: readonly Measure[] = ['total', 'head', 'share']

export type SortColumn = 'name' | 'total' | 'head' | 'share' | 'numerator' | 'missing'
export const SORT_COLUMNS: readonly SortColumn[] = ['name', 'total', 'head', 'share', 'numerator', 'missing']

export interface Sort {
  column: SortColumn
  descending: boolean
}

export const LINES_KINDS = [
  'all',
  'head',
  'share',
  'definition',
  'class',
  'sector',
  'agency',
  'division',
  'basis',
  'grade',
] as const
export type LinesKind = (typeof LINES_KINDS)[number]

export interface LinesOf {
  kind: LinesKind
  id: string
  /** Another place than those on screen, for the figures of a table. */
  place: string | null
}

export const ENGLAND = 'E92000001'

export const START: View = {
  page: 'explore',
  measure: 'share',
  definition: 'local-bodies',
  year: null,
  without: [],
  fill: false,
  places: [ENGLAND],
  group: 'region',
  side: 'map',
  filter: '',
  only: false,
  sort: { column: 'name', descending: false },
  lines: null,
  at: null,
  scenario: null,
  version: null,
  preset: null,
  against: null,
  counted: null,
}
