import type { Catalogue } from '../count/catalogue.ts'

/** Persons of places together in a year; null where there are none, or any place's is not known. */
export function personsIn(catalogue: Catalogue, codes: readonly string[], year: string): number | null {
  const counts = codes.map((code) => catalogue.persons(code, year)?.persons)
  if (counts.length === 0 || counts.includes(undefined)) return null
  return counts.reduce<number>((sum, persons) => sum + persons!, 0)
}
