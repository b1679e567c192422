import { inPlaces, inPounds, inTenths } from '../in-money.ts'
import { benefitBias, costBias } from './bias-in-words.ts'
import { discountingOf, paybackOf, ratioOf } from './front.ts'
import type { Given } from './given.ts'
import { ask, askCell, type Block, type Cell, figures, heading, note, table, text, words } from './paper.ts'
import { sum } from './partners.ts'
import { yearOf } from './years.ts'

const NONE = '£0'

/** A change as a share, with its sign. */
const change = (ratio: number) => (ratio > 0 ? `+${inTenths(ratio)}` : inTenths(ratio))

function longList(): Block[] {
  const choices = ['Scope', 'Solution', 'Delivery', 'Timing', 'Funding']
  return [
    table(
      'Long list of options',
      [words('Choice', 16), words('Options considered', 42), words('Carried forward, and why', 42)],
      choices.map((choice) => [choice, askCell('the options'), askCell('which, and why')]),
    ),
  ]
}

function summary(given: Given): Block[] {
  const { scenario, economic, reply } = given
  const { appraisal, breakEven } = economic
  const both = (label: string, nothing: string, value: string): Cell[] => [label, nothing, value]
  const same = (label: string, value: string): Cell[] => [label, value, value]
  return [
    text(
      'Doing nothing is the baseline: it is £0 by definition, because every figure is a difference from it. Ratios are not a pass or a fail.',
    ),
    table(
      'Appraisal summary',
      [words('Measure', 36), words('Do nothing', 26), words(scenario.name, 38)],
      [
        both('Present value of costs', NONE, inPounds(appraisal.pvCost)),
        both('Present value of benefits', NONE, inPounds(appraisal.pvBenefit)),
        both('Net present social value', NONE, inPounds(appraisal.npv)),
        both('Benefit-cost ratio', '[z]', ratioOf(appraisal.bcr)),
        both(
          'Equal amount a year after the first',
          NONE,
          appraisal.equivalentAnnual === null ? '[z]' : inPounds(appraisal.equivalentAnnual),
        ),
        both('Payback, discounted', '[z]', paybackOf(appraisal.payback.discounted.sustained, reply.years)),
        both(
          'Change in benefits that leaves no value',
          '[z]',
          breakEven.benefitsFall === null ? '[z]' : change(-breakEven.benefitsFall),
        ),
        both(
          'Change in costs that leaves no value',
          '[z]',
          breakEven.costsRise === null ? '[z]' : change(breakEven.costsRise),
        ),
        same('Horizon', `${reply.years} ${reply.years === 1 ? 'year' : 'years'}`),
        same('Price base', scenario.priceBase),
        same('Discounting', discountingOf(given)),
        ['Effects not valued', askCell('of doing nothing'), askCell('of the scenario')],
        ['Risk left after optimism bias', askCell('of doing nothing'), askCell('of the scenario')],
      ],
    ),
  ]
}

function parts(given: Given): Block[] {
  const { scenario, economic } = given
  const valued = scenario.outcomes.map(
    ({ value }) => value.economic !== undefined || value.social !== undefined,
  )
  const moved = sum(economic.outcomes.map(({ transfers }) => transfers))
  const counted = economic.outcomes.map(({ fiscal, wider }) => fiscal + wider)
  return [
    table(
      'Economic benefits by outcome, present value',
      [
        words('Outcome', 40),
        figures('To public bodies', 20),
        figures('To people and business', 20),
        figures('Counted', 20),
      ],
      [
        ...economic.outcomes.map(({ fiscal, wider }, at): Cell[] => [
          scenario.outcomes[at]!.name,
          inPounds(fiscal),
          valued[at] ? inPounds(wider) : 'Not valued',
          inPounds(counted[at]!),
        ]),
        [
          'All outcomes',
          inPounds(sum(economic.outcomes.map(({ fiscal }) => fiscal))),
          valued.some(Boolean) ? inPounds(sum(economic.outcomes.map((one) => one.wider))) : 'Not valued',
          inPounds(sum(counted)),
        ],
      ],
      { total: true },
    ),
    text(
      `Saved transfer payments left out, because they only move money: ${inPounds(moved)} in present value.`,
    ),
    ...(valued.every(Boolean)
      ? []
      : [
          ask(
            'no value to people or business has been entered for some outcomes: say why, or add it before relying on this case',
          ),
        ]),
    table(
      'Optimism bias in the appraisal',
      [words('Item', 36), words('Kind', 18), words('Correction', 46)],
      [
        ...scenario.investment.map((item): Cell[] => [item.name, 'Cost', costBias(given, item)]),
        ...scenario.outcomes.map((one): Cell[] => [one.name, 'Benefit', benefitBias(given, one)]),
      ],
    ),
  ]
}

function byYear({ economic, reply }: Given): Block {
  const { costs, benefits } = economic
  return table(
    'Economic costs and benefits by year, undiscounted',
    [
      words('Year', 16),
      figures('Costs', 22),
      figures('Benefits', 22),
      figures('Net', 22),
      figures('Discount factor', 18),
    ],
    [
      ...costs.map((cost, year) => [
        yearOf(year),
        inPounds(cost),
        inPounds(benefits[year]!),
        inPounds(benefits[year]! - cost),
        inPlaces(reply.factors[year]!, 4),
      ]),
      [
        'All years',
        inPounds(sum(costs)),
        inPounds(sum(benefits)),
        inPounds(sum(benefits) - sum(costs)),
        '[z]',
      ],
    ],
    { total: true },
  )
}

/** The economic case: options, appraisal and what it rests on; no transfer between partners is in it. */
export function economic(given: Given): Block[] {
  const { appraisal, sensitivities } = given.economic
  return [
    heading(1, 'Economic case'),
    text(
      'Whether society is better off. Transfers between partners are not in this case: they move money and make none.',
    ),
    heading(2, 'Critical success factors'),
    ask('list what any option must achieve to be worth choosing'),
    heading(2, 'Options'),
    ...longList(),
    heading(2, 'Appraisal summary'),
    ...summary(given),
    heading(2, 'Costs and benefits'),
    ...parts(given),
    byYear(given),
    heading(2, 'Sensitivity'),
    table(
      'Economic case under other assumptions',
      [words('Assumption', 60), figures('Net present social value', 40)],
      [
        ['As appraised', inPounds(appraisal.npv)],
        ...sensitivities.map(({ name, npv }): Cell[] => [name, inPounds(npv)]),
      ],
    ),
    note(
      'Switching values of single inputs are worked out on public money: they stand in the financial case.',
    ),
    heading(2, 'Who gains and who loses'),
    ask('say which groups of people gain and lose, and whether distributional weights change the ranking'),
    heading(2, 'Preferred option'),
    ask('name the preferred option and say why, with what could not be valued'),
  ]
}
