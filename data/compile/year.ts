import type { Row } from '../../server/count/schema.ts'
import {
  type CapitalReturn,
  readCapitalFinancing,
  readCapitalFinancingBefore,
  readCapitalServices,
} from '../sources/council-capital-outturn/read.ts'
import { type RevenueOutturn, readRevenueOutturn } from '../sources/council-revenue-outturn/read.ts'
import type { Publications } from '../sources/publication.ts'
import { checkCodes, type Payer, readPayers } from './agencies.ts'
import { CAPITAL_SERVICES, CAPITAL_SOURCES, financedLines, serviceLines } from './capital.ts'
import { financeOf, servicesOf } from './capital-mix.ts'
import { driverRows, readDrivers, type Weights } from './drivers.ts'
import type { Frame } from './frame.ts'
import type { Agency, Line } from './line.ts'
import { missingRows } from './missing.ts'
import { type CensusShare, type People, readPeople } from './people.ts'
import { budgetLines, LEFT_OUT, revenueLines, SERVICES } from './revenue.ts'
import { lineLabels, standing, YEARS, type YearSources } from './years.ts'

/** What councils, police and fire returned for a year, and the drivers to share the rest by. */
export interface LocalYear {
  readonly sources: YearSources
  readonly people: ReadonlyMap<string, People>
  readonly drivers: Map<string, Weights>
  readonly agencies: ReadonlyMap<string, Agency>
  readonly outturn: RevenueOutturn
  readonly capital: CapitalReturn | undefined
  readonly lines: readonly Line[]
  readonly missing: readonly Row[]
  /** Driver rows of the areas that bodies share their money over. */
  readonly areaRows: readonly Row[]
}

const FOLDER = 'council-capital-outturn'
const SOURCES = CAPITAL_SOURCES.map(({ column }) => column)
const HEADED = CAPITAL_SOURCES.filter(({ heading }) => heading !== '')

/** The capital return of a year by source of finance, in its own layout; undefined where there is none. */
function financing(publications: Publications, { year, capital }: YearSources): CapitalReturn | undefined {
  if (!capital) return undefined
  const sheet = publications.open(FOLDER, capital)
  return capital.startsWith('mhclg-cor-b')
    ? readCapitalFinancing(sheet, year, SOURCES)
    : readCapitalFinancingBefore(sheet, year, HEADED)
}

function capitalOf(
  publications: Publications,
  sources: YearSources,
  payer: (ecode: string, fn: string) => Payer,
  population: Weights,
): { returned: CapitalReturn; source: string; lines: Line[] } | undefined {
  const { year, capital, services } = sources
  if (!services) return undefined
  const about = (source: string) => ({ year, source, payer, population })
  const byService = readCapitalServices(publications.open(FOLDER, services), CAPITAL_SERVICES)
  const returned = financing(publications, sources)
  if (returned) {
    const grade = services.endsWith(year) ? 'A' : 'C'
    return {
      returned,
      source: capital,
      lines: financedLines(returned, about(capital), servicesOf(byService, returned), grade),
    }
  }
  const next = YEARS.find((one) => one.year > year && one.capital)!
  const mix = financeOf(financing(publications, next)!, byService)
  return { returned: byService, source: services, lines: serviceLines(byService, about(services), mix) }
}

/** Read and place what was returned locally for a year. */
export function readLocalYear(
  publications: Publications,
  frame: Frame,
  census: CensusShare,
  sources: YearSources,
): LocalYear {
  const { year } = sources
  const people = readPeople(publications, frame, census, year)
  const full = sources.coverage === 'full'
  const drivers: Map<string, Weights> = full
    ? readDrivers(publications, frame, people, census, year)
    : new Map([['population', new Map([...people].map(([code, { persons }]) => [code, persons]))]])
  const population = drivers.get('population')!

  const outturn = readRevenueOutturn(publications.open('council-revenue-outturn', sources.revenue), year, [
    ...standing(SERVICES, year),
    ...LEFT_OUT.flatMap(({ lines, labels }) => lineLabels(lines, labels)),
  ])
  checkCodes(frame, outturn, sources.revenue)
  const agencies = new Map<string, Agency>()
  const areas = new Map<string, readonly string[]>()
  const payers = readPayers(frame, outturn)
  const payer = (ecode: string, fn: string): Payer => {
    const found = payers(ecode, fn)
    agencies.set(found.agency.id, found.agency)
    if (found.area) areas.set(found.area, found.members)
    return found
  }
  for (const { ecode } of outturn.authorities) payer(ecode, '')
  const absent = outturn.authorities.filter(({ returned }) => !returned)
  const budget = sources.budget ? publications.open('council-revenue-budget', sources.budget) : undefined
  const fill = budget
    ? absent.flatMap(({ ecode }) => budgetLines(budget, sources.budget, year, ecode, payer, population))
    : []
  const capital = full ? capitalOf(publications, sources, payer, population) : undefined
  return {
    sources,
    people,
    drivers,
    agencies,
    outturn,
    capital: capital?.returned,
    lines: [
      ...revenueLines(outturn, sources.revenue, year, payer, population),
      ...fill,
      ...(capital?.lines ?? []),
    ],
    missing: [
      ...missingRows(year, 'revenue', sources.revenue, outturn.authorities, payer),
      ...(capital ? missingRows(year, 'capital', capital.source, capital.returned.authorities, payer) : []),
    ],
    areaRows: [...areas].flatMap(([area, members]) =>
      driverRows(
        'population',
        area,
        year,
        new Map(members.map((place) => [place, population.get(place)!])),
        people,
      ),
    ),
  }
}
