import { addFindings, type Work } from './check-work.ts'
import { agencyName, placeName } from './known.ts'
import { type Baseline, magnitudes } from './magnitude.ts'
import { type FileReport, type Report, together } from './report.ts'
import type { Finding } from './terms.ts'

/** Groups of like findings a report has of each rule, and rows it names of each; findings.csv has every one. */
const SHOWN = { most: 300, first: 20 }

interface Sums {
  part: number
  rows_in: number
  pence_in: string
  rows_unread: number
  rows_total: number
  pence_total: string
  rows_rejected: number
  pence_rejected: string
}

/** Adds up what was accepted and found. */
export async function report(work: Work): Promise<{ report: Report; digest: string }> {
  const { bench } = work
  const groups = await bench.ask<Report['groups'][number]>('intake-accepted-groups')
  const { known, baselineOf } = work.given
  const baselines = new Map<string, Baseline | undefined>()
  for (const { year } of groups) if (!baselines.has(year)) baselines.set(year, await baselineOf(year))
  const names = {
    place: (code: string) => placeName(known, code),
    agency: (id: string) => agencyName(known, id),
  }
  await addFindings(
    work,
    magnitudes(groups, names, (year) => baselines.get(year)),
  )
  const files = await reports(work)
  const [accepted] = await bench.ask<{ rows: number; pence: string; digest: string }>('intake-accepted-sums')
  const sums = together(files)
  if (accepted!.rows !== sums.rows.accepted || accepted!.pence !== sums.pence.accepted)
    throw new Error(
      `accepted ${accepted!.rows} rows, ${accepted!.pence} pence: not ${sums.rows.accepted}, ${sums.pence.accepted}`,
    )
  const rules = await bench.ask<Report['rules'][number]>('intake-rules')
  const findings = await bench.ask<
    Omit<Finding, 'column' | 'count'> & { header: string | null; rows: number }
  >('intake-findings-alike', SHOWN)
  return {
    report: {
      files,
      ...sums,
      rules,
      findings: findings.map(({ header, rows, ...rest }) => ({ ...rest, column: header, count: rows })),
      groups: groups.slice(0, 1000),
    },
    digest: accepted!.digest,
  }
}

async function reports({ bench, parts }: Work): Promise<FileReport[]> {
  const sums = new Map((await bench.ask<Sums>('intake-sums')).map((row) => [row.part, row]))
  return parts.map(({ part, file, across }) => {
    const data = part.data * Math.max(1, across.length)
    const sum = (across.length > 0 ? across.map(({ number }) => number) : [part.part])
      .flatMap((number) => sums.get(number) ?? [])
      .reduce(added, NONE)
    const blank = data - sum.rows_in
    if (blank < 0 || (blank > 0 && across.length === 0))
      throw new Error(`${sum.rows_in} rows were checked and ${data} read`)
    return {
      name: file,
      sheet: part.sheet,
      rows: part.rows - part.data + data,
      passed: { ...part.passed, blank: part.passed.blank + blank },
      data: sum.rows_in,
      accepted: sum.rows_in - sum.rows_rejected,
      rejected: sum.rows_rejected,
      unread: sum.rows_unread,
      totals: sum.rows_total,
      penceIn: sum.pence_in,
      penceAccepted: String(BigInt(sum.pence_in) - BigInt(sum.pence_rejected)),
      penceRejected: sum.pence_rejected,
      penceTotals: sum.pence_total,
      ...(across.length > 0 ? { across: { rows: part.data, columns: across.length, blank } } : {}),
    }
  })
}

const NONE: Sums = {
  part: 0,
  rows_in: 0,
  pence_in: '0',
  rows_unread: 0,
  rows_total: 0,
  pence_total: '0',
  rows_rejected: 0,
  pence_rejected: '0',
}
const plus = (a: string, b: string) => String(BigInt(a) + BigInt(b))
const added = (a: Sums, b: Sums): Sums => ({
  part: b.part,
  rows_in: a.rows_in + b.rows_in,
  pence_in: plus(a.pence_in, b.pence_in),
  rows_unread: a.rows_unread + b.rows_unread,
  rows_total: a.rows_total + b.rows_total,
  pence_total: plus(a.pence_total, b.pence_total),
  rows_rejected: a.rows_rejected + b.rows_rejected,
  pence_rejected: plus(a.pence_rejected, b.pence_rejected),
})
