import type { Rule } from '../../scenario/sharing/rules.ts'

export const RULE_NAMES: Readonly<Record<Rule, string>> = {
  liesWhereItFalls: 'Lies where it falls',
  byContribution: 'By contribution',
  byBenefit: 'By benefit',
  equalSplit: 'Equal split',
  shapley: 'Shapley value',
  nucleolus: 'Nucleolus',
  waterfall: 'Waterfall',
  freeRideProof: 'Free-ride-proof',
}

export const RULE_MEANINGS: Readonly<Record<Rule, string>> = {
  liesWhereItFalls:
    'No money changes hands: each partner keeps what reaches its own budget and bears what it put in.',
  byContribution: 'Every partner earns the same on each pound it puts in.',
  byBenefit: 'Cost follows benefit: every partner earns the same on each pound of benefit that reaches it.',
  equalSplit: 'Every partner ends with the same number of pounds of net present value.',
  shapley:
    'Every partner is given the average of what its arrival adds, over every order in which the partners could join.',
  nucleolus:
    'The worst complaint any group of partners could have is made as small as it can be, then the next.',
  waterfall:
    'Each year’s return first repays contributions not yet recovered, without interest; the rest is divided by benefit.',
  freeRideProof:
    'Every partner is first given what it would have by staying out while the others go on; the rest is divided equally.',
}

export const LOSS_RULES = {
  asGain: 'The sharing rule applies to a loss as to a gain',
  liesWhereItFalls: 'Losses lie where they fall',
  byContribution: 'Losses are shared by contribution',
  equalSplit: 'Losses are split equally',
} as const

export const BASES = {
  cashable: 'Cashable benefits: the part that can be taken out of a budget',
  gross:
    'Gross benefits: everything that falls to public bodies, whether or not it can be taken out of a budget',
} as const

export const KINDS = { capital: 'Capital', revenue: 'Revenue', inKind: 'In kind' } as const

export const RAMPS = {
  low: 'Low: nothing for three years, then eight equal steps',
  mid: 'Mid: nothing in year 1, then five equal steps',
  high: 'High: half in year 1, all of it after',
} as const

export const STATUSES = {
  published: 'Published',
  derived: 'Derived from what is published',
  illustrative: 'Illustrative: not evidence',
  unverified: 'Unverified',
} as const
