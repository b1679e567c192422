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
