import { apportion } from '../../server/count/apportion.ts'
import type { CapitalFinancing } from '../sources/council-capital-outturn/read.ts'
import type { Payer } from './agencies.ts'
import type { Weights } from './drivers.ts'
import { type Line, tagged } from './line.ts'
import { listed, model } from './model.ts'

export const CAPITAL_SOURCES = model<'column' | 'programme' | 'finance' | 'flow'>('capital-sources')
export const CAPITAL_SERVICES = model<'service' | 'function' | 'tags' | 'name'>('capital-services')

type Mix = ReadonlyMap<string, number>

/** Combined authorities: those too young to have a year before take the mix of the others. */
const COMBINED = /^E63[45]\d$/
/** What a body of one purpose builds for, whatever its row says. */
const ONE_PURPOSE: Record<string, string> = {
  police: 'Police',
  fire: 'Fire & Rescue Services',
}

/**
 * Lines of the councils' capital returns by source of finance. Published by authority without a service: each
 * cell is split by the authority's own mix of services a year earlier (function grade C), then shared over the
 * places of a body. Grants and loans from other authorities are kept as transfers and not counted.
 */
export function capitalLines(
  financing: CapitalFinancing,
  source: string,
  year: string,
  services: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  payer: (ecode: string, fn: string) => Payer,
  population: Weights,
): Line[] {
  const kinds = new Map(CAPITAL_SOURCES.map((kind) => [kind.column, kind]))
  const known = new Map(CAPITAL_SERVICES.map((service) => [service.service, service]))
  const mixes = mixOf(financing, services)
  const lines: Line[] = []
  for (const { ecode, column_id, pounds, row, column } of financing.cells) {
    if (pounds === 0n) continue
    const kind = kinds.get(column_id)!
    const purpose = ONE_PURPOSE[payer(ecode, '').agency.sector]
    const mix = purpose ? new Map([[purpose, 1]]) : mixes(ecode)
    for (const [name, part] of apportion(pounds, mix)) {
      if (part === 0n) continue
      const service = known.get(name)!
      const { agency, members, grade, area, police } = payer(ecode, service.function)
      const id = `cor-${year}-${ecode}-${column_id.replace(/^fin|-amt$/g, '')}-${service.function}-${service.name.replaceAll(' ', '-')}`
      const common = {
        year,
        agency: agency.id,
        function: service.function,
        programme: kind.programme,
        economic: 'capital' as const,
        flow: kind.flow as Line['flow'],
        measure: 'gross' as const,
        phase: 'outturn' as const,
        grade,
        function_grade: purpose ? ('A' as const) : ('C' as const),
        finance: kind.finance as Line['finance'],
        tags: tagged(listed(service.tags), 'capital'),
        source,
        source_file: financing.sheet.file,
        source_row: row + 1,
        source_column: column + 1,
      }
      const transfer = kind.flow === 'own' ? undefined : 'cor-transfer'
      if (area === undefined) {
        const recorded = {
          basis: 'recorded' as const,
          driver: null,
          weight: null,
          whole: null,
        }
        const rule = transfer ?? 'cor-financing'
        lines.push({
          ...common,
          ...recorded,
          line: id,
          place: members[0]!,
          amount: part,
          rule,
        })
        continue
      }
      const weights = new Map(members.map((place) => [place, population.get(place)!]))
      for (const [place, amount] of apportion(part, weights))
        lines.push({
          ...common,
          line: `${id}-${place}`,
          place,
          amount,
          basis: 'shared_out',
          driver: 'population',
          weight: weights.get(place)!,
          whole: pounds,
          rule: transfer ?? (police ? 'cor-police-area' : 'cor-body-members'),
        })
    }
  }
  return lines
}

/** Mix of services of each authority: its own a year earlier, else that of authorities like it. */
function mixOf(
  financing: CapitalFinancing,
  services: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
): (ecode: string) => Mix {
  const positive = (spent: ReadonlyMap<string, bigint>): Mix =>
    new Map([...spent].map(([service, pounds]) => [service, pounds > 0n ? Number(pounds / 1000n) : 0]))
  const any = (mix: Mix) => [...mix.values()].some((weight) => weight > 0)
  const kin = (ecode: string) => {
    const kind = financing.authorities.find((one) => one.ecode === ecode)?.class
    const like = financing.authorities.filter((one) =>
      COMBINED.test(ecode) ? COMBINED.test(one.ecode) : one.class === kind,
    )
    const total = new Map<string, number>()
    for (const one of like)
      for (const [service, weight] of positive(services.get(one.ecode) ?? new Map()))
        total.set(service, (total.get(service) ?? 0) + weight)
    return total
  }
  const known = new Map<string, Mix>()
  return (ecode) => {
    const before = known.get(ecode)
    if (before) return before
    const own = positive(services.get(ecode) ?? new Map())
    const mix = any(own) ? own : kin(ecode)
    known.set(ecode, mix)
    return mix
  }
}
