import type { MissingReturn } from './reference.ts'

/** Returns that were not made: a body that serves several places has one return and a row for each place. */
export const returnsNotMade = (missing: readonly MissingReturn[]): number =>
  new Set(missing.map(({ year, agency, what }) => `${year} ${agency} ${what}`)).size
