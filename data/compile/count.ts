import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Row, TableName } from '../../server/count/schema.ts'
import { ROOT } from '../../server/root.ts'
import { readCapitalFinancing, readCapitalServices } from '../sources/council-capital-outturn/read.ts'
import { readRevenueOutturn } from '../sources/council-revenue-outturn/read.ts'
import { readPublishedPersons } from '../sources/population/read.ts'
import type { Publications } from '../sources/publication.ts'
import { readRegionalAnalysis } from '../sources/regional-analysis/read.ts'
import { checkCodes, type Payer, readPayers } from './agencies.ts'
import { CAPITAL_SERVICES, CAPITAL_SOURCES, capitalLines } from './capital.ts'
import { control, controlRuleRows } from './control.ts'
import { driverRows, readDrivers, schoolsResidual, type Weights } from './drivers.ts'
import { COUNTRY, type Frame, REGIONS, readFrame } from './frame.ts'
import { placeRows, setRows } from './gazetteer.ts'
import type { Agency, ControlledLine, Line } from './line.ts'
import { missingRows } from './missing.ts'
import { listed, model } from './model.ts'
import { readCensus, readPeople } from './people.ts'
import type { ControlTotal } from './reconcile/control-total.ts'
import { reconcile } from './reconcile/reconcile.ts'
import { PLACINGS, readRegionalAgencies, regionalLines, segmentCode } from './regional.ts'
import { budgetLines, LEFT_OUT, revenueLines, SERVICES } from './revenue.ts'

export interface Compiled {
  readonly tables: Record<TableName, Row[]>
  readonly lines: readonly ControlledLine[]
  readonly agencies: ReadonlyMap<string, Agency>
  readonly totals: readonly ControlTotal[]
}

const SOURCES = {
  regional: 'hmt-cra-2018',
  revenue: 'mhclg-rs-2017-18',
  capital: 'mhclg-cor-b-2017-18',
  budget: 'mhclg-ra-2017-18',
  mix: 'mhclg-cor4-2016-17',
  population: 'ons-population',
}

/**
 * Compile the count of one year from its publications and data/model.
 * @param say called with a line of progress as each step is done
 * @throws when a publication has an unknown layout or a model file does not cover what it holds
 */
