import type { YearlyFlows } from '../../scenario/cash/partner-flows.ts'
import { inPounds } from '../in-money.ts'
import type { Given } from './given.ts'
import { figures, type Table, table, words } from './paper.ts'
import { yearOf } from './years.ts'

/** Partners that stand side by side in one table; more begin another. */
const ACROSS = 5
const LONG = 34

/** What a partner is called, by its id; the id too where two are called the same. */
export function nameOf({ scenario }: Given, id: string): string {
  const found = scenario.partners.find((partner) => partner.id === id)
  if (!found) return id
  const same = scenario.partners.filter(({ name }) => name === found.name).length > 1
  return same ? `${found.name} (${id})` : found.name
}

/** The name as a column can bear it. */
export function shortName(given: Given, id: string): string {
  const name = nameOf(given, id)
  return name.length > LONG ? id : name
}

export const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** Partners in the order of the reply, those that pass a test. */
export const namesWhere = (given: Given, fits: (at: number) => boolean): string[] =>
  given.reply.partners.filter((_, at) => fits(at)).map((id) => nameOf(given, id))

export const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)

/** The split in force, or null where the rule could not be used. */
export const inForce = ({ reply: { sharing } }: Given) => {
  const found = sharing.rules.find(({ rule }) => rule === sharing.rule)!
  return found.available ? found : null
}

/** Groups of partners by their position, few enough to stand side by side. */
export function sideBySide(ids: readonly string[]): number[][] {
  const groups: number[][] = []
  for (let at = 0; at < ids.length; at += ACROSS)
    groups.push(Array.from({ length: Math.min(ACROSS, ids.length - at) }, (_, more) => at + more))
  return groups
}

export const part = (group: number, groups: number): string =>
  groups > 1 ? ` (partners ${group + 1} of ${groups})` : ''

/** Years by partner, with all partners and all years at the ends; several tables where partners are many. */
export function yearly(
  given: Given,
  caption: string,
  pick: (flows: YearlyFlows) => readonly number[],
  format: (amount: number) => string = inPounds,
): Table[] {
  const { partners, flows, years } = given.reply
  const groups = sideBySide(partners)
  const whole = pick(flows.total)
  return groups.map((group, index) => {
    const last = index === groups.length - 1
    const rows = group.map((at) => pick(flows.partners[partners[at]!]!))
    return table(
      `${caption}${part(index, groups.length)}`,
      [
        words('Year', 11),
        ...group.map((at) => figures(shortName(given, partners[at]!), 16)),
        ...(last ? [figures('All partners', 16)] : []),
      ],
      [
        ...Array.from({ length: years }, (_, year) => [
          yearOf(year),
          ...rows.map((row) => format(row[year]!)),
          ...(last ? [format(whole[year]!)] : []),
        ]),
        ['All years', ...rows.map((row) => format(sum(row))), ...(last ? [format(sum(whole))] : [])],
      ],
      { total: true },
    )
  })
}
