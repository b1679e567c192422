import { table } from '../tables.ts'
import { normal } from './clean.ts'

/** What the count knows of a line of the returns that councils make. */
export interface ServiceLine {
  readonly programme: string
  readonly function?: string
  readonly economic: 'current' | 'capital' | 'transfer_to_people'
  readonly flow?: string
}

/** Name of a field in the department's own tables. */
const FIELD = /^[\w-]+-amt$/

const numberless = (heading: string) => heading.replace(/\s*\(\d+\)\s*$/, '')

/**
 * Lines by the names they have in releases, in normal form: of the revenue outturn (data/model/services.csv) and
 * budget (budget-lines.csv), of capital by service (capital-services.csv) and by source (capital-sources.csv).
 */
export function serviceLines(): ReadonlyMap<string, ServiceLine> {
  const lines = new Map<string, ServiceLine>()
  const services = table('services')
  for (const { label, programme, function: code, economic } of services)
    lines.set(normal(label!), {
      programme: programme!,
      function: code!,
      economic: economic as ServiceLine['economic'],
    })
  for (const { block, programme, label } of services)
    for (const each of [block!, programme!])
      if (each !== 'other' && !lines.has(`short ${normal(each)}`))
        lines.set(`short ${normal(each)}`, lines.get(normal(label!))!)
  for (const { line, label } of table('budget-lines')) {
    const service = services.find((one) => one.line === line)
    const known = service && lines.get(normal(service.label!))
    if (known) lines.set(normal(label!), known)
  }
  for (const { service, heading, name, function: code } of table('capital-services'))
    for (const each of [service!, heading!, numberless(heading!), name!])
      if (!lines.has(`capital ${normal(each)}`))
        lines.set(`capital ${normal(each)}`, { programme: service!, function: code!, economic: 'capital' })
  for (const { column, heading, programme, flow } of table('capital-sources')) {
    const known: ServiceLine = {
      programme: programme!,
      economic: 'capital',
      ...(flow === 'own' ? {} : { flow: flow! }),
    }
    for (const each of [column!, heading!]) if (each !== '') lines.set(normal(each), known)
  }
  return lines
}

/** The line a column is, by its section, its own name or what stands above it. */
export function lineOf(
  lines: ReadonlyMap<string, ServiceLine>,
  { section, own, above }: { section: string; own: string; above: readonly string[] },
  capital: boolean,
): ServiceLine | undefined {
  if (section) return lines.get(`${capital ? 'capital ' : ''}${normal(numberless(section))}`)
  const texts = [
    own,
    own.split(' ').at(-1)!,
    ...above.filter((each) => FIELD.test(each)).map((each) => each.replace(/^[A-Z]+\d-/, '')),
  ]
  for (const text of texts) {
    const found = lines.get(normal(text))
    if (found) return found
  }
  return undefined
}
