import type { z } from 'zod'
import type { terms } from '../document/terms.ts'
import { type EfficiencyStatement, efficiencyStatement, gershonBaseline } from './gershon.ts'
import { justiceReinvestment } from './justice-reinvestment.ts'
import { outcomesFund } from './outcomes-fund.ts'
import { payForPerformance } from './pay-for-performance.ts'
import { overspendShares } from './section75.ts'
import { troubledFamilies } from './troubled-families.ts'

export type Terms = z.infer<typeof terms>

/** What adopted terms would pay, in pounds; `byPartner` is in partner order. */
export type TermsResult =
  | { kind: 'section75'; byPartner: number[]; unmet: number }
  | { kind: 'payForPerformance'; released: number; retained: number }
  | { kind: 'justiceReinvestment'; stepped: number; half: number }
  | { kind: 'troubledFamilies'; attachment: number[]; result: number[]; maximum: number }
  | { kind: 'outcomesFund'; total: number; local: number }
  | { kind: 'gershon'; statement: EfficiencyStatement }

/** Works out one of a pot's terms, partners' contributions being their present values of cost. */
export function workOut(
  term: Terms,
  partners: readonly string[],
  contributions: readonly number[],
): TermsResult {
  switch (term.kind) {
    case 'section75': {
      const caps = partners.map((id) => term.caps[id] ?? null)
      const { shares, unmet } = overspendShares(contributions, term.overspend, caps)
      return { kind: term.kind, byPartner: shares, unmet }
    }
    case 'payForPerformance':
      return { kind: term.kind, ...payForPerformance(term.pot, term.planned, term.achieved) }
    case 'justiceReinvestment':
      return {
        kind: term.kind,
        stepped: justiceReinvestment(term, term.reduction, 'stepped'),
        half: justiceReinvestment(term, term.reduction, 'half'),
      }
    case 'troubledFamilies': {
      const tariff = troubledFamilies(term.maxPerFamily, term.attachmentShareByYear, term.deadweight)
      return { ...tariff, kind: term.kind, maximum: tariff.maximum(term.families) }
    }
    case 'outcomesFund':
      return { kind: term.kind, ...outcomesFund(term.fund, term.topUpShare) }
    case 'gershon': {
      const baseline = gershonBaseline(term.budget, term.excluded)
      return { kind: term.kind, statement: efficiencyStatement(baseline, term.rate, term.gains) }
    }
  }
}
