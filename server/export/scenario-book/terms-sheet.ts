import type { TermsResult } from '../../scenario/mechanisms/terms.ts'
import type { TableSheet } from '../book.ts'
import { HOW, PENCE, shaped, yesNo } from './cells.ts'
import type { Material } from './material.ts'

const TERMS: Readonly<Record<TermsResult['kind'], string>> = {
  section75: 'Section 75 overspend',
  payForPerformance: 'Payment for performance (Better Care Fund)',
  justiceReinvestment: 'Justice reinvestment',
  troubledFamilies: 'Troubled Families tariff',
  outcomesFund: 'Outcomes fund top-up',
  gershon: 'Efficiency statement, rules of 2004',
}

function figuresOf(result: TermsResult, partners: readonly string[]): [string, number | string][] {
  const years = (what: string, values: readonly (number | boolean)[]) =>
    values.map((value, t): [string, number | string] => [
      `${what}, year ${t}`,
      typeof value === 'boolean' ? yesNo(value) : value,
    ])
  switch (result.kind) {
    case 'section75':
      return [
        ...result.byPartner.map((amount, i): [string, number] => [`Met by ${partners[i]}`, amount]),
        ['Met by nobody: every cap is reached', result.unmet],
      ]
    case 'payForPerformance':
      return [
        ['Released', result.released],
        ['Retained', result.retained],
      ]
    case 'justiceReinvestment':
      return [
        ['Paid, in steps', result.stepped],
        ['Paid, half of the whole', result.half],
      ]
    case 'troubledFamilies':
      return [
        ...years('Paid on attachment for a family', result.attachment),
        ...years('Paid on results for a family', result.result),
        ['Most that is paid for all families', result.maximum],
      ]
    case 'outcomesFund':
      return [
        ['Paid in all', result.total],
        ['Paid by local bodies', result.local],
      ]
    case 'gershon': {
      const { baseline, target, minimumCashable, achieved, meetsTotal, meetsCashable } = result.statement
      return [
        ['Baseline', baseline],
        ...years('Target', target),
        ...years('Least that must be cashable', minimumCashable),
        ...years('Achieved', achieved),
        ...years('Meets the target', meetsTotal),
        ...years('Meets the cashable part', meetsCashable),
      ]
    }
  }
}

/** What the published mechanisms that the pot has adopted would pay; undefined where it has none. */
export function termsSheet({ result, compiled }: Material): TableSheet | undefined {
  if (result.terms.length === 0) return undefined
  return {
    name: 'Payment terms',
    about: 'What the published mechanisms that the pot has adopted would pay',
    table: 'PaymentTerms',
    columns: [
      { title: 'Mechanism', width: 44 },
      { title: 'Figure', width: 50 },
      { title: 'How', width: 22 },
      { title: 'Amount £ or answer', width: 24 },
    ],
    rows: result.terms.flatMap((term) =>
      figuresOf(term, compiled.partners).map(([figure, value]) => [
        TERMS[term.kind],
        figure,
        HOW.fixed,
        { ...shaped(value, PENCE), look: 'fixed' as const },
      ]),
    ),
  }
}
