import { type KnownYears, ownOnly } from '../state/own-year.ts'

/** Years a year can be compared with: those counted alike, itself apart; own figures alone are like none. */
export function yearsAlike(known: KnownYears, year: string): string[] {
  if (ownOnly(known, year)) return []
  const coverage = known.financial_years.find((one) => one.year === year)?.coverage
  return known.financial_years
    .filter((one) => one.coverage === coverage && one.year !== year && !ownOnly(known, one.year))
    .map((one) => one.year)
}
