import type { SpendReply } from '../../api/contract.ts'
import { ownInWords, returnsNotMade } from '../../count/returns-not-made.ts'
import { shareOf } from '../../count/share.ts'
import { inFigures } from '../in-figures.ts'
import { inMoney, inPounds, inTenths } from '../in-money.ts'
import { GRADES } from '../marks.ts'
import type { Given, PlaceFigures } from './given.ts'
import { type Block, type Cell, figures, heading, note, table, text, words } from './paper.ts'
import { sum } from './partners.ts'
import { pictured } from './pictured.ts'

const MOST_AGENCIES = 20
const pounds = (amount: number | null) => (amount === null ? '[x]' : inPounds(amount))
const share = (ratio: number | null) => (ratio === null ? '[x]' : inTenths(ratio))

function coverage({ whole, recordedOnly }: PlaceFigures): Block[] {
  const { total, population, eliminated, coverage } = whole
  return [
    table(
      'What is spent, and how it is known',
      [words('Measure', 64), figures('Figure', 36)],
      [
        ['Total, at the final spender', pounds(total)],
        ['Population', population === null ? '[x]' : inFigures(population)],
        ['A head', total === null || !population ? '[x]' : inPounds(total / population)],
        ['Transfers between bodies, left out of the total', pounds(eliminated)],
        ['Recorded for the place', share(coverage.recorded)],
        ...GRADES.map(([grade, meaning]): Cell[] => [
          `Grade ${grade}: ${meaning.toLowerCase()}`,
          share(coverage.grades[grade]),
        ]),
        ['Returns not made', inFigures(returnsNotMade(coverage.missing))],
        ...(coverage.own_returns.length > 0
          ? [
              [
                'Returns not made, with own figures counted for them',
                inFigures(returnsNotMade(coverage.own_returns)),
              ] as Cell[],
            ]
          : []),
      ],
    ),
    ...(recordedOnly
      ? [
          note(
            'Only recorded lines are counted for this year: it is not a full count, and no share is formed.',
          ),
        ]
      : []),
  ]
}

/** Rows of a grouping, the largest first; past `most` the rest together, so that they add up. */
function grouped(reply: SpendReply, key: string, most: number): Cell[][] {
  const { data, total } = reply
  const rows = data.amount!.map((amount, at) => ({
    name: (data[`${key}_name`]?.[at] ?? data[key]![at]) as string,
    amount: amount as number | null,
  }))
  rows.sort((a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity))
  const ratio = (amount: number | null) =>
    share(amount === null || total === null ? null : shareOf(amount, total))
  const row = (name: string, amount: number | null): Cell[] => [name, pounds(amount), ratio(amount)]
  const shown = rows.slice(0, most)
  const rest = rows.slice(most)
  const amounts = rest.map(({ amount }) => amount).filter((amount) => amount !== null)
  return [
    ...shown.map(({ name, amount }) => row(name, amount)),
    ...(rest.length > 0
      ? [row(`${rest.length} others together`, amounts.length > 0 ? sum(amounts) : null)]
      : []),
    row('Total', total),
  ]
}

const spendColumns = (what: string) => [
  words(what, 56),
  figures('Spending', 26),
  figures('Share of total', 18),
]

function control({ control, classes, name, recordedOnly }: PlaceFigures): Block[] {
  const { definition, definitions, data } = control
  const whole = data.denominator![0] as number | null
  const of = (amount: number | null) =>
    recordedOnly || amount === null || whole === null ? null : shareOf(amount, whole)
  const local = data.numerator![0] as number | null
  const own = of(local)
  const found = (ratio: number | null) => (ratio === null ? 'no share can be formed' : inTenths(ratio))
  return [
    heading(2, 'Who controls it'),
    text(
      own === null
        ? `Under “${definition.name}” ${found(own)} for ${name}.`
        : `${found(own)} of what is spent in ${name} is under local control: ${inMoney(local)} of ${inMoney(whole)}, where local means “${definition.name}” (${definition.meaning}). Another definition gives another share.`,
    ),
    table(
      'The spectrum of local control',
      [
        words('Class', 40),
        words('Counted as local', 18),
        figures('Spending', 24),
        figures('Share of total', 18),
      ],
      [
        ...classes.map(({ class: at, name: called }): Cell[] => {
          const amount = data[`class_${at}`]![0] as number | null
          return [
            `${at} ${called}`,
            definition.classes.includes(at) ? 'Yes' : 'No',
            pounds(amount),
            share(of(amount)),
          ]
        }),
        ['Total', '[z]', pounds(whole), share(whole === null ? null : of(whole))],
      ],
      { total: true },
    ),
    table(
      'The share under each definition of local control',
      [words('Definition', 26), words('Meaning', 36), figures('Local', 22), figures('Share', 16)],
      definitions.map((one) => [one.name, one.meaning, pounds(one.numerator), share(of(one.numerator))]),
    ),
  ]
}

