import { inPounds, inTenths } from '../in-money.ts'
import { testsOf } from './acceptance.ts'
import type { Given } from './given.ts'
import { inForce, nameOf } from './partners.ts'
import { inYear, yearOf } from './years.ts'

type Risk = readonly [risk: string, says: string]

function ofReturn({ reply }: Given): Risk[] {
  const { breakEven, sensitivities, sharing, financial } = reply
  const late = sensitivities.find(({ id }) => id === 'two-years-late')
  const { gross, cashable } = financial
  const lost = sharing.npv < 0 ? `As planned the programme loses ${inPounds(-sharing.npv)}.` : null
  return [
    [
      'Benefits fall short of plan',
      breakEven.benefitsFall === null
        ? 'There is no benefit that could fall short.'
        : (lost ??
          `Net present value is nothing when ${sharing.basis} benefits are ${inTenths(breakEven.benefitsFall)} below plan.`),
    ],
    [
      'Costs exceed plan',
      breakEven.costsRise === null
        ? 'There is no cost that could rise.'
        : (lost ??
          `Net present value is nothing when costs are ${inTenths(breakEven.costsRise)} above plan.`),
    ],
    [
      'Benefits come late',
      late
        ? `Two years late, net present value is ${inPounds(late.npv)} against ${inPounds(sharing.npv)}.`
        : 'Not worked out.',
    ],
    [
      'Benefits cannot be taken out of budgets',
      `${inPounds(cashable.pvBenefit)} of ${inPounds(gross.pvBenefit)} in present value is planned to be cashable. No published rule for cashable shares was found.`,
    ],
  ]
}

function ofDeal(given: Given): Risk[] {
  const { reply, scenario } = given
  const split = inForce(given)
  const short = reply.ledger.filter(({ shortfall }) => shortfall > 0.005)
  const ending = scenario.partners.filter(({ lastYear }) => lastYear !== undefined)
  const { leakage } = reply.financial
  return [
    ...(split
      ? testsOf(given, split)
          .slice(0, 4)
          .filter(([, met]) => met === 'No')
          .map(([, , says]): Risk => ['A partner, or a group, does not sign or leaves', says as string])
      : []),
    ...(short.length > 0
      ? [
          [
            'The pot runs out of cash',
            short
              .map(({ year, shortfall }) => `${yearOf(year)}: ${inPounds(shortfall)} to be made up`)
              .join('; '),
          ] as Risk,
        ]
      : []),
    ...(leakage !== null && leakage > 0
      ? [
          [
            'Benefits leak to those who pay nothing',
            `${inTenths(leakage)} of the benefit falls to partners that put in nothing.`,
          ] as Risk,
        ]
      : []),
    ...ending.map(
      ({ id, lastYear, successor }): Risk => [
        'A partner is wound up',
        `${nameOf(given, id)} ends after ${inYear(lastYear!)}${successor === undefined ? ', and no successor is named' : `; its part passes to ${nameOf(given, successor)}`}.`,
      ],
    ),
  ]
}

function ofEvidence({ scenario }: Given): Risk {
  const all = [...scenario.investment, ...scenario.outcomes]
  const known = all.filter(({ provenance }) => provenance?.status === 'published')
  return [
    'The evidence is weaker than it looks',
    `${known.length} of ${all.length} costs and outcomes ${known.length === 1 ? 'is' : 'are'} published; the rest ${all.length - known.length === 1 ? 'is' : 'are'} derived, illustrative, unverified or without a source (appendix A).`,
  ]
}

/** Risks the figures show by themselves, and what they show of each. */
export const risksOf = (given: Given): Risk[] => [...ofReturn(given), ...ofDeal(given), ofEvidence(given)]
