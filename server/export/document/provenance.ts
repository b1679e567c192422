import { inFigures } from '../in-figures.ts'
import { inPlaces, inPounds } from '../in-money.ts'
import { NO_SOURCE, NOT_SAID } from './assumption.ts'
import { assumptionsOf } from './assumptions.ts'
import { linkOf, noticesOf } from './front.ts'
import type { Claim, Given } from './given.ts'
import { type Block, type Cell, figures, heading, type Inline, list, table, text, words } from './paper.ts'
import { STATUSES } from './terms-in-words.ts'

const WEAK = new Set<string>([STATUSES.illustrative, STATUSES.unverified, NO_SOURCE, 'Assumed', NOT_SAID])

/** What of the method nobody could check, where this scenario rests on it. */
function ofMethod({ scenario, parameters }: Given): string[] {
  const graded = [...scenario.investment, ...scenario.outcomes].some(
    ({ optimismBias }) => optimismBias.kind === 'grade',
  )
  const shaped = scenario.outcomes.some(({ ramp }) => typeof ramp === 'string')
  const codes = scenario.outcomes.some(({ value }) => value.code)
  const terms = new Set(scenario.pot.terms.map(({ kind }) => kind))
  return [
    ...(graded && !parameters.gradeBias.verified
      ? ['Optimism bias by confidence grade (2014 guidance for local partnerships): recalled, not read.']
      : []),
    'The first year is undiscounted, and plus is a saving: our conventions.',
    'Whether contributions in kind count in the financial case: a switch, off unless asked for.',
    'Cashable shares: no published rule was found, so every one is an assumption.',
    ...(shaped
      ? ['How fast benefits build up: shapes were published without figures; the steps are ours.']
      : []),
    ...(codes
      ? [
          'Unit costs are of version 1.4 (2015) of the database; a later version exists. Rebasing moves prices, not evidence.',
        ]
      : []),
    ...(terms.has('payForPerformance') ? ['Release in proportion to achievement: our assumption.'] : []),
    ...(terms.has('gershon') ? ['“Half cashable” is read as half of the target.'] : []),
    ...(terms.has('justiceReinvestment')
      ? ['Justice reinvestment: the sources differ and both are worked out.']
      : []),
  ]
}

const weighed = ({ amount, unit }: Claim) =>
  unit === 'GBP' ? inPounds(amount) : `${inPlaces(amount, Number.isInteger(amount) ? 0 : 2)} ${unit}`

/** What nobody has verified, and what was published beside it. */
export function unverified(given: Given): Block[] {
  const { about, reply } = given
  const weak = assumptionsOf(given)
    .map((one, at) => ({ ...one, number: `A${at + 1}` }))
    .filter(({ confidence }) => WEAK.has(confidence))
  return [
    heading(1, 'Appendix B: what is unverified'),
    text(
      weak.length === 0
        ? 'No assumption is illustrative, unverified or without a source.'
        : `${inFigures(weak.length)} assumptions are illustrative, unverified, assumed or without a source: ${weak.map(({ number }) => number).join(', ')}.`,
    ),
    ...(about.assumed.length > 0
      ? [
          heading(2, 'Assumed by whoever made the ready-made scenario'),
          list(...about.assumed.map((one) => [one])),
        ]
      : []),
    heading(2, 'Of the method'),
    list(...ofMethod(given).map((one): Inline[] => [one])),
    ...(reply.notices.length > 0
      ? [heading(2, 'Of this result'), list(...noticesOf(given).map((one): Inline[] => [one]))]
      : []),
    ...(about.claims.length > 0
      ? [
          heading(2, 'What was published'),
          table(
            'Claims others have published of the programme',
            [words('Claim', 34), figures('Amount', 18), words('Source', 36), words('Confidence', 12)],
            about.claims.map((one): Cell[] => [
              one.statement,
              weighed(one),
              /^https?:\/\//.test(one.address) ? [`${one.source}. `, { link: one.address }] : one.source,
              one.confidence,
            ]),
          ),
        ]
      : []),
  ]
}

function tables({ scenario, parameters, sources }: Given): Cell[][] {
  const titleOf = (id: string | undefined) => (id === undefined ? '[x]' : (sources.get(id) ?? id))
  const { discounting, deflator } = scenario
  const index = parameters.deflators[deflator]
  const years = [
    scenario.priceBase,
    ...scenario.investment.map(({ priceYear }) => priceYear),
    ...scenario.outcomes.map(({ value }) => value.priceYear),
  ]
  const used = [...new Set(years)].sort()
  const schedule = 'schedule' in discounting ? parameters.schedules[discounting.schedule] : undefined
  return [
    ...(schedule
      ? [['Discount schedule', `${titleOf(schedule.source)}, as at ${schedule.asAt ?? '[x]'}`] as Cell[]]
      : []),
    ...used.map((year): Cell[] => [
      `Price index of ${year}`,
      `${index?.index[year] === undefined ? 'beyond the series: the last growth carried on' : inPlaces(index.index[year], 4)} (${titleOf(index?.source)})`,
    ]),
  ]
}

/** How to open, check and work out again what is here. */
export function provenance(given: Given): Block[] {
  const { about, place } = given
  return [
    heading(1, 'Appendix C: sources and how to check this'),
    table(
      'How to check this document',
      [words('What', 30), words('Value', 70)],
      [
        ['Open the view', [linkOf(given)]],
        ['Scenario', `Kept inside this file; SHA-256 ${about.scenarioHash}`],
        ['Count', `${about.count.id}; ${about.count.title}; compiled ${about.count.compiled}`],
        ['Hash of the count', about.count.hash],
        ['Software', `Total Place ${about.software}`],
        ...tables(given),
      ],
    ),
    ...(place
      ? [
          table(
            'Publications the count is made from',
            [words('Publication', 48), words('Publisher', 30), words('Licence', 22)],
            place.sources.map(({ title, publisher, year, licence }) => [
              `${title} (${year})`,
              publisher,
              licence,
            ]),
          ),
          list(...[...new Set(place.sources.map(({ attribution }) => attribution))].map((one) => [one])),
        ]
      : []),
  ]
}
