import { inFigures } from '../in-figures.ts'
import { inPlaces, inPounds } from '../in-money.ts'
import type { Given } from './given.ts'
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
import { nameOf } from './partners.ts'
import { placeInFigures } from './place-in-figures.ts'

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
        ? [`${one.line.name ?? one.line.id}: ${inPounds(one.line.amount)} a year`]
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
      ? placeInFigures(given, place)
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
