import type { EvaluateReply } from '../../../api/contract-scenarios.ts'
import { RULE_WORDS } from '../../sharing-rules.ts'
import type { Said } from '../picture.ts'

/** A scenario worked out, with the words its pictures need. */
export interface Shown {
  readonly reply: EvaluateReply
  /** Names of partners, in the order of the reply. */
  readonly names: readonly string[]
  readonly said: Said
}

type RuleReply = EvaluateReply['sharing']['rules'][number]
export type Worked = Extract<RuleReply, { available: true }>

export const ruleName = (rule: Worked['rule']): string => RULE_WORDS[rule]

/** The rule in force, where it can be worked out. */
export const inForce = ({ reply }: Shown): Worked | null =>
  (reply.sharing.rules.find((one) => one.available && one.rule === reply.sharing.rule) as
    | Worked
    | undefined) ?? null

/** Years are counted from 0 in a scenario and from 1 by a reader. */
export const yearNames = (years: number): string[] =>
  Array.from({ length: years }, (_, year) => (year === 0 ? 'Year 1' : String(year + 1)))

export const basisInWords = ({ reply }: Shown): string =>
  reply.sharing.basis === 'cashable' ? 'cashable savings' : 'all savings, cashable or not'

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)
