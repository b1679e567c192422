import { addFindings, type Work } from './check-work.ts'
import { agencyName, placeName } from './known.ts'
import { type Baseline, magnitudes } from './magnitude.ts'
import { type FileReport, type Report, together } from './report.ts'
import type { Finding } from './terms.ts'

const SHOWN = 20

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
  >('intake-findings', { most: SHOWN })
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
  return parts.map(({ part, file }) => {
    const sum = sums.get(part.part)
    if (sum?.rows_in !== part.data) throw new Error(`${sum?.rows_in} rows were checked and ${part.data} read`)
    return {
      name: file,
      sheet: part.sheet,
      rows: part.rows,
      passed: part.passed,
      data: part.data,
      accepted: sum.rows_in - sum.rows_rejected,
      rejected: sum.rows_rejected,
      unread: sum.rows_unread,
      totals: sum.rows_total,
      penceIn: sum.pence_in,
      penceAccepted: String(BigInt(sum.pence_in) - BigInt(sum.pence_rejected)),
      penceRejected: sum.pence_rejected,
      penceTotals: sum.pence_total,
    }
  })
}
