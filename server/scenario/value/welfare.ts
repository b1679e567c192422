/** Weight on £1 to a group: median income over the group's, to the elasticity (Green Book, distribution). */
export const distributionalWeight = (median: number, income: number, elasticity: number): number =>
  (median / income) ** elasticity

/** Expected cost of additive risks: the sum of probability times impact. */
export const expectedCost = (risks: readonly { probability: number; impact: number }[]): number =>
  risks.reduce((sum, risk) => sum + risk.probability * risk.impact, 0)

/** Gain in value of land put to a better use: area times the difference in value per unit of area. */
export const landUplift = (area: number, existing: number, future: number): number =>
  area * (future - existing)
