import type { LedgerYear } from './cash/ledger.ts'
import type { Scenario } from './document/schema.ts'
import type { Parameters } from './parameters.ts'
import { ruleInForce } from './sharing/loss-rule.ts'
import type { Totals } from './sharing/programme.ts'
import { RULE_WORDS } from './sharing/rule-words.ts'

/** What a reader must be told beside the figures, each under a code that does not change. */
export interface Notice {
  code: string
  message: string
}

const listed = (words: readonly string[]) => words.join(', ').replace(/, ([^,]*)$/, ' and $1')

/** Notices for a result: unverified defaults, figures that cannot be formed, money that is not there. */
export function notices(
  scenario: Scenario,
  parameters: Parameters,
  totals: Totals,
  years: readonly LedgerYear[],
): Notice[] {
  const short = years.filter((year) => year.shortfall > 0.005)
  const priceYears = [...scenario.investment, ...scenario.outcomes.map((outcome) => outcome.value)].map(
    (item) => item.priceYear,
  )
  const forecastFrom = parameters.deflators[scenario.deflator]?.forecastFrom
  const graded = [...scenario.investment, ...scenario.outcomes].some(
    (item) => item.optimismBias.kind === 'grade',
  )
  const empty = scenario.outcomes.filter(
    (outcome) => outcome.effect.kind !== 'total' && outcome.effect.population === 0,
  )
  const found: (Notice | false)[] = [
    graded &&
      !parameters.gradeBias.verified && {
        code: 'unverified-grade-bias',
        message:
          'Optimism bias by confidence grade rests on a table that could not be read: to be confirmed.',
      },
    totals.cost === 0 && {
      code: 'no-cost',
      message: 'Nothing is spent, so there is no ratio of benefit to cost.',
    },
    totals.benefit === 0 && { code: 'no-benefit', message: 'No benefit is counted on this basis.' },
    totals.benefit < 0 && { code: 'harm', message: 'The benefits counted are negative in all.' },
    totals.npv < 0 && {
      code: 'loss',
      message: `The programme loses money, counting ${scenario.sharing.basis} benefits; the loss is shared by the rule “${RULE_WORDS[ruleInForce(scenario.sharing, totals.npv)]}”.`,
    },
    empty.length > 0 && {
      code: 'nobody',
      message: `Nobody is in scope of ${empty.map((outcome) => outcome.name).join(', ')}.`,
    },
    short.length > 0 && {
      code: 'pot-short',
      message: `The pot is short in ${listed(short.map(({ year }) => `year ${year + 1}`))} (years counted from 1), and that must be made up.`,
    },
    forecastFrom !== undefined &&
      [scenario.priceBase, ...priceYears].some((year) => year >= forecastFrom) && {
        code: 'forecast-prices',
        message: `Price indices from ${forecastFrom} are forecasts.`,
      },
    scenario.partners.length > 10 && {
      code: 'too-many-for-games',
      message: 'The Shapley value, the nucleolus and the free-ride-proof rule are for at most ten partners.',
    },
    scenario.uncertainty !== undefined &&
      scenario.uncertainty.variables.length > 1 &&
      scenario.uncertainty.correlations.length === 0 && {
        code: 'independence',
        message: 'The uncertain quantities are drawn independently, which understates how bad it can be.',
      },
  ]
  return found.filter((notice) => notice !== false)
}
