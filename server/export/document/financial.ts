import { inMoney, inPence, inPlaces, inPounds, inTenths } from '../in-money.ts'
import { RULE_MEANINGS, RULE_WORDS } from '../sharing-rules.ts'
import { acceptance } from './acceptance.ts'
import { paybackOf, ratioOf } from './front.ts'
import type { Given } from './given.ts'
import { ask, askCell, type Block, type Cell, figures, heading, note, table, text, words } from './paper.ts'
import { inForce, nameOf, part, shortName, sideBySide, sum, yearly } from './partners.ts'
import { pictured } from './pictured.ts'
import { rulesSideBySide } from './rules.ts'
import { sensitivity } from './sensitivity.ts'
import { BASES } from './terms-in-words.ts'
import { yearOf } from './years.ts'

function appraisals({ reply }: Given): Block {
  const { gross, cashable } = reply.financial
  const row = (label: string, pick: (one: typeof gross) => string): Cell[] => [
    label,
    pick(cashable),
    pick(gross),
  ]
  return table(
    'Public money: cashable and gross apart',
    [words('Measure', 40), figures('Cashable', 30), figures('Gross', 30)],
    [
      row('Present value of costs', ({ pvCost }) => inPounds(pvCost)),
      row('Present value of benefits', ({ pvBenefit }) => inPounds(pvBenefit)),
      row('Net present value (plus is a saving)', ({ npv }) => inPounds(npv)),
      row('Benefit for each pound of cost', ({ bcr }) => ratioOf(bcr)),
      row('Equal amount a year after the first', ({ equivalentAnnual }) =>
        equivalentAnnual === null ? '[z]' : inPounds(equivalentAnnual),
      ),
      row('Payback, discounted: first year', ({ payback }) =>
        paybackOf(payback.discounted.first, reply.years),
      ),
      row('Payback, discounted: for good', ({ payback }) =>
        paybackOf(payback.discounted.sustained, reply.years),
      ),
      row('Payback, undiscounted: for good', ({ payback }) =>
        paybackOf(payback.undiscounted.sustained, reply.years),
      ),
      row('Internal rate of return', ({ irr }) => (irr === null ? '[z]' : `${inPlaces(irr * 100, 1)}%`)),
    ],
  )
}

/** What each partner puts in, receives, passes on and ends with, under the rule in force. */
export function positions(given: Given): Block[] {
  const { reply } = given
  const { sharing, partners } = reply
  const split = inForce(given)
  if (!split) return []
  return [
    table(
      `Each partner’s position under the rule in force, ${sharing.basis} benefits, present value`,
      [
        words('Partner', 18),
        figures('Puts in', 15),
        figures('Benefit reaching it', 17),
        figures('Transfer', 17),
        figures('Net', 15),
        figures('Back for each pound', 9),
        figures('Payback, discounted', 12),
      ],
      [
        ...partners.map((id, at): Cell[] => [
          nameOf(given, id),
          inPounds(sharing.pvCost[at]!),
          inPounds(sharing.pvBenefit[at]!),
          inPounds(split.pvTransfer[at]!),
          inPounds(split.nets[at]!),
          ratioOf(split.returnPerPound[at]!),
          paybackOf(split.payback.discounted[at]!.sustained, reply.years),
        ]),
        [
          'All partners',
          inPounds(sum(sharing.pvCost)),
          inPounds(sum(sharing.pvBenefit)),
          inPounds(sum(split.pvTransfer)),
          inPounds(sharing.npv),
          '[z]',
          '[z]',
        ],
      ],
      { total: true },
    ),
    note('A transfer is money received (plus) or paid (minus). Transfers add up to nothing.'),
  ]
}

