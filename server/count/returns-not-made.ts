import type { MissingReturn } from './reference.ts'

/** Returns that were not made: a body that serves several places has one return and a row for each place. */
export const returnsNotMade = (missing: readonly MissingReturn[]): number =>
  new Set(missing.map(({ year, agency, what }) => `${year} ${agency} ${what}`)).size

/** Own figures that are counted for returns not made, in words; empty where there are none. */
export function ownInWords(own: readonly MissingReturn[]): string {
  const returns = returnsNotMade(own)
  if (returns === 0) return ''
  return returns === 1
    ? '1 return was not made: own figures are counted for it'
    : `${returns} returns were not made: own figures are counted for them`
}
