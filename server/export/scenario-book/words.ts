import type { Scenario } from '../../scenario/document/schema.ts'
import type { Rule } from '../../scenario/sharing/rules.ts'

/** Sharing rules as docs/economics.md calls them; the workbook's formulas match these words. */
export const RULE_WORDS: Readonly<Record<Rule, string>> = {
  liesWhereItFalls: 'Lies where it falls',
  byContribution: 'By contribution',
  byBenefit: 'By benefit',
  equalSplit: 'Equal split',
  shapley: 'Shapley value',
  nucleolus: 'Nucleolus',
  waterfall: 'Waterfall',
  freeRideProof: 'Free-ride-proof',
  byHand: 'Your split',
}

export const RULE_MEANINGS: Readonly<Record<Rule, string>> = {
  liesWhereItFalls: 'No money changes hands: each keeps what reaches its own budget and bears what it put in',
  byContribution: 'Everybody earns the same on each pound put in',
  byBenefit: 'Each bears cost in proportion to its benefit, so all earn the same on each pound of return',
  equalSplit: 'Each partner gets the same pounds',
  shapley: 'The average of what a partner adds, over every order in which the partners could join',
  nucleolus:
    'The split that makes the worst complaint of any group as small as it can be, then the next, and so on',
  waterfall:
    'Each year repays contributions not yet recovered, without interest; the rest goes by share of benefit',
  freeRideProof: 'Each first gets what it would have by staying out; what is left is divided equally',
  byHand: 'Each takes the part of the gain set by hand, as parts of their sum',
}

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
