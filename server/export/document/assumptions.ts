import type { Scenario } from '../../scenario/document/schema.ts'
import { inFigures } from '../in-figures.ts'
import { inPlaces, inPounds, inTenths } from '../in-money.ts'
import { benefitBias, costBias } from './bias-in-words.ts'
import { discountingOf } from './front.ts'
import type { Given } from './given.ts'
import { askCell, type Block, type Cell, heading, note, table, words } from './paper.ts'
import { nameOf } from './partners.ts'
import { BASES, KINDS, LOSS_RULES, RAMPS, RULE_NAMES, STATUSES } from './terms-in-words.ts'
import { inYear } from './years.ts'

/** What is assumed, how much, in what unit, on whose word, and how sure. */
interface Assumption {
  readonly what: string
  readonly value: string
  readonly unit: string
  readonly source: Cell
  readonly confidence: string
}

type Provenance = Scenario['outcomes'][number]['provenance']

/** Of a detail of an outcome whose provenance speaks of the outcome as a whole. */
export const NOT_SAID = 'Not said of this part'
const NO_SOURCE = 'No source given'
const CHOSEN = 'Choice of the authors'

/** Amounts by year with runs of one amount told together. */
export function byYear(amounts: readonly number[], format: (amount: number) => string = inPounds): string {
  const runs: { from: number; to: number; amount: number }[] = []
  for (const [year, amount] of amounts.entries()) {
    const last = runs.at(-1)
    if (last?.amount === amount) last.to = year
    else runs.push({ from: year, to: year, amount })
  }
  return runs
    .map(({ from, to, amount }) =>
      from === to
        ? `${inYear(from)}: ${format(amount)}`
        : `years ${from + 1} to ${to + 1}: ${format(amount)} each`,
    )
    .join('; ')
}

const told = (provenance: Provenance): Pick<Assumption, 'source' | 'confidence'> => ({
  source: provenance
    ? [provenance.source, provenance.note].filter(Boolean).join('. ') || askCell('give the source')
    : askCell('give the source'),
  confidence: provenance ? STATUSES[provenance.status] : NO_SOURCE,
})

const chosen = (what: string, value: string, unit = '[z]'): Assumption => ({
  what,
  value,
  unit,
  source: CHOSEN,
  confidence: '[z]',
})
const assumed = (what: string, value: string, unit: string, source?: string): Assumption => ({
  what,
  value,
  unit,
  source: source ?? askCell('give the source, or say why'),
  confidence: source ? 'As its source says' : NO_SOURCE,
})

function general(given: Given): Assumption[] {
  const { scenario } = given
  const { sharing } = scenario
  return [
    chosen('Horizon', String(scenario.horizon), 'years'),
    chosen('Price base', scenario.priceBase, 'financial year'),
    chosen('Price index', scenario.deflator, 'series'),
    chosen('Discounting', discountingOf(given), 'a year'),
    chosen('Sharing rule', RULE_NAMES[sharing.rule]),
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
      const from = one.kind === 'line' ? `, from ${one.line.id} of ${inPounds(one.line.amount)} a year` : ''
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

const ofInvestment = (given: Given): Assumption[] =>
  given.scenario.investment.flatMap((item): Assumption[] => {
    const borne = item.borneBy ? `, borne by ${nameOf(given, item.borneBy)}` : ''
    return [
      {
        what: `${item.name}: cost (${KINDS[item.kind].toLowerCase()}${borne})${item.transfer ? ', a transfer' : ''}`,
        value: byYear(item.amounts),
        unit: `£ by year, prices of ${item.priceYear}`,
        ...told(item.provenance),
      },
      {
        what: `${item.name}: optimism bias`,
        value: costBias(given, item),
        unit: 'share of cost',
        source: item.optimismBias.kind === 'none' ? askCell('say why none is added') : CHOSEN,
        confidence: '[z]',
      },
    ]
  })

function ofOutcome(given: Given, outcome: Scenario['outcomes'][number]): Assumption[] {
  const { effect, value, split, lag, ramp, dropOff, persistence, provenance, name } = outcome
  const row = (what: string, amount: string, unit: string): Assumption => ({
    what: `${name}: ${what}`,
    value: amount,
    unit,
    ...told(provenance),
  })
  const detail = (what: string, amount: string, unit: string): Assumption => ({
    what: `${name}: ${what}`,
    value: amount,
    unit,
    source: askCell('say where this part comes from'),
    confidence: NOT_SAID,
  })
  const reached =
    effect.kind === 'total'
      ? []
      : [
          row('people in scope', inFigures(effect.population), 'people'),
          row('with the need', inTenths(effect.prevalence), 'of people in scope'),
          row('take part', inTenths(effect.engagement), 'of those with the need'),
          ...(effect.kind === 'chain'
            ? [
                row('succeed', inTenths(effect.success), 'of those who take part'),
                row('deadweight', inTenths(effect.deadweight), 'of successes'),
              ]
            : [
                row('succeed with the programme', inTenths(effect.with), 'of those who take part'),
                row('succeed without it', inTenths(effect.without), 'of those who take part'),
              ]),
        ]
  const unit = `${effect.kind === 'total' ? '£ in all' : '£ an outcome a year'}, prices of ${value.priceYear}`
  const code = value.code ? ` (${value.code})` : ''
  return [
    ...reached,
    row(`value to public bodies${code}`, inPounds(value.fiscal), unit),
    ...(value.economic === undefined
      ? []
      : [row('value to people and business', inPounds(value.economic), unit)]),
    ...(value.social === undefined ? [] : [row('value in wellbeing', inPounds(value.social), unit)]),
    ...split.flatMap(({ partner, share, cashable, transfer }): Assumption[] => [
      detail(
        `reaches ${nameOf(given, partner)}${transfer ? ' as a saved transfer payment' : ''}`,
        inTenths(share),
        'of the value',
      ),
      {
        what: `${name}: cashable by ${nameOf(given, partner)}`,
        value: inTenths(cashable),
        unit: 'of what reaches it',
        source: askCell('say why: no published rule was found'),
        confidence: 'Assumed',
      },
    ]),
    detail('years before the first benefit', String(lag), 'years'),
    typeof ramp === 'string'
      ? {
          what: `${name}: builds up`,
          value: RAMPS[ramp],
          unit: 'share of full effect',
          source: 'Shape published without figures; the steps are ours',
          confidence: 'Assumed',
        }
      : detail('builds up', byYear(ramp, inTenths), 'share of full effect'),
    ...(dropOff
      ? [
          detail(
            'falls each year',
            `${inTenths(dropOff.rate)} after ${inYear(dropOff.from)}`,
            'of the effect',
          ),
        ]
      : []),
    ...(persistence ? [detail('persists', byYear(persistence, inTenths), 'share of the effect')] : []),
    {
      what: `${name}: optimism bias`,
      value: benefitBias(given, outcome),
      unit: 'share of benefit',
      source: outcome.optimismBias.kind === 'none' ? askCell('say why none is taken off') : CHOSEN,
      confidence: '[z]',
    },
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
