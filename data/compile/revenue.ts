import { apportion } from '../../server/count/apportion.ts'
import { BUDGET_FILL } from '../../server/count/schema.ts'
import { readRevenueBudget } from '../sources/council-revenue-budget/read.ts'
import type { RevenueOutturn } from '../sources/council-revenue-outturn/read.ts'
import type { Sheet } from '../sources/sheet.ts'
import type { Payer } from './agencies.ts'
import type { Weights } from './drivers.ts'
import { type Line, tagged } from './line.ts'
import { listed, model } from './model.ts'

export const SERVICES = model<
  | 'line'
  | 'label'
  | 'programme'
  | 'function'
  | 'economic'
  | 'finance'
  | 'tags'
  | 'kind'
  | 'block'
  | 'rule'
  | 'from'
  | 'to'
>('services')

/** Lines of the return that are read and shown, and left out of the count. */
export const LEFT_OUT = model<'id' | 'lines' | 'labels' | 'title' | 'reason'>('left-out')

/**
 * Lines of the councils' revenue returns: service lines and housing benefit, as returned or shared over the
 * places of a body. Lines of nothing are left out; a return not made gives no line.
 */
export function revenueLines(
  outturn: RevenueOutturn,
  source: string,
  year: string,
  payer: (ecode: string, fn: string) => Payer,
  population: Weights,
): Line[] {
  const services = new Map(SERVICES.map((service) => [service.line, service]))
  const lines: Line[] = []
  for (const { ecode, line, pounds, row, column } of outturn.cells) {
    const service = services.get(line)
    if (!service || pounds === null || pounds === 0n) continue
    const { agency, members, grade, area, police } = payer(ecode, service.function)
    const economic = service.economic as Line['economic']
    const id = `rs-${year}-${ecode}-${line}`
    const common = {
      year,
      agency: agency.id,
      function: service.function,
      programme: service.programme,
      economic,
      flow: 'own' as const,
      measure: 'net' as const,
      phase: 'outturn' as const,
      function_grade: 'A' as const,
      finance: service.finance as Line['finance'],
      tags: tagged(listed(service.tags), economic),
      source,
      source_file: outturn.sheet.file,
      source_row: row + 1,
      source_column: column + 1,
    }
    if (area === undefined) {
      const recorded = {
        basis: 'recorded' as const,
        driver: null,
        weight: null,
        whole: null,
        grade,
        rule: service.rule,
      }
      lines.push({
        ...common,
        ...recorded,
        line: id,
        place: members[0]!,
        amount: pounds,
      })
      continue
    }
    const weights = new Map(members.map((place) => [place, population.get(place)!]))
    for (const [place, amount] of apportion(pounds, weights))
      lines.push({
        ...common,
        line: `${id}-${place}`,
        place,
        amount,
        basis: 'shared_out',
        driver: 'population',
        weight: weights.get(place)!,
        whole: pounds,
        grade,
        rule: police ? 'rs-police-area' : 'rs-body-members',
      })
  }
  return lines
}

const BUDGET_LINES = model<'line' | 'budget_line' | 'label'>('budget-lines')

/**
 * Budget lines of a council that made no return: kept apart by phase and tag, and counted only where a reader
 * asks for them. A budget is not an outturn, so they are graded C.
 */
export function budgetLines(
  sheet: Sheet,
  source: string,
  year: string,
  ecode: string,
  payer: (ecode: string, fn: string) => Payer,
  population: Weights,
): Line[] {
  const services = new Map(SERVICES.map((service) => [service.line, service]))
  return readRevenueBudget(sheet, year, ecode, BUDGET_LINES)
    .filter(({ pounds }) => pounds !== 0n)
    .flatMap(({ line, pounds, row, column }) => {
      const service = services.get(line)!
      const { agency, members, area } = payer(ecode, service.function)
      const economic = service.economic as Line['economic']
      const weights = new Map(members.map((place) => [place, population.get(place)!]))
      return [...apportion(pounds, weights)].map(
        ([place, amount]): Line => ({
          line: area === undefined ? `ra-${year}-${ecode}-${line}` : `ra-${year}-${ecode}-${line}-${place}`,
          place,
          year,
          agency: agency.id,
          function: service.function,
          programme: service.programme,
          economic,
          flow: 'own',
          measure: 'net',
          phase: 'budget',
          amount,
          basis: area === undefined ? 'recorded' : 'shared_out',
          driver: area === undefined ? null : 'population',
          weight: area === undefined ? null : weights.get(place)!,
          whole: area === undefined ? null : pounds,
          grade: 'C',
          function_grade: 'A',
          finance: service.finance as Line['finance'],
          tags: tagged([...listed(service.tags), BUDGET_FILL], economic),
          source,
          source_file: sheet.file,
          source_row: row + 1,
          source_column: column + 1,
          rule: 'ra-fill',
        }),
      )
    })
}
