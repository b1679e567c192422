import { createHash } from 'node:crypto'
import type { Mapping } from './mapping.ts'
import type { Report } from './report.ts'

const hash = (value: string) => `sha256:${createHash('sha256').update(value).digest('hex')}`

/** JSON with its keys in order, so that the same things give the same text. */
export const ordered = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )

/** Hash of the accepted lines: their number, their pence and the digest of what they are counted as. */
export const acceptedHash = (rows: number, pence: string, digest: string): string =>
  hash(`${rows} ${pence} ${digest}`)

export interface Receipt {
  readonly form: 1
  readonly files: readonly { name: string; bytes: number; sha256: string }[]
  readonly mapping: string
  readonly count: { readonly id: string; readonly hash: string }
  readonly rows: Report['rows']
  readonly pence: Report['pence']
  readonly rules: Report['rules']
  /** Of the accepted lines, whatever their order. */
  readonly accepted: string
}

/** What went in, how it was read and what came of it; the same files, mapping and count give the same receipt. */
export const receiptOf = (
  files: Receipt['files'],
  mapping: Mapping,
  count: Receipt['count'],
  report: Report,
  digest: string,
): Receipt => ({
  form: 1,
  files,
  mapping: hash(ordered(mapping)),
  count,
  rows: report.rows,
  pence: report.pence,
  rules: report.rules,
  accepted: acceptedHash(report.rows.accepted, report.pence.accepted, digest),
})
