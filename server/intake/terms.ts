/** What a column of a stranger's file can mean. */
export const MEANINGS = [
  'place',
  'agency',
  'agency-name',
  'function',
  'programme',
  'amount',
  'other-amount',
  'year',
  'date',
  'economic',
  'flow',
  'phase',
  'basis',
  'supplier',
  'reference',
  'currency',
  'share',
  'ignore',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Meanings that several columns of a table can have. */
export const SEVERAL: ReadonlySet<Meaning> = new Set(['programme', 'other-amount', 'ignore'])

/** Meanings whose cells are names or codes, told one by one. */
export const NAMED = [
  'place',
  'agency',
  'function',
  'year',
  'date',
  'economic',
  'flow',
  'phase',
  'basis',
  'currency',
] as const
export type Named = (typeof NAMED)[number]

export const UNITS = { pounds: 1, thousands: 1_000, millions: 1_000_000 } as const
export type Unit = keyof typeof UNITS

export type Severity = 'error' | 'warning' | 'note'

/** One thing found. A row is the row of the file, 1 its first; null where it is of the whole file. */
export interface Finding {
  readonly severity: Severity
  readonly rule: string
  readonly file: string | null
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly message: string
  readonly repair: string | null
  /** Rows it is true of. */
  readonly count: number
  /** In a report, where like findings are one: the rows after the first, the first few. */
  readonly also?: number[]
}

/** Kinds of rows that are not data. */
export const PASSED = ['title', 'header', 'blank', 'note'] as const
export type Passed = (typeof PASSED)[number]

/** A row that is not data, and what it says. */
export interface PassedRow {
  readonly row: number
  readonly kind: Passed
  readonly text: string
}

/** A table found in a file: one of a CSV or Parquet file, one a sheet of a workbook. */
export interface Part {
  /** Number of its text in the folder of the intake. */
  readonly part: number
  readonly sheet: string | null
  readonly delimiter: string
  readonly headers: readonly string[]
  readonly headerRow: number
  /** What stands over each column, the nearest last, where many hold amounts: line numbers, sections. */
  readonly above?: readonly (readonly string[])[]
  readonly rows: number
  readonly data: number
  readonly passed: Readonly<Record<Passed, number>>
  /** The first of the rows that are not data. */
  readonly passedRows: readonly PassedRow[]
  /** Whether a cell holds a line end. */
  readonly broken: boolean
  /** Whether its text is the file as it came: every row under the header is data that needs no change. */
  readonly asCame: boolean
  /** The first rows of data. */
  readonly sample: readonly (readonly string[])[]
}

/** What reading a file did and found. */
export interface Reading {
  readonly type: 'csv' | 'xlsx' | 'parquet'
  readonly encoding: string | null
  readonly parts: readonly Part[]
  readonly findings: readonly Finding[]
}

/** A file that cannot be read at all: `message` says why and what to do. */
export class Unreadable extends Error {
  readonly rule: string
  readonly row: number | null
  constructor(rule: string, message: string, row: number | null = null) {
    super(message)
    this.name = 'Unreadable'
    this.rule = rule
    this.row = row
  }
}
