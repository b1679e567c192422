import type { TableSheet } from '../book.ts'
import { HOW } from './cells.ts'
import { worthOf } from './chain-sheet.ts'
import { type Material, yearsOf } from './material.ts'
import { PROFILES } from './profiles-sheet.ts'
import { cashableCell, type Part, partsOf, shareCell } from './split-sheet.ts'
import { YearTable } from './year-table.ts'

export const BY_OUTCOME = 'Benefits by outcome'
export const BY_AGENCY = 'Benefits by agency'

/** Each outcome's money by year: to public bodies, and to people, business and wellbeing. */
export function byOutcomeSheet(material: Material): TableSheet {
  const { scenario, compiled } = material
  const keys = (which: string) => scenario.outcomes.map((_, at) => `${which} ${at}`)
  const table = new YearTable(
    BY_OUTCOME,
    { about: 'Each outcome by year, to public bodies and to everybody else', table: 'BenefitsByOutcome' },
    ['Outcome', 'Value'],
    [...keys('fiscal'), ...keys('wider')],
    compiled.factors,
  )
  const words = { fiscal: 'to public bodies', wider: 'to people, business and wellbeing' } as const
  for (const which of ['fiscal', 'wider'] as const)
    scenario.outcomes.forEach(({ name }, at) => {
      table.put(
        `${which} ${at}`,
        { item: name, measure: words[which], how: HOW.live, money: true },
        (t) => `${yearsOf(material, PROFILES).at(`profile ${at}`, t)}*${worthOf(at, which)}`,
        compiled.outcomes[at]![which],
      )
    })
  material.years.set(BY_OUTCOME, table)
  return table.sheet
}

/** Parts of outcomes in order of the partner they fall to. */
const fallingTo = (material: Material, partner: number): Part[] =>
  partsOf(material).filter(
    ({ outcome, at }) => material.compiled.outcomes[outcome]!.split[at]!.partner === partner,
  )

const key = (basis: string, { row }: Part) => `${basis} ${row}`

/** Keys of the rows that fall to a partner, which stand together. */
export const agencyKeys = (material: Material, basis: 'gross' | 'cashable', partner: number): string[] =>
  fallingTo(material, partner).map((part) => key(basis, part))

/** Each outcome's fiscal value by the agency it falls to: in all, and what can be taken out of a budget. */
export function byAgencySheet(material: Material): TableSheet {
  const { scenario, compiled } = material
  const parts = scenario.partners.flatMap((_, partner) => fallingTo(material, partner))
  const table = new YearTable(
    BY_AGENCY,
    {
      about: 'Fiscal benefit by the agency it falls to, in all and cashable, before any transfer',
      table: 'BenefitsByAgency',
    },
    ['Partner', 'Outcome'],
    [...parts.map((part) => key('gross', part)), ...parts.map((part) => key('cashable', part))],
    compiled.factors,
  )
  for (const part of parts) {
    const { name, split } = scenario.outcomes[part.outcome]!
    const { fiscal, split: scaled } = compiled.outcomes[part.outcome]!
    const { share, cashable } = scaled[part.at]!
    const line = { item: split[part.at]!.partner, how: HOW.live, money: true } as const
    table.put(
      key('gross', part),
      { ...line, measure: `${name}, in all` },
      (t) => `${yearsOf(material, BY_OUTCOME).at(`fiscal ${part.outcome}`, t)}*${shareCell(part)}`,
      fiscal.map((amount) => amount * share),
    )
    table.put(
      key('cashable', part),
      { ...line, measure: `${name}, cashable` },
      (t) => `${table.at(key('gross', part), t)}*${cashableCell(part)}`,
      fiscal.map((amount) => amount * share * cashable),
    )
  }
  material.years.set(BY_AGENCY, table)
  return table.sheet
}
