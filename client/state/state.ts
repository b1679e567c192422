/** What is on screen: everything a link must carry to show the same again. */
export interface View {
  page: Page
  measure: Measure
  /** Id of a named definition, or classes:1,2,5 for a set the reader picked. */
  definition: string
  /** The reader's own rules of control, as client/state/rules.ts writes them. */
  rules: string
  /** The reader's own name of the definition; empty for none. */
  named: string
  /** What the reader would devolve: rules read after those of the definition. */
  moves: string
  /** cash, or real: and a base year. */
  prices: string
  /** The year that change is shown from; null shows no change. */
  from: string | null
  /** Change in pounds, or as a ratio. */
  unit: 'amount' | 'ratio'
  /** null is the latest year of the count. */
  year: string | null
  /** Parts of the count left out, sorted, each once. */
  without: readonly string[]
  /** Whether budgets stand in for returns that were not made. */
  fill: boolean
  /** GSS codes and set:<id>, sorted, each once, never none; several are taken together. */
  places: readonly string[]
  /** The reader's own name of several places; empty for none. */
  placesNamed: string
  /** What the places are compared with: codes, set:<id>, or codes joined by + and taken together. */
  versus: readonly string[]
  /** Features that the nearest comparators leave out, sorted. */
  unlike: readonly string[]
  /** Whom a place is ranked among: region, class, all or set:<id>. */
  group: string
  /** What fills the wide screen's left column. */
  side: 'map' | 'table'
  filter: string
  /** Whether the table shows the ticked places alone. */
  only: boolean
  sort: Sort
  /** How the table of change is ordered. */
  changeSort: ChangeSort
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
  /** Hash of the count that is asked; null asks the one that is served. */
  pinned: string | null
  /** The intake of the reader's own files; none before the first is brought. */
  intake: string | null
  /** How far one is with it. */
  step: Step
}

/** One screen each; all share the question. */
export const PAGES = ['explore', 'control', 'compare', 'flow', 'scenario', 'data', 'import'] as const
export type Page = (typeof PAGES)[number]

/** What is done with files of the reader's own, in turn; the counts that come of it last. */
export const STEPS = ['bring', 'map', 'check', 'publish', 'counts'] as const
export type Step = (typeof STEPS)[number]

/** The address of a scenario that has never been saved. */
export const UNSAVED = 'new'

export type Measure = 'total' | 'head' | 'share'
export const MEASURES: readonly Measure[] = ['total', 'head', 'share']

export type SortColumn = 'name' | 'total' | 'head' | 'share' | 'numerator' | 'missing'
export const SORT_COLUMNS: readonly SortColumn[] = ['name', 'total', 'head', 'share', 'numerator', 'missing']

export const CHANGE_COLUMNS = [
  'name',
  'before',
  'after',
  'change',
  'change_ratio',
  'head_before',
  'head_after',
  'head_change',
  'head_change_ratio',
  'share_change',
] as const
export type ChangeColumn = (typeof CHANGE_COLUMNS)[number]

export interface ChangeSort {
  column: ChangeColumn
  descending: boolean
}

export interface Sort {
  column: SortColumn
  descending: boolean
}

export const LINES_KINDS = [
  'all',
  'head',
  'share',
  'definition',
  'shipped',
  'class',
  'sector',
  'agency',
  'division',
  'basis',
  'grade',
  'way',
  'transfers',
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
  rules: '',
  named: '',
  moves: '',
  prices: 'cash',
  from: null,
  unit: 'amount',
  year: null,
  without: [],
  fill: false,
  places: [ENGLAND],
  placesNamed: '',
  versus: [],
  unlike: [],
  group: 'region',
  side: 'map',
  filter: '',
  only: false,
  sort: { column: 'name', descending: false },
  changeSort: { column: 'change', descending: true },
  lines: null,
  at: null,
  scenario: null,
  version: null,
  preset: null,
  against: null,
  counted: null,
  pinned: null,
  intake: null,
  step: 'bring',
}
