import type { Count } from '../api-types.ts'

/** Years a year can be compared with: those counted alike, itself apart. */
export function yearsAlike(known: Pick<Count, 'financial_years'>, year: string): string[] {
  const coverage = known.financial_years.find((one) => one.year === year)?.coverage
  return known.financial_years
    .filter((one) => one.coverage === coverage && one.year !== year)
    .map((one) => one.year)
}
