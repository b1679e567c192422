import { apportion } from '../../server/count/apportion.ts'
import type { CapitalCell, CapitalReturn } from '../sources/council-capital-outturn/read.ts'
import type { Payer } from './agencies.ts'
import type { Weights } from './drivers.ts'
import { type Line, tagged } from './line.ts'
import { listed, model } from './model.ts'

export const CAPITAL_SOURCES = model<'column' | 'heading' | 'programme' | 'finance' | 'flow'>(
  'capital-sources',
)
export const CAPITAL_SERVICES = model<'service' | 'heading' | 'function' | 'tags' | 'name'>(
  'capital-services',
)

/** Parts of a whole in proportion, by name. */
export type Mix = ReadonlyMap<string, number>

interface Year {
  readonly year: string
  readonly source: string
  readonly payer: (ecode: string, fn: string) => Payer
  readonly population: Weights
}

/** What a body of one purpose builds for, whatever its row says. */
const ONE_PURPOSE: Record<string, string> = { police: 'Police', fire: 'Fire & Rescue Services' }
const KINDS = new Map(CAPITAL_SOURCES.map((kind) => [kind.column, kind]))
const SERVICES = new Map(CAPITAL_SERVICES.map((service) => [service.service, service]))

/**
 * Lines of capital returns by source of finance. Published by authority without a service: each cell is split by
 * the authority's mix of services, then shared over the places of a body. Grants and loans from other
 * authorities are kept as transfers and not counted.
 * @param grade of the function: A where the mix is of the same year, else C
 */
export function financedLines(
  financing: CapitalReturn,
  about: Year,
  mixOf: (ecode: string) => Mix,
  grade: 'A' | 'C',
): Line[] {
  return financing.cells.flatMap((cell) => {
    if (cell.pounds === 0n) return []
    const purpose = ONE_PURPOSE[about.payer(cell.ecode, '').agency.sector]
    const mix = purpose ? new Map([[purpose, 1]]) : mixOf(cell.ecode)
    const { programme, finance, flow } = KINDS.get(cell.of)!
    const short = cell.of.replace(/^fin|-amt$/g, '')
    return [...apportion(cell.pounds, mix)].flatMap(([service, part]) =>
      placed(financing, about, cell, part, service, {
        id: short,
        programme,
        finance: finance as Line['finance'],
        flow: flow as Line['flow'],
        function_grade: purpose ? 'A' : grade,
      }),
    )
  })
}

/**
 * Lines of capital returns by service. Published without a source of finance: each cell is split between own
 * resources and grants by the authority's mix of another year, which decides its class of local control.
 */
export function serviceLines(returned: CapitalReturn, about: Year, mixOf: (ecode: string) => Mix): Line[] {
  return returned.cells.flatMap((cell) =>
    cell.pounds === 0n
      ? []
      : [...apportion(cell.pounds, mixOf(cell.ecode))].flatMap(([finance, part]) =>
          placed(returned, about, cell, part, cell.of, {
            id: finance,
            programme: FINANCED[finance]!,
            finance: finance as Line['finance'],
            flow: 'own',
            function_grade: 'A',
          }),
        ),
  )
}

/** Programmes of capital whose source of finance is taken from another year. */
const FINANCED: Record<string, string> = {
  own: 'Capital: own resources, by the mix of 2016-17',
  grant: 'Capital: grants and contributions, by the mix of 2016-17',
}

interface Kind {
  readonly id: string
  readonly programme: string
  readonly finance: Line['finance']
  readonly flow: Line['flow']
  readonly function_grade: 'A' | 'C'
}

function placed(
  returned: CapitalReturn,
  { year, source, payer, population }: Year,
  cell: CapitalCell,
  part: bigint,
  name: string,
  kind: Kind,
): Line[] {
  if (part === 0n) return []
  const service = SERVICES.get(name)!
  const { agency, members, grade, area, police } = payer(cell.ecode, service.function)
  const id = `cor-${year}-${cell.ecode}-${kind.id}-${service.function}-${service.name.replaceAll(' ', '-')}`
  const transfer = kind.flow === 'own' ? undefined : 'cor-transfer'
  const common = {
    year,
    agency: agency.id,
    function: service.function,
    programme: kind.programme,
    economic: 'capital' as const,
    flow: kind.flow,
    measure: 'gross' as const,
    phase: 'outturn' as const,
    grade,
    function_grade: kind.function_grade,
    finance: kind.finance,
    tags: tagged(listed(service.tags), 'capital'),
    source,
    source_file: returned.sheet.file,
    source_row: cell.row + 1,
    source_column: cell.column + 1,
  }
  if (area === undefined) {
    const recorded = { basis: 'recorded' as const, driver: null, weight: null, whole: null }
    return [
      {
        ...common,
        ...recorded,
        line: id,
        place: members[0]!,
        amount: part,
        rule: transfer ?? 'cor-financing',
      },
    ]
  }
  const weights = new Map(members.map((place) => [place, population.get(place)!]))
  return [...apportion(part, weights)].map(([place, amount]) => ({
    ...common,
    line: `${id}-${place}`,
    place,
    amount,
    basis: 'shared_out' as const,
    driver: 'population',
    weight: weights.get(place)!,
    whole: cell.pounds,
    rule: transfer ?? (police ? 'cor-police-area' : 'cor-body-members'),
  }))
}
