import type { Rule } from '../scenario/sharing/rules.ts'

export { RULE_WORDS } from '../scenario/sharing/rule-words.ts'

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
  byHand: 'Every partner takes the part of the gain agreed for it, as parts of their sum.',
}
