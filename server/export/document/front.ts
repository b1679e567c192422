import { ownInWords } from '../../count/returns-not-made.ts'
import { inMoney, inPlaces, inPounds } from '../in-money.ts'
import { RULE_WORDS } from '../sharing-rules.ts'
import type { Given } from './given.ts'
import {
  ask,
  type Block,
  type Cell,
  figures,
  heading,
  type Inline,
  note,
  prompt,
  table,
  text,
  words,
} from './paper.ts'
import { inForce, nameOf, sum } from './partners.ts'
import { BASES } from './terms-in-words.ts'
import { yearOf } from './years.ts'

const PAID = 'Text in brackets that begins “Prompt” is for the authors to write: it is not known here.'

/** The link that opens the view, as a cell. */
export const linkOf = ({ about }: Given): Inline =>
  about.link === null ? prompt('paste the link that opens this scenario') : { link: about.link }

/** What a ratio of nothing is called. */
export const ratioOf = (ratio: number | null): string => (ratio === null ? '[z]' : inPlaces(ratio, 2))

export const paybackOf = (year: number | null, years: number): string =>
  year === null
    ? `Not within ${years} ${years === 1 ? 'year' : 'years'}`
    : year === 0
      ? 'Never out of pocket'
      : yearOf(year)

/** What a reader must be told beside the figures. */
export const noticesOf = ({ reply }: Given): string[] => reply.notices.map(({ message }) => message)

export function discountingOf({ scenario, parameters }: Given): string {
  const { discounting } = scenario
  if ('rate' in discounting)
    return `One rate of ${inPlaces(discounting.rate * 100, 2)}% a year, the first year undiscounted`
  const { steps } = parameters.schedules[discounting.schedule]!
  const used = steps.filter(({ fromYear }) => fromYear < scenario.horizon)
  const rates = used.map(({ fromYear, rate }) =>
    fromYear === 0
      ? `${inPlaces(rate * 100, 2)}%`
      : `${inPlaces(rate * 100, 2)}% from ${fromYear} years after the first`,
  )
  return `Schedule “${discounting.schedule}”: ${rates.join(', ')}; the first year undiscounted`
}

/** What this is, from what, under which definition and what is missing. */
export function whatThisIs(given: Given): Block[] {
  const { scenario, reply, about, place, strangers } = given
  const missing = place?.whole.coverage.missing.length ?? 0
  const own = ownInWords(place?.whole.coverage.own_returns ?? [])
  const rows: Cell[][] = [
    ['Scenario', scenario.name],
    [
      'Kept as',
      about.saved === null
        ? 'Not saved: the scenario is kept inside this file'
        : `${about.saved.name}${about.saved.version === null ? '' : `, version ${about.saved.version}`}`,
    ],
    ['Partners', reply.partners.map((id) => nameOf(given, id)).join('; ')],
    ['Money', `Pounds in prices of ${scenario.priceBase}; the first year is year 1`],
    ['Horizon', `${scenario.horizon} ${scenario.horizon === 1 ? 'year' : 'years'}`],
    ['Discounting', discountingOf(given)],
    ['Benefits shared', BASES[scenario.sharing.basis]],
    ['Sharing rule in force', RULE_WORDS[reply.sharing.rule]],
    ...(place?.facts ?? []).map(([label, value]): Cell[] => [`Count: ${label.toLowerCase()}`, value]),
    ...(place
      ? [
          [
            'Local control means',
            `${place.control.definition.name}: ${place.control.definition.meaning}`,
          ] as Cell[],
          [
            'Missing from the count',
            missing === 0
              ? own || 'No return is known to be missing for this place and year'
              : `${own && `${own}; `}${missing} ${missing === 1 ? 'return was' : 'returns were'} not made: listed in the strategic case, and left out of every total`,
          ] as Cell[],
        ]
      : []),
    ...(strangers.length > 0 ? [['Places the count does not hold', strangers.join(', ')] as Cell[]] : []),
    ['Count', `${about.count.title} (${about.count.id}), compiled ${about.count.compiled}`],
    ['Hash of the count', about.count.hash],
    ['Hash of the scenario', about.scenarioHash],
    ['Software', `Total Place ${about.software}`],
    ['Open the view', [linkOf(given)]],
  ]
  return [
    text(
      'A draft made from a scenario and a count of public spending. Every figure is worked out from the inputs in the appendices. ',
      PAID,
    ),
    table('What this document is', [words('What', 27), words('This document', 73)], rows),
    note(
      '[x] means not available; [z] means not applicable. Missing is never counted as zero. A minus sign is a cost or a loss.',
    ),
  ]
}

