import type { Count } from '../api-types.ts'

/** What tells a year of nothing but own figures from one of recorded lines. */
export type KnownYears = Pick<Count, 'financial_years' | 'amendments' | 'control_totals'>

/** Whether a year holds nothing but own figures: no return of it is in the count, and no published total. */
export const ownOnly = (known: KnownYears | null | undefined, year: string): boolean =>
  known?.financial_years.find((one) => one.year === year)?.coverage === 'recorded' &&
  known.amendments.some(({ years }) => years.includes(year)) &&
  !known.control_totals.some((total) => total.year === year && total.kind !== 'own')
