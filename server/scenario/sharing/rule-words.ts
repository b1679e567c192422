import type { Rule } from './rules.ts'

/** Sharing rules as docs/economics.md calls them; the workbook's formulas match these words. */
export const RULE_WORDS: Readonly<Record<Rule, string>> = {
  liesWhereItFalls: 'Lies where it falls',
  byContribution: 'By contribution',
  byBenefit: 'By benefit',
  equalSplit: 'Equal split',
  shapley: 'Shapley value',
  nucleolus: 'Nucleolus',
  waterfall: 'Waterfall',
  freeRideProof: 'Free-ride-proof',
  byHand: 'Your split',
}