function reconciled({ whole, national, year }: PlaceFigures): Block[] {
  const found = whole.control ?? national
  if (!found) return [text('No published total covers this question, so none stands beside it.')]
  const unstepped = found.compiled - found.published - sum(found.bridge.map(({ amount }) => amount))
  return [
    text(
      whole.control
        ? 'A published total covers exactly this question.'
        : `No published total covers this place alone. The count it is taken from reconciles to the country's published total for ${year} as follows.`,
    ),
    table(
      'Reconciliation to a published total',
      [words('Measure', 64), figures('Figure', 36)],
      [
        [`Published: ${found.covers}`, inPounds(found.published)],
        ...found.bridge.map(({ label, amount }): Cell[] => [label, inPounds(amount)]),
        ...(unstepped === 0 ? [] : [['Not accounted for by any step', inPounds(unstepped)] satisfies Cell[]]),
        ['Compiled in the count', inPounds(found.compiled)],
      ],
      { total: true },
    ),
    text(
      found.unexplained === 0
        ? 'No pound of the difference is left unexplained.'
        : `Of the steps above, taken together, ${inPounds(found.unexplained)} is explained by nobody. It is in them already, and is not to be added again.`,
    ),
  ]
}

function missing({ whole }: PlaceFigures): Block[] {
  const { missing: returns, own_returns: own } = whole.coverage
  return [
    heading(2, 'What is missing'),
    ...(returns.length === 0
      ? [
          text(
            own.length === 0
              ? 'No return is known to be missing for this place and year.'
              : 'No other return is known to be missing for this place and year.',
          ),
        ]
      : [
          text('These returns were not made. They are left out of every total, never counted as zero.'),
          table(
            'Returns not made',
            [words('Place', 22), words('Body', 28), words('What', 18), words('Why', 32)],
            returns.map(({ place_name, agency_name, what, why }) => [place_name, agency_name, what, why]),
          ),
        ]),
    ...(own.length === 0
      ? []
      : [
          text(`${ownInWords(own)}. They may be a part of what was spent.`),
          table(
            'Returns not made for which own figures are counted',
            [words('Place', 22), words('Body', 28), words('What', 18), words('Why', 32)],
            own.map(({ place_name, agency_name, what, why }) => [place_name, agency_name, what, why]),
          ),
        ]),
  ]
}

/** What is spent in the place, by whom, under whose control, how it reconciles and what is missing. */
export function placeInFigures(given: Given, place: PlaceFigures): Block[] {
  const { total, population } = place.whole
  const head = total === null || !population ? null : total / population
  return [
    text(
      total === null
        ? `The count holds no figure for ${place.name} in ${place.year}.`
        : `${inMoney(total)} was spent in ${place.name} in ${place.year} by the bodies counted${head === null ? '' : `, ${inPounds(head)} a head`}. Money is counted once, where it is finally spent.`,
    ),
    ...coverage(place),
    ...pictured(given, 'map'),
    heading(2, 'Who spends it'),
    table('Spending by sector', spendColumns('Sector'), grouped(place.sectors, 'sector', 99), {
      total: true,
    }),
    ...pictured(given, 'sectors'),
    table('Spending by agency', spendColumns('Agency'), grouped(place.agencies, 'agency', MOST_AGENCIES), {
      total: true,
    }),
    ...control(place),
    ...pictured(given, 'spectrum'),
    heading(2, 'How the count reconciles'),
    ...reconciled(place),
    ...missing(place),
  ]
}
