/**
 * Money held back and released as a planned reduction is achieved (Better Care Fund, 2015-16). Release
 * in proportion to achievement, from nothing to the whole, is our assumption: the rule was not published.
 */
export function payForPerformance(
  pot: number,
  planned: number,
  achieved: number,
): { released: number; retained: number } {
  const part = planned > 0 ? Math.min(1, Math.max(0, achieved / planned)) : 0
  const released = pot * part
  return { released, retained: pot - released }
}
