import { inFigures } from '../in-figures.ts'
import { inPlaces, inPounds, inTenths } from '../in-money.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import { type Assumption, assumed, byYear, chosen } from './assumption.ts'
import { discountingOf } from './front.ts'
import type { Given } from './given.ts'
import { ofInvestment, ofOutcome } from './item-assumptions.ts'
import { type Block, heading, note, table, words } from './paper.ts'
import { nameOf } from './partners.ts'
import { BASES, LOSS_RULES } from './terms-in-words.ts'

function general(given: Given): Assumption[] {
  const { scenario } = given
  const { sharing } = scenario
  return [
    chosen('Horizon', String(scenario.horizon), 'years'),
    chosen('Price base', scenario.priceBase, 'financial year'),
    chosen('Price index', scenario.deflator, 'series'),
    chosen('Discounting', discountingOf(given), 'a year'),
    chosen('Sharing rule', RULE_WORDS[sharing.rule]),
    chosen('Rule for a loss', LOSS_RULES[sharing.lossRule]),
    chosen('Benefits shared', BASES[sharing.basis]),
    chosen('Contributions in kind count as cost in sharing', sharing.countInKind ? 'Yes' : 'No'),
  ]
}

function ofPot(given: Given): Assumption[] {
  const { pot } = given.scenario
  return [
    ...pot.contributions.map((one): Assumption => {
      const what = `Contribution of ${nameOf(given, one.partner)}`
      if (one.kind === 'share')
        return assumed(what, inTenths(one.share), 'of what fixed contributions leave', one.note)
      const from =
        one.kind === 'line'
          ? `, from ${one.line.name ?? one.line.id} of ${inPounds(one.line.amount)} a year`
          : ''
      return assumed(what, byYear(one.amounts) + from, '£ by year', one.note)
    }),
    chosen('Balance of the pot on opening', inPounds(pot.opening), '£'),
    chosen(
      'Cashable benefit paid back into the pot',
      inTenths(pot.recycled),
      'of each year’s, the year after',
    ),
    ...(pot.receipts ? [assumed('Other money into the pot', byYear(pot.receipts), '£ by year')] : []),
    ...pot.passedOn.map(({ from, to, share }) =>
      assumed(
        `Part of the contribution of ${nameOf(given, from)} paid by ${nameOf(given, to)}`,
        inTenths(share),
        'of it',
      ),
    ),
  ]
}

function ofCoalitions(given: Given): Assumption[] {
  const { coalition } = given.scenario
  if (!coalition) return []
  const named = (ids: string) =>
    ids
      .split('+')
      .map((id) => nameOf(given, id))
      .join(' + ')
  if (coalition.kind === 'values')
    return [
      ...Object.entries(coalition.values).map(([key, value]) =>
        assumed(`What could be made by ${named(key) || 'nobody'}`, inPounds(value), '£ present value'),
      ),
      ...Object.entries(coalition.freeRiding ?? {}).map(([id, value]) =>
        assumed(`What ${nameOf(given, id)} would have by staying out`, inPounds(value), '£ present value'),
      ),
    ]
  return [
    ...Object.entries(coalition.coverage).map(([id, share]) =>
      assumed(`Reach brought by ${nameOf(given, id)}`, inTenths(share), 'of the programme’s reach'),
    ),
    assumed('Cost met whatever the reach', inTenths(coalition.fixedCostShare), 'of cost'),
    ...(coalition.veto.length > 0
      ? [assumed('Must take part', coalition.veto.map((id) => nameOf(given, id)).join(', '), 'partners')]
      : []),
  ]
}

function ofChance({ scenario }: Given): Assumption[] {
  const { uncertainty } = scenario
  const shape = (one: NonNullable<typeof uncertainty>['variables'][number]) =>
    one.distribution === 'normal'
      ? `normal, mean ${inPlaces(one.mean, 2)}, standard deviation ${inPlaces(one.sd, 2)}`
      : one.distribution === 'uniform'
        ? `uniform, ${inPlaces(one.min, 2)} to ${inPlaces(one.max, 2)}`
        : `${one.distribution}, ${inPlaces(one.min, 2)}, likeliest ${inPlaces(one.mode, 2)}, to ${inPlaces(one.max, 2)}`
  return [
    ...scenario.ranges.map(({ outcome, parameter, low, high }) =>
      assumed(
        `Range of ${scenario.outcomes.find(({ id }) => id === outcome)?.name ?? outcome}: ${parameter}`,
        `${inPlaces(low, 2)} to ${inPlaces(high, 2)}`,
        'unit of the input',
      ),
    ),
    ...(uncertainty?.variables ?? []).map((one) =>
      assumed(`Uncertain quantity “${one.id}”`, shape(one), 'multiple of plan'),
    ),
    ...(uncertainty
      ? [chosen('Draws and seed', `${inFigures(uncertainty.draws)} draws, seed ${uncertainty.seed}`)]
      : []),
  ]
}

/** Every assumption of the scenario. */
export function assumptionsOf(given: Given): Assumption[] {
  return [
    ...general(given),
    ...ofPot(given),
    ...ofInvestment(given),
    ...given.scenario.outcomes.flatMap((outcome) => ofOutcome(given, outcome)),
    ...ofCoalitions(given),
    ...ofChance(given),
  ]
}

/** The appendix of assumptions. */
export function assumptions(given: Given): Block[] {
  return [
    heading(1, 'Appendix A: every assumption'),
    note(
      'Change one and every figure follows: the scenario is kept inside this file and behind the link at its front.',
    ),
    table(
      'Assumptions',
      [
        words('No.', 5),
        words('Assumption', 28),
        words('Value', 25),
        words('Unit', 14),
        words('Source', 18),
        words('Confidence', 12),
      ],
      assumptionsOf(given).map(({ what, value, unit, source, confidence }, at) => [
        `A${at + 1}`,
        what,
        value,
        unit,
        source,
        confidence,
      ]),
    ),
  ]
}
