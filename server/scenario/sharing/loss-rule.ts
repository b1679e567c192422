import type { Scenario } from '../document/schema.ts'
import type { Rule } from './rules.ts'

/** The rule in force: the scenario's own, or for a programme that loses money its rule for losses. */
export const ruleInForce = ({ rule, lossRule }: Scenario['sharing'], npv: number): Rule =>
  npv >= 0 || lossRule === 'asGain' ? rule : lossRule