export function compileCount(
  publications: Publications,
  year: string,
  say: (step: string) => void,
): Compiled {
  const frame = readFrame(publications)
  say(`${frame.places.length} places, ${REGIONS.size} regions`)
  const census = readCensus(publications)
  const people = readPeople(publications, frame, census, year)
  const drivers = readDrivers(publications, frame, people, census, year)
  say(`population and ${drivers.size} drivers`)

  const outturn = readRevenueOutturn(publications.open('council-revenue-outturn', SOURCES.revenue), year, [
    ...SERVICES,
    ...LEFT_OUT.flatMap(({ lines, labels }) => lineLabels(lines, labels)),
  ])
  checkCodes(frame, outturn, SOURCES.revenue)
  const agencies = new Map<string, Agency>()
  const payers = readPayers(frame, outturn)
  const areas = new Map<string, readonly string[]>()
  const payer = (ecode: string, fn: string): Payer => {
    const found = payers(ecode, fn)
    agencies.set(found.agency.id, found.agency)
    if (found.area) areas.set(found.area, found.members)
    return found
  }
  for (const { ecode } of outturn.authorities) payer(ecode, '')
  const budget = publications.open('council-revenue-budget', SOURCES.budget)
  const fill = outturn.authorities
    .filter(({ returned }) => !returned)
    .flatMap(({ ecode }) => budgetLines(budget, SOURCES.budget, year, ecode, payer))
  const population = drivers.get('population')!
  const revenue = revenueLines(outturn, SOURCES.revenue, year, payer, population)
  say(
    `${revenue.length} lines of council, police and fire revenue from ${outturn.authorities.length} returns`,
  )

  const financing = readCapitalFinancing(
    publications.open('council-capital-outturn', SOURCES.capital),
    year,
    CAPITAL_SOURCES.map(({ column }) => column),
  )
  const services = readCapitalServices(
    publications.open('council-capital-outturn', SOURCES.mix),
    '1617',
    CAPITAL_SERVICES.map(({ service }) => service),
  )
  const capital = capitalLines(financing, SOURCES.capital, year, services, payer, population)
  say(`${capital.length} lines of council capital`)

  const sheet = publications.open('regional-analysis', SOURCES.regional)
  const regional = readRegionalAnalysis(sheet, year)
  drivers.set('schools_residual', residual(frame, people, revenue, regional))
  const agencyOf = readRegionalAgencies()
  const national = regionalLines(
    regional,
    sheet.file,
    SOURCES.regional,
    year,
    frame,
    (department, organisation) => {
      const agency = agencyOf(department, organisation)
      agencies.set(agency.id, agency)
      return agency
    },
    drivers,
  )
  say(`${national.length} lines shared out from the regional analysis`)

  const lines = control([...revenue, ...fill, ...capital, ...national], agencies)
  const persons = [...people.values()].reduce((all, one) => all + one.persons, 0)
  const totals = reconcile({
    year,
    frame,
    agencies,
    lines,
    regional,
    outturn,
    financing,
    persons: { published: publishedPersons(publications, year), compiled: BigInt(persons) },
    sources: SOURCES,
  })
  say(`${totals.length} control totals`)

  const used = new Set(lines.map(({ driver }) => driver))
  const tables: Record<TableName, Row[]> = {
    spend: lines as unknown as Row[],
    place: placeRows(frame),
    place_set: setRows(frame, year),
    population: frame.places.map(({ code }) => {
      const { persons, aged, estimate } = people.get(code)!
      const ages = {
        age_0_15: aged(0, 15),
        age_16_64: aged(16, 64),
        age_65_over: aged(65, 90),
      }
      return {
        place: code,
        year,
        persons,
        ...ages,
        estimate,
        source: SOURCES.population,
      }
    }),
    agency: [...agencies.values()].map((agency) => ({ ...agency })),
    sector: model<'id' | 'name' | 'position'>('sectors').map((row) => ({
      ...row,
      position: Number(row.position),
    })),
    function: model<'code' | 'name' | 'division' | 'division_name'>('functions'),
    driver: [
      ...[...drivers]
        .filter(([driver]) => used.has(driver))
        .flatMap(([driver, weights]) =>
          [...frame.byRegion].flatMap(([region, places]) =>
            driverRows(
              driver,
              region,
              year,
              only(
                weights,
                places.map(({ code }) => code),
              ),
              people,
            ),
          ),
        ),
      ...[...areas].flatMap(([area, members]) =>
        driverRows('population', area, year, only(population, members), people),
      ),
    ],
    rule: [
      ...model<'id' | 'title' | 'reason'>('rules'),
      ...PLACINGS.map(({ id, driver, grade, reason }) => ({
        id,
        title: `Shared out within the region by ${measured(driver)}: grade ${grade}`,
        reason,
      })),
    ],
    control_rule: controlRuleRows(),
    control_class: model<'class' | 'name' | 'meaning'>('control-classes').map((row) => ({
      ...row,
      class: Number(row.class),
    })),
    control_definition: model<'id' | 'name' | 'classes' | 'meaning'>('control-definitions').map((row) => ({
      ...row,
      classes: listed(row.classes).map(Number),
    })),
    scope_tag: model<'tag' | 'name' | 'meaning'>('scope-tags'),
    source: [...publications.rows(), modelSource()],
    control_total: totals.map((total) => ({ ...total })),
    missing: missingRows(
      frame,
      year,
      { revenue: outturn.authorities, capital: financing.authorities },
      SOURCES,
    ),
  }
  return { tables, lines, agencies, totals }
}

const lineLabels = (lines: string, labels: string) =>
  listed(lines).map((line, at) => ({ line, label: listed(labels)[at]! }))

/** What a driver measures, as it reads inside a sentence. */
function measured(driver: string): string {
  const name = model<'id' | 'name'>('drivers').find(({ id }) => id === driver)!.name
  return name.charAt(0).toLowerCase() + name.slice(1)
}

const publishedPersons = (publications: Publications, year: string): bigint =>
  BigInt(
    readPublishedPersons(publications.open('population', 'ons-mye5-area'), COUNTRY, Number(year.slice(0, 4))),
  )

/** What this project itself says, where no publication does: host places of named sites. */
function modelSource(): Row {
  const file = 'data/model/sites.csv'
  return {
    id: 'total-place-model',
    title: 'Host places of named sites, and rules of placing',
    publisher: 'Total Place',
    year: '2017-18',
    licence: 'MIT',
    attribution: 'Total Place',
    url: file,
    retrieved: 'Written by hand for this count',
    file,
    sha256: createHash('sha256')
      .update(readFileSync(join(ROOT, file)))
      .digest('hex'),
    note: 'A judgement, not a publication: each site is named with its reason.',
  }
}

const only = (weights: Weights, places: readonly string[]): Weights =>
  new Map(places.map((place) => [place, weights.get(place)!]))

function residual(
  frame: Frame,
  people: ReturnType<typeof readPeople>,
  revenue: readonly Line[],
  regional: ReturnType<typeof readRegionalAnalysis>,
): Weights {
  const recorded = new Map<string, bigint>()
  for (const { place, amount, programme, basis } of revenue)
    if (basis === 'recorded' && programme === 'Education services')
      recorded.set(place, (recorded.get(place) ?? 0n) + amount)
  const segment = PLACINGS.find(({ driver }) => driver === 'schools_residual')!.segments[0]
  const academies = new Map<string, bigint>()
  for (const row of regional)
    if (segmentCode(row.segment) === segment)
      academies.set(row.region, (academies.get(row.region) ?? 0n) + row.pounds)
  return schoolsResidual(frame, people, recorded, academies)
}
