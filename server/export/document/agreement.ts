import { inPounds } from '../in-money.ts'
import { acceptance } from './acceptance.ts'
import { footOf } from './business-case.ts'
import { contributionTable, dealTable } from './commercial.ts'
import { positions, settlement } from './financial.ts'
import { contents, linkOf } from './front.ts'
import type { Given } from './given.ts'
import { sourceOf, whenOf } from './management.ts'
import { mechanisms } from './mechanisms.ts'
import {
  ask,
  askCell,
  type Block,
  type Cell,
  figures,
  heading,
  note,
  type Paper,
  prompt,
  table,
  text,
  words,
} from './paper.ts'
import { inForce, nameOf, sum, yearly } from './partners.ts'
import { pictured } from './pictured.ts'
import { LOSS_RULES } from './terms-in-words.ts'

/** Where a hand writes. */
const LINE = '………………'

function parties(given: Given): Block[] {
  const { reply, scenario, place, about } = given
  return [
    heading(1, 'The agreement'),
    text(
      'A schedule to be attached to an agreement drawn up by the partners’ lawyers: it is not itself a contract. Text in brackets that begins “Prompt” is for the partners to write.',
    ),
    table(
      'Particulars',
      [words('Particular', 30), words('As agreed', 70)],
      [
        ['Programme', scenario.name],
        ['Description', scenario.summary ?? askCell('describe the programme in two sentences')],
        ['Location', place?.name ?? askCell('name the places')],
        [
          'Length',
          [
            `${reply.years} ${reply.years === 1 ? 'year' : 'years'} from year 1. `,
            prompt('which financial year is year 1'),
          ],
        ],
        ['Money', `Pounds in prices of ${scenario.priceBase}`],
        ['Holding body', scenario.pot.holder ?? askCell('name the body that holds the pot')],
        [
          'Scenario',
          about.saved
            ? `${about.saved.name}${about.saved.version === null ? '' : `, version ${about.saved.version}`}`
            : scenario.name,
        ],
        ['Hash of the scenario', about.scenarioHash],
        ['Open the view', [linkOf(given)]],
      ],
    ),
    table(
      'Investors',
      [words('Investor', 30), words('Legal name and address', 40), words('Contact', 30)],
      reply.partners.map((id) => [
        nameOf(given, id),
        askCell('legal name and address'),
        askCell('name and role'),
      ]),
    ),
  ]
}

function sources(given: Given): Block[] {
  const { pot } = given.scenario
  return [
    heading(1, 'Sources and cost'),
    contributionTable(given),
    ...yearly(given, 'Contributions in money by year', ({ investment }) => investment),
    ...(given.reply.flows.total.inKind.some((amount) => amount !== 0)
      ? yearly(given, 'Contributions in kind by year', ({ inKind }) => inKind)
      : [note('No contribution is in kind.')]),
    table(
      'What the money buys',
      [words('Item', 40), words('Kind', 20), figures('All years', 40)],
      given.scenario.investment.map((item): Cell[] => [
        item.name,
        item.kind === 'inKind' ? 'In kind' : item.kind === 'capital' ? 'Capital' : 'Revenue',
        `${inPounds(sum(item.amounts.slice(0, given.reply.years)))} in prices of ${item.priceYear}, before optimism bias`,
      ]),
    ),
    text(
      pot.receipts && sum(pot.receipts) > 0
        ? `Other money: ${inPounds(sum(pot.receipts))}. `
        : 'No other money is planned. ',
      prompt('name aligned streams and outside investment, such as a social outcomes contract'),
    ),
  ]
}

function outcomes(given: Given): Block[] {
  const { scenario, reply } = given
  return [
    heading(1, 'Outcomes and performance'),
    table(
      'Outcomes and measures',
      [
        words('Outcome', 22),
        words('Measure and how it is verified', 24),
        words('Worth to public bodies', 18),
        words('When', 16),
        words('Source', 20),
      ],
      scenario.outcomes.map((outcome, at): Cell[] => [
        outcome.name,
        askCell('measure, data and who verifies it'),
        `${inPounds(sum(reply.outcomes[at]!.fiscal))} over ${reply.years} ${reply.years === 1 ? 'year' : 'years'}, prices of ${scenario.priceBase}`,
        whenOf(reply.outcomes[at]!.fiscal),
        sourceOf(outcome),
      ]),
    ),
    ask('say what happens when a measure is missed'),
  ]
}

function returns(given: Given): Block[] {
  const { scenario } = given
  const { pot, sharing } = scenario
  return [
    heading(1, 'Returns and settlement'),
    dealTable(given),
    ...positions(given),
    ...pictured(given, 'pays-gains'),
    ...acceptance(given, inForce(given)),
    heading(2, 'Settlement schedule'),
    ...settlement(given),
    text(
      'The schedule is of the plan. ',
      prompt('say how it is adjusted to actual benefits, by whom and when'),
    ),
    heading(2, 'Terms adopted'),
    ...mechanisms(given),
    heading(2, 'Reinvestment or repayment'),
    text(
      pot.recycled > 0
        ? 'Part of each year’s cashable benefit is paid back into the pot, as the deal says. '
        : 'No benefit is paid back into the pot: each partner keeps what it ends with. ',
      prompt('say what a partner does with what it receives'),
    ),
    text(`${LOSS_RULES[sharing.lossRule]}. `, prompt('say how a shortfall is made up and capped')),
  ]
}

/** The schedule to an investment agreement: who puts in what, for which outcomes, for what return, settled how. */
export function agreement(given: Given): Paper {
  const { scenario, about, reply } = given
  return {
    title: 'Investment agreement: schedule',
    subtitle: about.saved?.name ?? scenario.name,
    foot: footOf(given),
    day: about.count.compiled,
    scenario,
    chapters: [
      { blocks: [...parties(given), ...contents()] },
      { blocks: sources(given) },
      { blocks: outcomes(given) },
      { blocks: returns(given) },
      {
        blocks: [
          heading(1, 'Milestones, review and signatures'),
          table(
            'Milestones and reviews',
            [words('Milestone or review', 40), words('Date', 25), words('Who decides what', 35)],
            ['Money starts', 'First review', 'First settlement', 'Mid-term review', 'End'].map((what) => [
              what,
              askCell('date'),
              askCell('who, and what may change'),
            ]),
          ),
          ask('say how the agreement is changed, how disputes are settled, and how a partner leaves'),
          table(
            'Signatures',
            [words('Investor', 30), words('Name and role', 26), words('Signature', 26), words('Date', 18)],
            reply.partners.map((id) => [nameOf(given, id), askCell('name and role'), LINE, LINE]),
          ),
        ],
      },
    ],
  }
}
