import type { Row, TableName } from '../../server/count/schema.ts'
import { readPublishedPersons } from '../sources/population/read.ts'
import type { Publications } from '../sources/publication.ts'
import { type RegionalRow, readRegionalAnalysis } from '../sources/regional-analysis/read.ts'
import { ALL_COUNCILS, capitalRecorded, standInDriverRows, standInLines } from './capital-standin.ts'
import { compareEditions } from './compare-editions.ts'
import { control } from './control.ts'
import { driverRows, schoolsResidual, type Weights } from './drivers.ts'
import type { Edition } from './editions.ts'
import { COUNTRY, type Frame, REGIONS, readFrame } from './frame.ts'
import type { Agency, ControlledLine, Line } from './line.ts'
import { readCensus } from './people.ts'
import type { ControlTotal } from './reconcile/control-total.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { PLACINGS, readRegionalAgencies, regionalLines, segmentCode } from './regional.ts'
import { POPULATION, tablesOf } from './tables.ts'
import { type LocalYear, readLocalYear } from './year.ts'
import { YEARS } from './years.ts'

export interface Compiled {
  readonly tables: Record<TableName, Row[]>
  readonly lines: readonly ControlledLine[]
  readonly agencies: ReadonlyMap<string, Agency>
  readonly totals: readonly ControlTotal[]
  readonly editions: readonly Edition[]
}

const REGIONAL = 'hmt-cra-2018'

/**
 * Compile the count of every year of data/model/years.csv from its publications and data/model.
 * @param say called with a line of progress as each step is done
 * @throws when a publication has an unknown layout or a model file does not cover what it holds
 */
export function compileCount(publications: Publications, say: (step: string) => void): Compiled {
  const frame = readFrame(publications)
  say(`${frame.places.length} places, ${REGIONS.size} regions`)
  const census = readCensus(publications)
  const years = YEARS.map((sources) => {
    const local = readLocalYear(publications, frame, census, sources)
    say(`${sources.year}: ${local.lines.length} lines from ${local.outturn.authorities.length} returns`)
    return local
  })
  const recorded = capitalRecorded(
    frame,
    years.flatMap(({ lines }) => lines),
  )
  const agencies = new Map<string, Agency>([[ALL_COUNCILS.id, ALL_COUNCILS]])
  const driver: Row[] = []
  const lines: ControlledLine[] = []
  const totals: ControlTotal[] = []
  for (const local of years) {
    const { year } = local.sources
    for (const [id, agency] of local.agencies) if (!agencies.has(id)) agencies.set(id, agency)
    const regional =
      local.sources.coverage === 'full' ? readRegional(publications, year) : { rows: [], file: '' }
    const national = nationalLines(frame, local, regional, recorded, agencies)
    const own = control([...local.lines, ...national], agencies)
    for (const line of own) lines.push(line)
    driver.push(...driversUsed(frame, local, own, recorded))
    const persons = [...local.people.values()].reduce((all, one) => all + one.persons, 0)
    totals.push(
      ...reconcile({
        year,
        frame,
        agencies,
        lines: own,
        regional: regional.rows,
        outturn: local.outturn,
        financing: local.capital,
        persons: { published: publishedPersons(publications, year), compiled: BigInt(persons) },
        sources: {
          regional: REGIONAL,
          revenue: local.sources.revenue,
          capital: local.sources.capital || local.sources.services || REGIONAL,
          population: POPULATION,
        },
      }),
    )
    say(`${year}: ${national.length} lines shared out from the regional analysis`)
  }
  const editions = compareEditions(publications)
  say(`${editions.length} figures of other editions compared`)
  return {
    lines,
    agencies,
    totals,
    editions,
    tables: tablesOf(publications, frame, years, { agencies, driver, lines, totals, editions }),
  }
}

function readRegional(publications: Publications, year: string): { rows: RegionalRow[]; file: string } {
  const sheet = publications.open('regional-analysis', REGIONAL)
  return { rows: readRegionalAnalysis(sheet, year), file: sheet.file }
}

function nationalLines(
  frame: Frame,
  local: LocalYear,
  regional: { rows: readonly RegionalRow[]; file: string },
  recorded: ReturnType<typeof capitalRecorded>,
  agencies: Map<string, Agency>,
): Line[] {
  const { year } = local.sources
  if (regional.rows.length === 0) return []
  local.drivers.set('schools_residual', residual(frame, local, regional.rows))
  const agencyOf = readRegionalAgencies()
  const known = (department: string, organisation: string) => {
    const agency = agencyOf(department, organisation)
    agencies.set(agency.id, agency)
    return agency
  }
  const { rows, file } = regional
  return [
    ...regionalLines(rows, file, REGIONAL, year, frame, known, local.drivers),
    ...(local.capital ? [] : standInLines(rows, file, REGIONAL, year, frame, recorded)),
  ]
}

function driversUsed(
  frame: Frame,
  { sources, drivers, people, areaRows }: LocalYear,
  lines: readonly Line[],
  recorded: ReturnType<typeof capitalRecorded>,
): Row[] {
  const used = new Set(lines.map(({ driver }) => driver))
  const byRegion = [...drivers]
    .filter(([id]) => used.has(id) && sources.coverage === 'full')
    .flatMap(([id, weights]) =>
      [...frame.byRegion].flatMap(([region, places]) =>
        driverRows(
          id,
          region,
          sources.year,
          only(
            weights,
            places.map(({ code }) => code),
          ),
          people,
        ),
      ),
    )
  const standIn = used.has('council_capital') ? standInDriverRows(frame, sources.year, recorded) : []
  return [...byRegion, ...standIn, ...areaRows]
}

const publishedPersons = (publications: Publications, year: string): bigint =>
  BigInt(
    readPublishedPersons(publications.open('population', 'ons-mye5-area'), COUNTRY, Number(year.slice(0, 4))),
  )

const only = (weights: Weights, places: readonly string[]): Weights =>
  new Map(places.map((place) => [place, weights.get(place)!]))

function residual(frame: Frame, { people, lines }: LocalYear, regional: readonly RegionalRow[]): Weights {
  const recorded = new Map<string, bigint>()
  for (const { place, amount, programme, basis, phase } of lines)
    if (basis === 'recorded' && phase === 'outturn' && programme === 'Education services')
      recorded.set(place, (recorded.get(place) ?? 0n) + amount)
  const segment = PLACINGS.find(({ driver }) => driver === 'schools_residual')!.segments[0]
  const academies = new Map<string, bigint>()
  for (const row of regional)
    if (segmentCode(row.segment) === segment)
      academies.set(row.region, (academies.get(row.region) ?? 0n) + row.pounds)
  return schoolsResidual(frame, people, recorded, academies)
}
