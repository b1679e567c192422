import type { EvaluateReply } from '../../api/contract-scenarios.ts'
import type { Terms } from '../../scenario/mechanisms/terms.ts'
import { inFigures } from '../in-figures.ts'
import { inPounds, inTenths } from '../in-money.ts'
import type { Given } from './given.ts'
import { type Block, type Cell, table, text, words } from './paper.ts'
import { nameOf } from './partners.ts'
import { inYear } from './years.ts'

type Worked = EvaluateReply['terms'][number]

const met = (flags: readonly boolean[]) =>
  flags.map((flag, year) => `${inYear(year)} ${flag ? 'met' : 'missed'}`).join(', ')

function gains({ statement }: Extract<Worked, { kind: 'gershon' }>, rate: number): string {
  return `Baseline ${inPounds(statement.baseline)}; target ${inTenths(rate)} of it a year: ${met(statement.meetsTotal)}. At least ${statement.cashableTest} cashable: ${met(statement.meetsCashable)}.`
}

/** One adopted term: what it is called, how it is set, what it comes to. */
function row(given: Given, term: Terms, worked: Worked): Cell[] {
  if (term.kind === 'section75' && worked.kind === 'section75') {
    const shares = worked.byPartner.map(
      (amount, at) => `${nameOf(given, given.reply.partners[at]!)} ${inPounds(amount)}`,
    )
    const unmet =
      worked.unmet > 0.005 ? `; met by nobody, as every cap is reached: ${inPounds(worked.unmet)}` : ''
    const caps = Object.entries(term.caps).map(([id, cap]) => `${nameOf(given, id)} at most ${inPounds(cap)}`)
    return [
      'Overspend of a pooled fund (section 75)',
      `An overspend of ${inPounds(term.overspend)} met by contribution${caps.length > 0 ? `; ${caps.join(', ')}` : ''}`,
      `${shares.join('; ')}${unmet}`,
    ]
  }
  if (term.kind === 'payForPerformance' && worked.kind === 'payForPerformance')
    return [
      'Payment for performance (Better Care Fund)',
      `${inPounds(term.pot)} held back for a reduction of ${inTenths(term.planned)}; ${inTenths(term.achieved)} achieved. Release in proportion is assumed: the rule was not published.`,
      `Released ${inPounds(worked.released)}; retained ${inPounds(worked.retained)}`,
    ]
  if (term.kind === 'justiceReinvestment' && worked.kind === 'justiceReinvestment')
    return [
      'Justice reinvestment',
      `Demand of ${inPounds(term.demandCost)}; nothing below a reduction of ${inTenths(term.threshold)}, nothing more above ${inTenths(term.cap)}; reduction ${inTenths(term.reduction)}`,
      `By the stepped formula ${inPounds(worked.stepped)}; by half of the saving ${inPounds(worked.half)}. The sources differ.`,
    ]
  if (term.kind === 'troubledFamilies' && worked.kind === 'troubledFamilies')
    return [
      'Payment by results (Troubled Families tariff)',
      `Up to ${inPounds(term.maxPerFamily)} a family for ${inFigures(term.families)} families, ${inTenths(term.deadweight)} unpaid as deadweight`,
      `At most ${inPounds(worked.maximum)}; on attachment, then on results, a family: ${worked.attachment
        .map((amount, year) => `${inYear(year)} ${inPounds(amount)} and ${inPounds(worked.result[year]!)}`)
        .join('; ')}`,
    ]
  if (term.kind === 'outcomesFund' && worked.kind === 'outcomesFund')
    return [
      'Outcomes fund',
      `A central fund of ${inPounds(term.fund)} tops up ${inTenths(term.topUpShare)} of outcome payments`,
      `Outcome payments of ${inPounds(worked.total)} in all, ${inPounds(worked.local)} of them local`,
    ]
  if (term.kind === 'gershon' && worked.kind === 'gershon')
    return [
      'Efficiency statement (rules of 2004)',
      `Budget of ${inPounds(term.budget)}, less ${term.excluded.map(inPounds).join(', ') || 'nothing'}`,
      gains(worked, term.rate),
    ]
  throw new Error(`the terms ${term.kind} were answered as ${worked.kind}`)
}

/** The published mechanisms the partners have adopted, and what each comes to. */
export function mechanisms(given: Given): Block[] {
  const { terms } = given.scenario.pot
  if (terms.length === 0) return [text('The scenario adopts no published mechanism of payment.')]
  return [
    table(
      'Mechanisms adopted, and what they come to',
      [words('Mechanism', 24), words('As set', 40), words('Comes to', 36)],
      terms.map((term, at) => row(given, term, given.reply.terms[at]!)),
    ),
  ]
}
