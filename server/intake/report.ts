import type { Finding, Passed, Severity } from './terms.ts'

/** Pence as text of a whole number: sums may be beyond 2^53. */
export type Pence = string

export interface FileReport {
  readonly name: string
  readonly sheet: string | null
  readonly rows: number
  readonly passed: Readonly<Record<Passed, number>>
  readonly data: number
  readonly accepted: number
  readonly rejected: number
  /** Rows whose amount cannot be read, all among those rejected. */
  readonly unread: number
  /** Rows labelled as totals, all among those rejected. */
  readonly totals: number
  readonly penceIn: Pence
  readonly penceAccepted: Pence
  readonly penceRejected: Pence
  readonly penceTotals: Pence
  /** Where amounts stand across several columns: each is a row of its own here, blank cells are among those passed over. */
  readonly across?: { readonly rows: number; readonly columns: number; readonly blank: number }
}

/** What became of every row: rows = passed + accepted + rejected, pence in = accepted + rejected. */
export interface Report {
  readonly files: readonly FileReport[]
  readonly rows: {
    readonly in: number
    readonly passed: Readonly<Record<Passed, number>>
    readonly data: number
    readonly accepted: number
    readonly rejected: number
    readonly unread: number
    readonly totals: number
  }
  readonly pence: {
    readonly in: Pence
    readonly accepted: Pence
    readonly rejected: Pence
    readonly totals: Pence
  }
  readonly rules: readonly { severity: Severity; rule: string; findings: number; rows: number }[]
  /** The largest groups of like findings of each rule; findings.csv has every finding. */
  readonly findings: readonly Finding[]
  readonly groups: readonly { place: string; agency: string; year: string; pence: Pence; rows: number }[]
}

const zero = (): Record<Passed, number> => ({ title: 0, header: 0, blank: 0, note: 0 })

/** The files' reports together. */
export function together(files: readonly FileReport[]): Pick<Report, 'rows' | 'pence'> {
  const rows = { in: 0, passed: zero(), data: 0, accepted: 0, rejected: 0, unread: 0, totals: 0 }
  const pence = { in: 0n, accepted: 0n, rejected: 0n, totals: 0n }
  for (const file of files) {
    rows.in += file.rows
    for (const kind of Object.keys(rows.passed) as Passed[]) rows.passed[kind] += file.passed[kind]
    rows.data += file.data
    rows.accepted += file.accepted
    rows.rejected += file.rejected
    rows.unread += file.unread
    rows.totals += file.totals
    pence.in += BigInt(file.penceIn)
    pence.accepted += BigInt(file.penceAccepted)
    pence.rejected += BigInt(file.penceRejected)
    pence.totals += BigInt(file.penceTotals)
  }
  return {
    rows,
    pence: {
      in: `${pence.in}`,
      accepted: `${pence.accepted}`,
      rejected: `${pence.rejected}`,
      totals: `${pence.totals}`,
    },
  }
}

/** Pence as pounds and pence: £1,234.56. */
export function inPounds(pence: Pence): string {
  const minus = pence.startsWith('-')
  const digits = pence.replace('-', '').padStart(3, '0')
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${minus ? '−' : ''}£${pounds}.${digits.slice(-2)}`
}

/** Whole pounds, without pence: £1,234. */
export const inWholePounds = (pounds: number): string =>
  inPounds(`${BigInt(pounds) * 100n}`).replace(/\.00$/, '')
