import { join } from 'node:path'
import type { Workbench } from '../engine/workbench.ts'
import { type Across, acrossOf } from './across.ts'
import type { District } from './districts.ts'
import type { Known } from './known.ts'
import type { Baseline } from './magnitude.ts'
import { type Mapping, meaningsOf } from './mapping.ts'
import type { Finding, Meaning, Named, Part, Reading } from './terms.ts'

export interface ReadFile {
  readonly name: string
  readonly reading: Reading
}

export interface ToCheck {
  readonly folder: string
  readonly files: readonly ReadFile[]
  readonly mapping: Mapping
  readonly known: Known
  /** The one place an agency is in, where it is in one. */
  readonly placeOfAgency?: (agency: string) => string | undefined
  readonly baselineOf: (year: string) => Promise<Baseline | undefined>
  readonly threads: number
  readonly memoryLimit: string
}

export type Row = readonly (string | number | bigint | boolean | null)[]

export const STAGING = 'staging.duckdb'
export const textOf = (folder: string, part: number) => join(folder, 'parts', `${part}.csv`)

export interface WorkPart {
  readonly part: Part
  readonly file: string
  readonly meanings: readonly Meaning[]
  /** Its columns of amounts, each checked as a table of its own, where it has several. */
  readonly across: readonly Across[]
}

/** What the stages of one check share: its database, what it was given and what was learnt on the way. */
export interface Work {
  readonly bench: Workbench
  readonly given: ToCheck
  readonly parts: readonly WorkPart[]
  /** Meanings some column has, or says. */
  readonly mapped: ReadonlySet<Meaning>
  /** Different codes that texts stand for, by meaning. */
  readonly found: Map<Named, ReadonlySet<string>>
  /** Texts that give a place by one of its districts. */
  readonly districts: Map<string, District>
}

export function workOf(bench: Workbench, given: ToCheck): Work {
  const parts = given.files.flatMap(({ name, reading }) =>
    reading.parts.map((part) => ({
      part,
      file: name,
      meanings: meaningsOf(part.headers, given.mapping),
      across: acrossOf(part, given.mapping),
    })),
  )
  const said = parts.flatMap(({ across }) => across.flatMap(({ says }) => Object.keys(says) as Meaning[]))
  const mapped = new Set([...parts.flatMap(({ meanings }) => meanings), ...said])
  if (given.mapping.placeOf) mapped.add('place')
  return { bench, given, parts, mapped, found: new Map(), districts: new Map() }
}

/** Keeps what was found outside the tables. */
export async function addFindings(
  { bench }: Work,
  findings: readonly (Finding & { part?: number | null })[],
): Promise<void> {
  for (const { severity, rule, row, column, value, message, repair, count, part } of findings)
    await bench.ask('intake-add-finding', {
      severity,
      rule,
      part: part ?? null,
      row,
      header: column,
      value,
      message,
      repair,
      rows: count,
    })
}
