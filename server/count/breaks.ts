import { ckmeans } from 'simple-statistics'
import type { Catalogue } from './catalogue.ts'
import { shareOf } from './share.ts'

const CLASSES = 5

/** Pounds of a place in each class of control, 1 to 7. */
export interface PlaceClasses {
  readonly place: string
  readonly classes: readonly number[]
}

/** Where the second to the last class of a map begin (natural breaks); fewer where values are few. */
function natural(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null)
  const classes = Math.min(CLASSES, new Set(known).size)
  if (classes < 2) return []
  return ckmeans(known, classes)
    .slice(1)
    .map((cluster) => cluster[0]!)
}

/** Breaks of the map of a year: total in GBP, head in GBP a person, then the share under each definition. */
export function breaksOf(
  year: string,
  rows: readonly PlaceClasses[],
  { definitions, persons }: Catalogue,
): Record<string, number[]> {
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
  const heads = rows.map(({ place, classes }) => {
    const known = persons(place, year)
    return known ? sum(classes) / known.persons : null
  })
  const shares = definitions.map(({ id, classes: counted }) => [
    id,
    natural(rows.map(({ classes }) => shareOf(sum(counted.map((one) => classes[one - 1]!)), sum(classes)))),
  ])
  return {
    total: natural(rows.map(({ classes }) => sum(classes))),
    head: natural(heads),
    ...Object.fromEntries(shares),
  }
}
