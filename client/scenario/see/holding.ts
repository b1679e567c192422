import { dealMoney } from '../../format.ts'
import { list } from '../../words.ts'
import { partnerLabel, RULE_NAMES, ruleName } from './names.ts'
import type { Shown } from './shown.ts'
import { holdingRules } from './tests.ts'

/** Which split no test fails, if any does; otherwise why none can. */
export function holdingWords(shown: Shown): { by: 'rule' | 'hand' | null; words: string } {
  const { holding, game, npv } = shown.reply.sharing
  const rules = holdingRules(shown).map(({ rule }, i) => (i === 0 ? RULE_NAMES[rule] : ruleName(rule)))
  const tests = game
    ? game.freeRiding
      ? 'all four tests'
      : 'every test that can be put'
    : 'the one test that can be put'
  if (rules.length > 0)
    return {
      by: 'rule',
      words: `${list(rules)} ${rules.length === 1 ? 'passes' : 'pass'} ${tests}.`,
    }
  if (!holding) return { by: null, words: 'Whether any split passes every test could not be worked out.' }
  if (holding.exists)
    return {
      by: 'hand',
      words: `No rule passes every test, but a split set by hand can: the best has ${dealMoney(holding.spare)} to spare on its tightest test.`,
    }
  const outside = game?.freeRiding?.reduce((sum, payoff) => sum + Math.max(0, payoff), 0) ?? 0
  const why = {
    loss: `together the partners lose ${dealMoney(-npv)}, so whatever the split somebody is worse off than with no deal`,
    core: `groups of partners could make too much by themselves (the core is empty): any split leaves one of them at least ${dealMoney(-holding.spare)} short`,
    freeRiding: `staying out is worth ${dealMoney(outside)} to the partners in all, more than the ${dealMoney(npv)} the programme makes`,
    both: `what groups could make by themselves and what partners could get by staying out can each be matched, but not both at once: any split leaves one at least ${dealMoney(-holding.spare)} short`,
  }[holding.why ?? 'both']
  return { by: null, words: `No split, by any rule or by hand, passes every test: ${why}.` }
}

/** What each partner gets under the split that holds best, in words. */
export const holdingNets = (shown: Shown): string =>
  list(
    (shown.reply.sharing.holding?.nets ?? []).map(
      (net, i) => `${partnerLabel(shown, shown.reply.partners[i]!)} ${dealMoney(net)}`,
    ),
  )