/** The table of contents, whose entries are there before any reader updates it; page numbers are not. */
export const contents = (): Block[] => [
  text({ strong: 'Contents' }),
  { kind: 'contents' },
  note('Each entry is a link. Update the table in your word processor to add page numbers.'),
]

/** What each partner puts in and ends with under the rule in force, in short. */
function whoGains(given: Given): Block[] {
  const { partners, sharing, years } = given.reply
  const split = inForce(given)
  if (!split) return []
  return [
    heading(2, 'Who pays and who gains'),
    table(
      `Who pays and who gains: sharing rule “${RULE_WORDS[sharing.rule]}”, ${sharing.basis} benefits, present value`,
      [
        words('Partner', 34),
        figures('Puts in', 22),
        figures('Ends with, net', 22),
        figures('Payback, discounted', 22),
      ],
      [
        ...partners.map((id, at): Cell[] => [
          nameOf(given, id),
          inPounds(sharing.pvCost[at]!),
          inPounds(split.nets[at]!),
          paybackOf(split.payback.discounted[at]!.sustained, years),
        ]),
        ['All partners', inPounds(sum(sharing.pvCost)), inPounds(sharing.npv), '[z]'],
      ],
      { total: true },
    ),
  ]
}

/** Both cases in figures, apart, and what to know before reading them. */
export function summary(given: Given): Block[] {
  const { reply, economic } = given
  const { gross, cashable } = reply.financial
  const both = (label: string, pick: (one: typeof gross) => string): Cell[] => [
    label,
    pick(cashable),
    pick(gross),
  ]
  const years = reply.years
  return [
    heading(1, 'Summary'),
    ask('say in three sentences what is proposed, for whom, and what is asked of the reader'),
    heading(2, 'The financial case: public money'),
    text(
      `On cashable benefits the programme ${cashable.npv >= 0 ? 'saves' : 'costs'} public bodies ${inMoney(Math.abs(cashable.npv))} in present value over ${years} ${years === 1 ? 'year' : 'years'}, against ${inMoney(cashable.pvCost)} put in. Gross benefits are shown beside, because not all of them can be taken out of a budget.`,
    ),
    table(
      'Financial case in figures',
      [words('Measure', 40), figures('Cashable', 30), figures('Gross', 30)],
      [
        both('Present value of costs', ({ pvCost }) => inPounds(pvCost)),
        both('Present value of benefits', ({ pvBenefit }) => inPounds(pvBenefit)),
        both('Net present value (plus is a saving)', ({ npv }) => inPounds(npv)),
        both('Benefit for each pound of cost', ({ bcr }) => ratioOf(bcr)),
        both('Payback, discounted', ({ payback }) => paybackOf(payback.discounted.sustained, years)),
        both('Payback, undiscounted', ({ payback }) => paybackOf(payback.undiscounted.sustained, years)),
        both('Internal rate of return', ({ irr }) => (irr === null ? '[z]' : `${inPlaces(irr * 100, 1)}%`)),
      ],
    ),
    ...whoGains(given),
    heading(2, 'The economic case: everybody'),
    text(
      'Counts every resource cost, in kind too, and benefits to everybody. Payments that only move money are left out. It does not add to the financial case.',
    ),
    table(
      'Economic case in figures',
      [words('Measure', 60), figures('The scenario', 40)],
      [
        ['Present value of costs', inPounds(economic.appraisal.pvCost)],
        ['Present value of benefits', inPounds(economic.appraisal.pvBenefit)],
        ['Net present social value', inPounds(economic.appraisal.npv)],
        ['Benefit-cost ratio', ratioOf(economic.appraisal.bcr)],
      ],
    ),
    ...(reply.notices.length > 0
      ? [
          heading(2, 'Before relying on these figures'),
          { kind: 'list' as const, items: noticesOf(given).map((one) => [one]) },
        ]
      : []),
  ]
}
