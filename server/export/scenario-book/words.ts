import type { Scenario } from '../../scenario/document/schema.ts'
import { RULE_WORDS } from '../sharing-rules.ts'

export const LOSS_WORDS: Readonly<Record<Scenario['sharing']['lossRule'], string>> = {
  asGain: 'As for a gain',
  liesWhereItFalls: RULE_WORDS.liesWhereItFalls,
  byContribution: RULE_WORDS.byContribution,
  equalSplit: RULE_WORDS.equalSplit,
}

export const KIND_WORDS = { capital: 'capital', revenue: 'revenue', inKind: 'in kind' } as const

/** Why some figures of the workbook are values and not formulas. */
export const WHY_VALUES: readonly (readonly [string, string])[] = [
  ['Nucleolus', 'Found by a sequence of linear programs, which a spreadsheet formula cannot hold'],
  ['Settlement', 'Whole pence by largest remainder, so that every year adds up to nothing exactly'],
  [
    'Switching values',
    'Each is the scenario worked out again for that input; the discount rate by bisection',
  ],
  ['Tornado', 'Each bar is the scenario worked out again at a low and a high value of one input'],
  ['Payment terms', 'Published mechanisms with thresholds and caps, worked out by the program'],
  [
    'Successor bodies',
    'Which body stands for which in which year is laid out when the workbook is made; the money follows by formula',
  ],
]
