import { ruleInForce } from '../../scenario/sharing/loss-rule.ts'
import { hasBenefit } from '../../scenario/sharing/programme.ts'
import type { Formula, TableSheet } from '../book.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { CASH, of, presentsOf } from './cash-table.ts'
import { cellAt, live, POUNDS, shaped, yesNo } from './cells.ts'
import { type Material, yearsOf } from './material.ts'
import { LOSS_WORDS } from './words.ts'

const BASIS = 'Sharing basis'

/** Names of the cells that the sharing sheets rest on. */
export const SHARED = {
  cost: 'pv_cost',
  benefit: 'pv_benefit',
  npv: 'npv_shared',
  hasBenefit: 'has_benefit',
  rule: 'rule_in_force',
  allowance: 'test_allowance',
} as const

/** Defined name of the part of the gain a partner takes by hand. */
export const handShare = (partner: number) => `hand_share_${partner + 1}`

/** Inputs of how the gain is shared, by defined name. */
export function sharingInputs({ assumptions, scenario }: Material) {
  const { sharing, partners } = scenario
  if (sharing.shares)
    for (const [at, { id }] of partners.entries())
      assumptions.add({
        about: 'Sharing',
        item: id,
        input: 'Part of the gain, set by hand',
        value: sharing.shares[id] ?? 0,
        unit: 'part of the sum of all parts',
        name: handShare(at),
      })
  const add = (input: string, value: string, unit: string, name: string) =>
    assumptions.add({ about: 'Sharing', item: 'Scenario', input, value, unit, name })
  return {
    basis: add('Benefit counted', sharing.basis, 'cashable or gross', 'benefit_basis'),
    inKind: add(
      'Contributions in kind count as cost',
      yesNo(sharing.countInKind),
      'yes or no',
      'count_in_kind',
    ),
    rule: add('Sharing rule', RULE_WORDS[sharing.rule], 'rule of sheet Sharing rules', 'sharing_rule'),
    lossRule: add('Rule for a loss', LOSS_WORDS[sharing.lossRule], 'rule, or As for a gain', 'loss_rule'),
  }
}

/** What is shared and by which rule: present values counted, and the rule in force. */
export function basisSheet(material: Material, inputs: ReturnType<typeof sharingInputs>): TableSheet {
  const { scenario, totals, names } = material
  const cash = yearsOf(material, CASH)
  const scale = Math.max(Math.abs(totals.cost), Math.abs(totals.benefit), Math.abs(totals.npv))
  const rows: [string, Formula, string | null, string, string][] = [
    [
      'Present value of cost counted',
      live(cash.present(of('cost', 'all')), totals.cost),
      POUNDS,
      SHARED.cost,
      'In kind only where the assumption says it counts',
    ],
    [
      'Present value of benefit counted',
      live(cash.present(of('benefit', 'all')), totals.benefit),
      POUNDS,
      SHARED.benefit,
      'Cashable or in all, as the assumption says',
    ],
    [
      'Net present value shared',
      live(`${SHARED.benefit}-${SHARED.cost}`, totals.npv),
      POUNDS,
      SHARED.npv,
      'Every rule shares out this and no more',
    ],
    [
      'There is benefit to share',
      live(
        `IF(${SHARED.benefit}>1E-9*(SUMPRODUCT(ABS(${presentsOf(cash, 'benefit', material)}))+${SHARED.cost}),1,0)`,
        hasBenefit(totals) ? 1 : 0,
      ),
      null,
      SHARED.hasBenefit,
      '1 or 0: more than rounding',
    ],
    [
      'Rule in force',
      live(
        `IF(OR(${SHARED.npv}>=0,${inputs.lossRule}="${LOSS_WORDS.asGain}"),${inputs.rule},${inputs.lossRule})`,
        RULE_WORDS[ruleInForce(scenario.sharing, totals.npv)],
      ),
      null,
      SHARED.rule,
      'The rule for a loss where the programme makes one',
    ],
    [
      'Allowance of the tests',
      live(`1E-9*MAX(ABS(${SHARED.cost}),ABS(${SHARED.benefit}),ABS(${SHARED.npv}))`, 1e-9 * scale),
      '0.000000',
      SHARED.allowance,
      '£ below which a difference is rounding',
    ],
  ]
  rows.forEach(([, , , name], at) => {
    names.push([name, cellAt(BASIS, 1, at + 2)])
  })
  return {
    name: BASIS,
    about: 'What is shared, and the rule in force',
    table: 'SharingBasis',
    columns: [
      { title: 'What', width: 40 },
      { title: 'Value', width: 26, format: 'General' },
      { title: 'Defined name', width: 22 },
      { title: 'Meaning', width: 60 },
    ],
    rows: rows.map(([what, value, format, name, meaning]) => [
      what,
      format ? shaped(value, format) : value,
      name,
      meaning,
    ]),
  }
}