/** What is settled between partners, year by year, in whole pence. */
export function settlement(given: Given): Block[] {
  const { reply } = given
  const split = inForce(given)
  if (!split) return [text('No settlement: the rule in force cannot be used.')]
  const { partners, years } = reply
  if (split.settlement.every((row) => row.every((pence) => pence === 0)))
    return [text('Nothing is settled: under this rule no money changes hands.')]
  const groups = sideBySide(partners)
  return [
    ...groups.map((group, index) => {
      const last = index === groups.length - 1
      const all = (year: number) => sum(split.settlement.map((row) => row[year]!))
      return table(
        `Settlement between partners by year, to the penny${part(index, groups.length)}`,
        [
          words('Year', 11),
          ...group.map((at) => figures(shortName(given, partners[at]!), 17)),
          ...(last ? [figures('All partners', 13)] : []),
        ],
        [
          ...Array.from({ length: years }, (_, year) => [
            yearOf(year),
            ...group.map((at) => inPence(split.settlement[at]![year]!)),
            ...(last ? [inPence(all(year))] : []),
          ]),
          [
            'All years',
            ...group.map((at) => inPence(sum(split.settlement[at]!))),
            ...(last ? [inPence(sum(split.settlement.map(sum)))] : []),
          ],
        ],
        { total: true },
      )
    }),
    note(
      `Pounds in prices of ${reply.priceBase}, undiscounted. Received is plus, paid is minus. Every year adds up to nothing exactly.`,
    ),
  ]
}

function leaks({ reply }: Given): string {
  const { leakage } = reply.financial
  if (leakage === null) return 'No benefit is counted, so none can fall to a partner that puts in nothing.'
  return leakage === 0
    ? 'No benefit falls to a partner that puts in nothing.'
    : `${inTenths(leakage)} of the benefit falls to partners that put in nothing.`
}

/** The financial case: public money by partner and year, the sharing rule, its transfers and its tests. */
export function financial(given: Given): Block[] {
  const { reply, scenario } = given
  const { sharing } = reply
  const split = inForce(given)
  const refused = sharing.rules.find(({ rule }) => rule === sharing.rule)!
  return [
    heading(1, 'Financial case'),
    text(
      'Whether public bodies get their money back, each of them, and when. Values to people and business are not in this case.',
    ),
    heading(2, 'Public money in all'),
    appraisals(given),
    text(leaks(given)),
    heading(2, 'Affordability by partner and year'),
    note(
      `Pounds in prices of ${scenario.priceBase}, undiscounted, optimism bias included. Cash budgets need inflation added.`,
    ),
    ...yearly(given, 'What each partner puts in, by year', ({ investment }) => investment),
    ...yearly(given, 'Cashable benefit reaching each partner, by year', ({ cashable }) => cashable),
    ...yearly(given, 'Gross benefit reaching each partner, by year', ({ gross }) => gross),
    ...yearly(given, 'Transfers between partners, by year', ({ transfers }) => transfers),
    ...yearly(
      given,
      `Net position of each partner, by year (${scenario.sharing.basis} benefits)`,
      ({ net }) => net,
    ),
    ...pictured(given, 'cumulative'),
    heading(2, 'The sharing rule in force'),
    text(
      { strong: `${RULE_WORDS[sharing.rule]}. ` },
      RULE_MEANINGS[sharing.rule],
      ' ',
      `${BASES[sharing.basis]}.`,
    ),
    ...(split
      ? positions(given)
      : [text('The rule in force cannot be used: ', refused.available ? '' : refused.reason)]),
    ...pictured(given, 'pays-gains'),
    heading(2, 'Would the deal hold'),
    ...acceptance(given, split),
    heading(2, 'Other ways of sharing'),
    text(
      `Every rule shares out the same ${inMoney(sharing.npv)} of net present value, so none can beat another for everybody.`,
    ),
    ...rulesSideBySide(given),
    heading(2, 'Settlement'),
    ...settlement(given),
    heading(2, 'How sure the figures are'),
    ...sensitivity(given),
    heading(2, 'Funding and accounting'),
    ask('say where each contribution comes from, its budget line, and how it is accounted for'),
    heading(2, 'Statement of support'),
    table(
      'Statement of support',
      [words('Partner', 30), words('Finance director', 28), words('Statement', 28), words('Date', 14)],
      reply.partners.map((id) => [
        nameOf(given, id),
        askCell('name'),
        askCell('words of support and any condition'),
        askCell('date'),
      ]),
    ),
  ]
}
