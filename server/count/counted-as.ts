import type { Catalogue } from './catalogue.ts'

export type CountedAs = 'full' | 'recorded' | 'own'
type Known = Pick<Catalogue, 'financialYears' | 'amendments' | 'controlTotals'>

/**
 * How a year is counted: in full, from recorded lines only, or from nothing but readers' own figures, which no
 * published total is held against; undefined where the count has no such year.
 */
export function countedAs({ financialYears, amendments, controlTotals }: Known, year: string) {
  const coverage: CountedAs | undefined = financialYears.find((one) => one.year === year)?.coverage
  if (coverage !== 'recorded') return coverage
  const published = controlTotals.some((total) => total.year === year && total.kind !== 'own')
  return !published && amendments.some(({ years }) => years.includes(year)) ? 'own' : coverage
}
