import { inFigures } from '../in-figures.ts'
import { inPlaces, inPounds, inTenths } from '../in-money.ts'
import type { Given } from './given.ts'
import { ask, askCell, type Block, type Cell, heading, prompt, table, text, words } from './paper.ts'
import { inForce, nameOf, sum } from './partners.ts'
import { risksOf } from './risks.ts'
import { STATUSES } from './terms-in-words.ts'
import { inYear, yearOf } from './years.ts'

type Outcome = Given['scenario']['outcomes'][number]

const people = (value: number) => inPlaces(value, value >= 100 ? 0 : 1)

/** When an outcome's money comes: its first year and its best. */
export function whenOf(flow: readonly number[]): string {
  const first = flow.findIndex((amount) => amount !== 0)
  if (first < 0) return 'No money in any year'
  const most = Math.max(...flow)
  return `First in ${inYear(first)}; most in ${inYear(flow.indexOf(most))}`
}

function baseline({ effect }: Outcome, target: number | undefined): Cell {
  if (effect.kind === 'total') return askCell('the value today')
  const need = `${people(target ?? 0)} with the need`
  if (effect.kind === 'chain')
    return `${need}; ${inTenths(effect.deadweight)} of successes would happen anyway`
  return `${need}; ${inTenths(effect.without)} succeed without the programme`
}

function targetOf({ effect, value }: Outcome, attributable: number | undefined): string {
  if (effect.kind === 'total') return `${inPounds(value.fiscal)} in all, prices of ${value.priceYear}`
  return `${people(attributable ?? 0)} due to the programme`
}

export const sourceOf = ({ provenance }: Outcome): Cell => {
  if (!provenance) return askCell('give the source')
  const { status, source, note } = provenance
  return [STATUSES[status], source, note].filter(Boolean).join('. ')
}

/** A row an outcome: who owns it, how it is measured, from what to what, when, and what of it is cashable. */
export function register(given: Given): Block {
  const { scenario, reply } = given
  return table(
    'Benefits register',
    [
      words('Outcome', 14),
      words('Owner', 11),
      words('Measure', 11),
      words('Baseline', 13),
      words('Target', 13),
      words('When', 10),
      words('Reaches, and cashable share', 15),
      words('Source', 13),
    ],
    scenario.outcomes.map((outcome, at): Cell[] => {
      const { steps, fiscal } = reply.outcomes[at]!
      return [
        outcome.name,
        askCell('named officer'),
        outcome.effect.kind === 'total'
          ? askCell('the measure')
          : ['People with the outcome. ', prompt('data source')],
        baseline(outcome, steps?.target),
        targetOf(outcome, steps?.attributable),
        whenOf(fiscal),
        outcome.split
          .map(
            ({ partner, share, cashable }) =>
              `${nameOf(given, partner)} ${inTenths(share)}, of which ${inTenths(cashable)} cashable`,
          )
          .join('; '),
        sourceOf(outcome),
      ]
    }),
  )
}

function milestones(given: Given): Block {
  const { reply } = given
  const spend = reply.flows.total.investment
  const firstIn = (rows: readonly number[]) => rows.findIndex((amount) => amount !== 0)
  const first = firstIn(spend)
  const last = spend.findLastIndex((amount) => amount !== 0)
  const benefit = firstIn(reply.flows.total.cashable)
  const back = reply.financial.cashable.payback.discounted.sustained
  const split = inForce(given)
  const settled = split
    ? firstIn(
        split.transfers.reduce(
          (all, row) => all.map((x, t) => x + Math.abs(row[t]!)),
          spend.map(() => 0),
        ),
      )
    : -1
  const row = (what: string, year: number | null): Cell[] => [
    what,
    year === null || year < 0 ? `Not within ${reply.years} years` : yearOf(year),
    askCell('date and owner'),
  ]
  return table(
    'Milestones the figures imply',
    [words('Milestone', 46), words('Year', 22), words('Date and owner', 32)],
    [
      row('First money in', first),
      row('Last money in', last),
      row('First cashable benefit', benefit),
      row('First transfer between partners', settled),
      row('Cashable payback, discounted, for good', back),
    ],
  )
}

/** The management case up to its plan; the register and the risks are wide and stand apart. */
export function management(given: Given): Block[] {
  return [
    heading(1, 'Management case'),
    heading(2, 'Governance'),
    ask('name the accountable body, the board, its members and what each may decide'),
    heading(2, 'Plan and milestones'),
    milestones(given),
    heading(2, 'Change control'),
    ask('say how a change to contributions, outcomes or the sharing rule is agreed and recorded'),
  ]
}

/** The register of benefits and the register of risks, and how it will be known whether it worked. */
export function registers(given: Given): Block[] {
  const { reply, scenario } = given
  const gross = sum(reply.flows.total.gross)
  const cashable = sum(reply.flows.total.cashable)
  return [
    heading(2, 'Benefits realisation'),
    text(
      `${inFigures(scenario.outcomes.length)} ${scenario.outcomes.length === 1 ? 'outcome' : 'outcomes'}, worth ${inPounds(gross)} gross and ${inPounds(cashable)} cashable over ${reply.years} ${reply.years === 1 ? 'year' : 'years'}, undiscounted, in prices of ${scenario.priceBase}.`,
    ),
    register(given),
    heading(2, 'Risks'),
    table(
      'Risk register',
      [
        words('Risk', 17),
        words('What the figures say', 33),
        words('Likelihood', 11),
        words('Impact', 11),
        words('Owner', 11),
        words('What is done about it', 17),
      ],
      [
        ...risksOf(given).map(([risk, says]): Cell[] => [
          risk,
          says,
          askCell('judge'),
          askCell('judge'),
          askCell('name'),
          askCell('say'),
        ]),
        [
          askCell('add risks the figures cannot show'),
          '[z]',
          askCell('judge'),
          askCell('judge'),
          askCell('name'),
          askCell('say'),
        ],
      ],
    ),
    heading(2, 'Evaluation'),
    table(
      'Evaluation plan',
      [words('Outcome', 22), words('Compared with', 26), words('Data', 26), words('When and by whom', 26)],
      scenario.outcomes.map(({ name }) => [
        name,
        askCell('the comparison group or counterfactual'),
        askCell('what is collected, and from when'),
        askCell('dates and evaluator'),
      ]),
    ),
  ]
}
