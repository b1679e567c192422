import type { SpendReply } from '../../api/contract.ts'
import { returnsNotMade } from '../../count/returns-not-made.ts'
import { shareOf } from '../../count/share.ts'
import { inFigures } from '../in-figures.ts'
import { inMoney, inPlaces, inPounds, inTenths } from '../in-money.ts'
import { GRADES } from '../marks.ts'
import type { Given, PlaceFigures } from './given.ts'
import {
  ask,
  askCell,
  type Block,
  type Cell,
  figures,
  heading,
  note,
  prompt,
  table,
  text,
  words,
} from './paper.ts'
import { nameOf, sum } from './partners.ts'
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
        ['Explained by nobody', inPounds(found.unexplained)],
        ['Compiled in the count', inPounds(found.compiled)],
      ],
      { total: true },
    ),
  ]
}

function missing({ whole }: PlaceFigures): Block[] {
  const { missing: returns } = whole.coverage
  return [
    heading(2, 'What is missing'),
    ...(returns.length === 0
      ? [text('No return is known to be missing for this place and year.')]
      : [
          text('These returns were not made. They are left out of every total, never counted as zero.'),
          table(
            'Returns not made',
            [words('Place', 22), words('Body', 28), words('What', 18), words('Why', 32)],
            returns.map(({ place_name, agency_name, what, why }) => [place_name, agency_name, what, why]),
          ),
        ]),
  ]
}

function ofPlace(given: Given, place: PlaceFigures): Block[] {
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

/** What each partner spends in the place today, where the count has a body called the same. */
function baselines(given: Given): Block[] {
  const { reply, scenario, place } = given
  const spending = (name: string): number | null => {
    const at = place?.agencies.data.agency_name?.indexOf(name) ?? -1
    return at < 0 ? null : (place!.agencies.data.amount![at] as number | null)
  }
  const lines = (id: string): Cell => {
    const found = scenario.pot.contributions.flatMap((one) =>
      one.kind === 'line' && one.partner === id
        ? [`${one.line.id}: ${inPounds(one.line.amount)} a year`]
        : [],
    )
    return found.length > 0 ? found.join('; ') : askCell('name the budget lines this partner would commit')
  }
  return [
    table(
      'Partners and their baselines',
      [words('Partner', 26), words('Spends today in the place', 36), words('Lines it could commit', 38)],
      reply.partners.map((id) => {
        const own = spending(nameOf(given, id))
        return [
          nameOf(given, id),
          own === null
            ? ['[x] ', prompt('give this partner’s spending on the need')]
            : `${inPounds(own)} in ${place!.year}`,
          lines(id),
        ]
      }),
    ),
    note(
      'A partner’s spending is shown where the count has a body of exactly the same name, in the prices of the count above.',
    ),
  ]
}

function theory(given: Given): Block[] {
  const { reply, scenario } = given
  const people = (value: number) => inPlaces(value, value >= 100 ? 0 : 1)
  const rows = scenario.outcomes.flatMap((outcome, at): Cell[][] => {
    const steps = reply.outcomes[at]!.steps
    if (!steps || outcome.effect.kind === 'total') return []
    return [
      [
        outcome.name,
        inFigures(outcome.effect.population),
        ...[steps.target, steps.engaged, steps.successes, steps.attributable].map(people),
      ],
    ]
  })
  const totals = scenario.outcomes.filter(({ effect }) => effect.kind === 'total').map(({ name }) => name)
  return [
    heading(2, 'Theory of change'),
    ask('say how the activities lead to each outcome, and what else must happen for it to hold'),
    ...(rows.length > 0
      ? [
          table(
            'From people in scope to outcomes due to the programme',
            [
              words('Outcome', 30),
              figures('In scope', 14),
              figures('With the need', 14),
              figures('Take part', 14),
              figures('Succeed', 14),
              figures('Due to it', 14),
            ],
            rows,
          ),
        ]
      : []),
    ...(totals.length > 0
      ? [
          text(
            `Given as a total, with no chain from people to outcomes behind it: ${totals.join('; ')}. `,
            prompt('give the population, take-up and success behind each total'),
          ),
        ]
      : []),
  ]
}

/** The strategic case: what is spent, by whom, under whose control, and what the programme is for. */
export function strategic(given: Given): Block[] {
  const { scenario, place, strangers } = given
  return [
    heading(1, 'Strategic case'),
    heading(2, 'Context: what is spent here'),
    ...(place
      ? ofPlace(given, place)
      : [
          text(
            strangers.length > 0
              ? 'The count holds none of the places the scenario names, so nothing is said of spending there.'
              : 'The scenario names no place, so nothing is said of spending there. ',
            prompt('choose the places the programme is for'),
          ),
        ]),
    heading(2, 'The partners today'),
    ...baselines(given),
    heading(2, 'Business as usual and the need'),
    ask('say what happens if nothing is done, to whom, and how it is known'),
    heading(2, 'Objectives and measures'),
    table(
      'Objectives and measures',
      [words('Outcome', 30), words('Objective', 40), words('Measure', 30)],
      scenario.outcomes.map(({ name }) => [
        name,
        askCell('one specific, timed objective'),
        askCell('the measure and its publication'),
      ]),
    ),
    ...theory(given),
    heading(2, 'Scope, dependencies and constraints'),
    ask('say what is in and out of scope, what the programme depends on, and what constrains it'),
    ...(scenario.summary ? [heading(2, 'What the authors say of it'), text(scenario.summary)] : []),
  ]
}
