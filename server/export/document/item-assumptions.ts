import type { Scenario } from '../../scenario/document/schema.ts'
import { inFigures } from '../in-figures.ts'
import { inPounds, inTenths } from '../in-money.ts'
import { type Assumption, byYear, CHOSEN, NOT_SAID, told } from './assumption.ts'
import { benefitBias, costBias } from './bias-in-words.ts'
import type { Given } from './given.ts'
import { askCell } from './paper.ts'
import { nameOf } from './partners.ts'
import { KINDS, RAMPS } from './terms-in-words.ts'
import { inYear } from './years.ts'

/** What is assumed of each item of investment. */
export const ofInvestment = (given: Given): Assumption[] =>
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

/** What is assumed of an outcome: who, how many, how much, whose, when. */
export function ofOutcome(given: Given, outcome: Scenario['outcomes'][number]): Assumption[] {
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
    source: provenance?.note ?? askCell('say where this part comes from'),
    confidence: NOT_SAID,
  })
  const reached =
    effect.kind === 'total'
      ? []
      : [
          detail('people in scope', inFigures(effect.population), 'people'),
          detail('with the need', inTenths(effect.prevalence), 'of people in scope'),
          detail('take part', inTenths(effect.engagement), 'of those with the need'),
          ...(effect.kind === 'chain'
            ? [
                detail('succeed', inTenths(effect.success), 'of those who take part'),
                detail('deadweight', inTenths(effect.deadweight), 'of successes'),
              ]
            : [
                detail('succeed with the programme', inTenths(effect.with), 'of those who take part'),
                detail('succeed without it', inTenths(effect.without), 'of those who take part'),
              ]),
        ]
  const unit = `${effect.kind === 'total' ? '£ in all' : '£ an outcome a year'}, prices of ${value.priceYear}`
  const code = value.code ? ` (${value.code})` : ''
  return [
    ...reached,
    row(`value to public bodies${code}`, inPounds(value.fiscal), unit),
    ...(value.economic === undefined
      ? []
      : [detail('value to people and business', inPounds(value.economic), unit)]),
    ...(value.social === undefined ? [] : [detail('value in wellbeing', inPounds(value.social), unit)]),
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
