import type { EvaluateReply } from '../../../server/api/contract-scenarios.ts'
import { lower } from '../../words.ts'
import type { Shown } from './shown.ts'

export type RuleName = EvaluateReply['sharing']['rule']
export type RuleReply = EvaluateReply['sharing']['rules'][number]
export type Worked = Extract<RuleReply, { available: true }>

export const RULE_NAMES: Record<RuleName, string> = {
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

/** A rule's name in the middle of a sentence or of a title. */
export const ruleName = (rule: RuleName) => (rule === 'shapley' ? RULE_NAMES[rule] : lower(RULE_NAMES[rule]))

export const RULE_MEANINGS: Record<RuleName, string> = {
  liesWhereItFalls:
    'No money changes hands: each keeps what reaches its own budget and bears what it put in.',
  byContribution: 'Everybody earns the same on each pound put in, as shareholders would.',
  byBenefit: 'Each meets the part of the cost that its own return is of the whole return.',
  equalSplit: 'Each partner gets the same pounds of the gain.',
  shapley:
    'Each gets the average of what its arrival adds, over every order in which the partners could join.',
  nucleolus: 'The worst complaint of any group is made as small as possible, then the next worst, and so on.',
  waterfall:
    'Each year’s return first repays contributions not yet recovered; the rest goes by share of benefit.',
  freeRideProof: 'Each first gets what it would have by staying out; what is left is divided equally.',
  byHand: 'The parts of the gain that you set.',
}

/** A partner as a sentence or a heading calls it: its id where that was written to be read, else its name. */
export function partnerLabel({ document }: Shown, id: string): string {
  const name = document.partners.find((partner) => partner.id === id)?.name ?? id
  return /^[A-Z][A-Za-z &]*$/.test(id) && id.length < name.length ? id : name
}

export const partnerName = ({ document }: Shown, id: string): string =>
  document.partners.find((partner) => partner.id === id)?.name ?? id

export const workedRules = ({ reply }: Shown): Worked[] =>
  reply.sharing.rules.flatMap((rule) => (rule.available ? [rule] : []))

export const workedRule = (shown: Shown, rule: RuleName): Worked | null =>
  workedRules(shown).find((one) => one.rule === rule) ?? null

/** The rule in force, where it can be worked out. */
export const inForce = (shown: Shown): Worked | null => workedRule(shown, shown.reply.sharing.rule)

/** The rule in force, or lying where it falls while that one cannot be used. */
export const standing = (shown: Shown): Worked | null =>
  inForce(shown) ?? workedRule(shown, 'liesWhereItFalls')

export const BASIS_WORDS = { cashable: 'cashable savings', gross: 'all savings, cashable or not' } as const

/** Years are counted from 0 in a scenario and from 1 by a reader. */
export const yearName = (index: number) => `year ${index + 1}`
