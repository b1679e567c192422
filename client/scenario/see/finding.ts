import { dealMoney } from '../../format.ts'
import { list, lower } from '../../words.ts'
import { holdingWords } from './holding.ts'
import { inForce, partnerLabel, type RULE_NAMES, ruleName } from './names.ts'
import type { Shown } from './shown.ts'
import { holds, unasked, verdicts } from './tests.ts'

/** A rule in the middle of a sentence. */
export const ruleInWords = (rule: keyof typeof RULE_NAMES) =>
  ({
    liesWhereItFalls: 'with money left where it falls',
    byContribution: 'shared by contribution',
    byBenefit: 'shared by benefit',
    equalSplit: 'shared equally',
    shapley: 'shared by the Shapley value',
    nucleolus: 'shared by the nucleolus',
    waterfall: 'shared by the waterfall',
    freeRideProof: 'shared free-ride-proof',
    byHand: 'under your split',
  })[rule]

/** Who loses under the split in force, or what else fails, and what would mend it. */
export function splitFinding(shown: Shown): string {
  const { sharing } = shown.reply
  const rule = inForce(shown)
  const where = ruleInWords(sharing.rule)
  if (!rule) {
    const refused = sharing.rules.find((one) => one.rule === sharing.rule)
    const why = refused && !refused.available ? lower(refused.reason) : 'it was not worked out.'
    return `The rule in force, ${ruleName(sharing.rule)}, cannot be used: ${why} ${holdingWords(shown).words}`
  }
  const put = verdicts(shown, rule)
  const losers = rule.nets.flatMap((net, i) =>
    rule.acceptance.betterThanNothing[i]
      ? []
      : [`${partnerLabel(shown, shown.reply.partners[i]!)} would lose ${dealMoney(-net)}`],
  )
  const other = put.find(({ test, passed }) => test !== 'nobodyLoses' && passed === false)
  const Where = where.charAt(0).toUpperCase() + where.slice(1)
  if (holds(put)) {
    const unknown = unasked(put).length
    return `${Where}, nobody loses and no test fails${unknown > 0 ? '; what groups could do without the others is not stated, so the tests of that are not put' : ''}.`
  }
  const wrong =
    losers.length > 0
      ? `${Where}, ${list(losers)}`
      : `${Where}, nobody loses, but ${other!.failures[0]!.words.replace(/:.*/, '')}`
  return `${wrong}. ${holdingWords(shown).words}`
}
