/** Rows of the tables of a count other than its spending, as the queries of the same names give them. */
export interface Place {
  readonly code: string
  readonly name: string
  readonly tier: string
  readonly parent: string | null
  readonly lon: number
  readonly lat: number
  readonly area: number
  readonly aliases: readonly string[]
}

export interface FinancialYear {
  year: string
  coverage: 'full' | 'recorded'
  note: string | null
}

export interface PlaceSet {
  id: string
  name: string
  kind: string
  members: string[]
  year: string
  note: string | null
  source: string
}

export interface Agency {
  id: string
  name: string
  sector: string
  department: string
}

export interface GovernmentFunction {
  code: string
  name: string
  division: string
  division_name: string
}

export interface ScopeTag {
  tag: string
  name: string
  meaning: string
}

export interface ControlClass {
  class: number
  name: string
  meaning: string
}

export interface Definition {
  id: string
  name: string
  classes: number[]
  meaning: string
}

type Test = string | null

export interface ControlRule {
  position: number
  id: string
  sector: Test
  agency: Test
  function: Test
  programme: Test
  economic: Test
  finance: Test
  decides: Test
  holds: Test
  influences: Test
  class: number
  reason: string
}

/** What lines have in common as far as a rule of the reader's own can tell them apart. */
export interface Kind {
  readonly kind: number
  readonly agency: string
  readonly sector: string
  readonly function: string
  readonly economic: string
  readonly finance: string
  readonly decides: string
  readonly holds: string
  readonly control_rule: string
  readonly class: number
}

export interface Source {
  id: string
  title: string
  publisher: string
  year: string
  licence: string
  attribution: string
  url: string
  retrieved: string
  file: string
  sha256: string
  note: string | null
}

export interface ControlTotal {
  id: string
  kind: string
  year: string
  covers: string
  published: number
  compiled: number
  difference: number
  status: 'equal' | 'bridged' | 'unexplained'
  unexplained: number
  unit: string
  bridge: { label: string; amount: number; source: string; reason: string }[]
  source: string
}

export interface MissingReturn {
  place: string
  place_name: string
  year: string
  agency: string
  agency_name: string
  sector: string
  what: string
  why: string
  source: string
  /** Whether the count holds its budget, which can stand in for it. */
  budget: boolean
  /** Whether own recorded outturn is counted for it, which may be a part of what it would say. */
  own: boolean
}

export interface Persons {
  readonly persons: number
  /** Whether persons is a split of a merged area. */
  readonly estimate: boolean
}

/** A count that others have published, and how to come nearest to it in this one. */
export interface PublishedCount {
  readonly id: string
  readonly places: readonly string[]
  readonly place_as_published: string
  readonly year_as_published: string
  readonly our_year: string
  readonly measure: 'total' | 'head' | 'share' | 'agency' | 'theme'
  readonly part_as_published: string | null
  readonly qualifier: 'stated' | 'about' | 'more_than' | 'less_than' | 'from' | 'to'
  /** Pounds, or pounds a head where measure is head; null where the figure is a share. */
  readonly amount: number | null
  readonly ratio: number | null
  readonly coverage: string
  readonly gross_or_net: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly our_scope: readonly string[]
  readonly our_definition: string | null
  /** As dimension=value,value. */
  readonly our_filter: string | null
  readonly how_near: string
  readonly publisher: string
  readonly title: string
  readonly url: string | null
  readonly stored_copy: string | null
}

/** A figure of two editions of one publication for the same year. */
export interface Edition {
  year: string
  used: string
  compared: string
  level: 'total' | 'region' | 'department' | 'service' | 'authority'
  id: string
  name: string
  used_amount: number | null
  compared_amount: number | null
  difference: number | null
  cells: number
  changed: number
}

/** What one import put into the count and took out of it. */
export interface Amendment {
  id: string
  title: string
  publisher: string
  /** ISO date. */
  made: string
  /** Hash of the count it changed. */
  base: string
  years: string[]
  places: number
  added: { lines: number; pounds: number }
  replaced: { lines: number; pounds: number }
  /** Budgets in place of missing returns taken out, no part of replaced. */
  budget: { lines: number; pounds: number }
}

/** Lines of a year that came from councils' returns and were taken out for what readers put in. */
export interface ReturnsReplaced {
  year: string
  lines: number
  pounds: number
}
