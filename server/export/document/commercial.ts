import { inPounds, inTenths } from '../in-money.ts'
import { RULE_MEANINGS, RULE_WORDS } from '../sharing-rules.ts'
import type { Given } from './given.ts'
import { mechanisms } from './mechanisms.ts'
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
import { nameOf, sum, yearly } from './partners.ts'
import { pictured } from './pictured.ts'
import { BASES, LOSS_RULES } from './terms-in-words.ts'
import { inYear, yearOf } from './years.ts'

/** How a partner's contribution is worked out, in words. */
function contributionsInWords(given: Given, id: string): Cell {
  const { contributions, passedOn } = given.scenario.pot
  const found = contributions
    .filter(({ partner }) => partner === id)
    .map((one) => {
      if (one.kind === 'share') return `${inTenths(one.share)} of what fixed contributions leave of the cost`
      const all = inPounds(sum(one.amounts))
      return one.kind === 'amounts'
        ? `Fixed amounts, ${all} in all`
        : `${all} in all from ${one.line.name ?? one.line.id}, which is ${inPounds(one.line.amount)} a year`
    })
  const passed = passedOn
    .filter(({ to }) => to === id)
    .map(({ from, share }) => `pays ${inTenths(share)} of the contribution of ${nameOf(given, from)}`)
  const all = [...found, ...passed]
  return all.length > 0 ? all.join('; ') : 'No contribution'
}

/** What each partner puts in, on what basis, in pounds of the price base. */
export function contributionTable(given: Given): Block {
  const { partners, flows } = given.reply
  const put = (id: string) => flows.partners[id]!
  return table(
    'Contributions to the pool',
    [
      words('Partner', 24),
      words('Basis', 28),
      figures('Money, all years', 16),
      figures('In kind, all years', 14),
      words('Payment terms', 18),
    ],
    [
      ...partners.map((id): Cell[] => [
        nameOf(given, id),
        contributionsInWords(given, id),
        inPounds(sum(put(id).investment)),
        inPounds(sum(put(id).inKind)),
        askCell('dates and notice'),
      ]),
      [
        'All partners',
        '[z]',
        inPounds(sum(flows.total.investment)),
        inPounds(sum(flows.total.inKind)),
        '[z]',
      ],
    ],
    { total: true },
  )
}

/** The pot's rules as the scenario sets them. */
export function dealTable(given: Given): Block {
  const { scenario, reply } = given
  const { pot, sharing } = scenario
  const receipts = sum(pot.receipts ?? [])
  return table(
    'The deal',
    [words('Term', 30), words('As the scenario sets it', 70)],
    [
      ['Holding body', pot.holder ?? askCell('name the body that holds the pot')],
      ['Balance on opening', inPounds(pot.opening)],
      ['Other money in, all years', receipts === 0 ? 'None' : inPounds(receipts)],
      [
        'Paid back into the pot',
        pot.recycled === 0
          ? 'Nothing: benefits are not recycled'
          : `${inTenths(pot.recycled)} of each year’s cashable benefit, the year after`,
      ],
      ['Benefits shared', BASES[sharing.basis]],
      [
        'Sharing rule in force',
        `${RULE_WORDS[reply.sharing.rule]}. ${RULE_MEANINGS[reply.sharing.rule]}${
          reply.sharing.rule === sharing.rule
            ? ''
            : ` (${RULE_WORDS[sharing.rule]} was chosen; the loss rule applies)`
        }`,
      ],
      ['If the programme makes a loss', LOSS_RULES[sharing.lossRule]],
      [
        'Contributions in kind',
        sharing.countInKind ? 'Count as cost in sharing' : 'Do not count as cost in sharing',
      ],
      ...pot.otherClaims.map(({ line, pot: other, amount }): Cell[] => [
        `Other claim on ${line}`,
        `${other} takes ${inPounds(amount)} a year from the same line`,
      ]),
      ['Procurement route', askCell('say how providers are chosen')],
      ['Length of the agreement', askCell('give start and end')],
      ['Leaving and entering', askCell('say what a partner that leaves owes and is owed')],
    ],
  )
}

function ledger({ reply }: Given): Block[] {
  const short = reply.ledger.filter(({ shortfall }) => shortfall > 0.005)
  return [
    table(
      'The pot by year',
      [
        words('Year', 11),
        figures('Opening', 15),
        figures('Contributions', 16),
        figures('Other money', 14),
        figures('Paid back', 14),
        figures('Spent', 16),
        figures('To be made up', 14),
        figures('Closing', 15),
      ],
      reply.ledger.map((one) => [
        yearOf(one.year),
        inPounds(one.opening),
        inPounds(one.fixedContributions + one.calledContributions),
        inPounds(one.receipts),
        inPounds(one.recycled),
        inPounds(one.spend),
        inPounds(one.shortfall),
        inPounds(one.closing),
      ]),
    ),
    ...(short.length > 0
      ? [
          text(
            `The pot is short in ${short.map(({ year }) => inYear(year)).join(', ')}: `,
            prompt('say who makes it up, and when'),
          ),
        ]
      : []),
  ]
}

const RISKS = [
  'Benefits fall short of plan',
  'Costs exceed plan',
  'Benefits come late',
  'A partner leaves',
  'Demand is higher than planned',
  'Law or national policy changes',
]

/** The commercial case: the deal, what is paid in and on what terms, and who bears which risk. */
export function commercial(given: Given): Block[] {
  const { flows } = given.reply
  const inKind = flows.total.inKind.some((amount) => amount !== 0)
  return [
    heading(1, 'Commercial case'),
    heading(2, 'The deal'),
    dealTable(given),
    heading(2, 'Contributions and payment'),
    contributionTable(given),
    ...(inKind
      ? yearly(given, 'Contributions in kind by partner and year', (one) => one.inKind)
      : [note('No contribution is in kind.')]),
    note('What each partner puts in year by year stands in the financial case.'),
    heading(2, 'The pot'),
    ...ledger(given),
    ...pictured(given, 'pot'),
    heading(2, 'Terms adopted'),
    ...mechanisms(given),
    heading(2, 'Who bears which risk'),
    table(
      'Risk transfer matrix',
      [words('Risk', 34), words('Borne by', 22), words('How the agreement says so', 44)],
      RISKS.map((risk) => [risk, askCell('which partner'), askCell('clause and cap')]),
    ),
    heading(2, 'Providers and contracts'),
    ask('say what is bought, from whom, on what contract and how it is paid for'),
  ]
}
