import type { TableSheet } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { HOW, PENCE } from './cells.ts'
import type { Material } from './material.ts'
import { YearTable } from './year-table.ts'

/** The transfers of the rule in force to the penny: values; undefined where the rule cannot be used. */
export function settlementSheet({ result, compiled }: Material): TableSheet | undefined {
  const chosen = result.sharing.rules.find(({ rule }) => rule === result.sharing.rule)!
  if (!chosen.available) return undefined
  const table = new YearTable(
    'Settlement',
    {
      about: `Transfers to the penny under the rule in force as exported (${RULE_WORDS[chosen.rule]}): every year adds up to nothing`,
      table: 'Settlement',
    },
    ['Partner', 'Measure'],
    compiled.partners,
    compiled.factors,
  )
  compiled.partners.forEach((id, i) => {
    table.put(
      id,
      {
        item: id,
        measure: 'Received (paid is negative)',
        how: HOW.fixed,
        format: PENCE,
        look: 'fixed',
      },
      () => null,
      chosen.settlement[i]!.map((pence) => pence / 100),
    )
  })
  return table.sheet
}
