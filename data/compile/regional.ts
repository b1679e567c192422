import { apportion } from '../../server/count/apportion.ts'
import type { RegionalRow } from '../sources/regional-analysis/read.ts'
import type { Weights } from './drivers.ts'
import type { Frame } from './frame.ts'
import { type Agency, type Line, tagged } from './line.ts'
import { listed, model } from './model.ts'

/** The department whose rows, public corporations included, are replaced by the councils' own returns. */
export const REPLACED = 'Local Government England'

interface Placing {
  readonly id: string
  readonly departments: readonly string[]
  readonly organisations: readonly string[]
  readonly segments: readonly string[]
  readonly groups: readonly string[]
  readonly driver: string
  readonly grade: Line['grade']
  readonly economic: string
  readonly tags: readonly string[]
  readonly reason: string
}

export const PLACINGS: readonly Placing[] = model<
  | 'id'
  | 'department'
  | 'organisation'
  | 'segment'
  | 'function'
  | 'driver'
  | 'grade'
  | 'economic'
  | 'tags'
  | 'reason'
>('placing').map((row) => ({
  id: row.id,
  departments: listed(row.department),
  organisations: listed(row.organisation),
  segments: listed(row.segment),
  groups: listed(row.function),
  driver: row.driver,
  grade: row.grade as Line['grade'],
  economic: row.economic,
  tags: listed(row.tags),
  reason: row.reason,
}))

/** Code of a segment, which the Treasury writes before its name with or without a dash. */
export const segmentCode = (segment: string): string => /^[0-9A-Z]+/.exec(segment)?.[0] ?? segment

/** The first rule of data/model/placing.csv that fits a row. */
export function placingOf(row: RegionalRow): Placing {
  const fits = (values: readonly string[], value: string) => values.length === 0 || values.includes(value)
  const rule = PLACINGS.find(
    (one) =>
      fits(one.departments, row.department) &&
      fits(one.organisations, row.organisation) &&
      fits(one.segments, segmentCode(row.segment)) &&
      fits(one.groups, row.group),
  )
  if (!rule) throw new Error(`No rule of data/model/placing.csv fits ${row.department}, ${row.segment}`)
  return rule
}

/** Agency of each department and organisation of the regional analysis. */
export function readRegionalAgencies(): (department: string, organisation: string) => Agency {
  const known = new Map(
    model<'department' | 'organisation' | 'id' | 'name' | 'sector'>('agencies').map(
      ({ organisation, ...agency }) => [`${agency.department}|${organisation}`, agency] as const,
    ),
  )
  return (department, organisation) => {
    const agency = known.get(`${department}|${organisation}`)
    if (!agency) throw new Error(`data/model/agencies.csv has no ${organisation} of ${department}`)
    return agency
  }
}

/**
 * Lines of the regional analysis, each row shared out within its region by its rule's driver, to the pound.
 * Local government is left out: the councils' returns replace it.
 */
export function regionalLines(
  rows: readonly RegionalRow[],
  file: string,
  source: string,
  year: string,
  frame: Frame,
  agencyOf: (department: string, organisation: string) => Agency,
  drivers: ReadonlyMap<string, Weights>,
): Line[] {
  const lines: Line[] = []
  for (const row of rows) {
    if (row.department === REPLACED || row.pounds === 0n) continue
    const rule = placingOf(row)
    const driver = drivers.get(rule.driver)
    if (!driver) throw new Error(`Rule ${rule.id} names the driver ${rule.driver}, which is not there`)
    const weights = new Map(frame.byRegion.get(row.region)!.map(({ code }) => [code, driver.get(code)!]))
    const economic: Line['economic'] = row.capital
      ? 'capital'
      : ((rule.economic || 'current') as Line['economic'])
    for (const [place, amount] of apportion(row.pounds, weights)) {
      if (amount === 0n) continue
      lines.push({
        line: `cra-${year}-${String(row.row + 1).padStart(5, '0')}-${place}`,
        place,
        year,
        agency: agencyOf(row.department, row.organisation).id,
        function: row.group,
        programme: row.segment,
        economic,
        flow: 'own',
        measure: 'net',
        phase: 'outturn',
        amount,
        basis: 'shared_out',
        driver: rule.driver,
        weight: weights.get(place)!,
        whole: row.pounds,
        grade: rule.grade,
        function_grade: 'A',
        finance: 'own',
        tags: tagged(rule.tags, economic),
        source,
        source_file: file,
        source_row: row.row + 1,
        source_column: row.column + 1,
        rule: rule.id,
      })
    }
  }
  return lines
}
