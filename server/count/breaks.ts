import { ckmeans, quantile } from 'simple-statistics'
import type { Catalogue } from './catalogue.ts'
import { shareOf } from './share.ts'

const CLASSES = 5

/** Pounds of a place in each class of control, 1 to 7. */
export interface PlaceClasses {
  readonly place: string
  readonly year: string
  readonly classes: readonly number[]
}

/** How far beyond the quartiles, in their distance, a value may stand and still shape the classes (Tukey, 1977). */
const FENCE = 1.5

/** Values without outliers: one odd place must not take a class of the map to itself. */
function within(values: readonly number[]): number[] {
  const [low, high] = [quantile([...values], 0.25), quantile([...values], 0.75)]
  const reach = FENCE * (high - low)
  return values.filter((value) => value >= low - reach && value <= high + reach)
}

/**
 * Where the second to the last class of a map begin: natural breaks of the values without outliers, which fall
 * in the first or the last class. Where values are few, all of them shape the classes, and classes are fewer.
 */
function natural(values: readonly (number | null)[]): number[] {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return []
  const inner = within(known)
  const shaping = new Set(inner).size < CLASSES ? known : inner
  const classes = Math.min(CLASSES, new Set(shaping).size)
  if (classes < 2) return []
  return ckmeans(shaping, classes)
    .slice(1)
    .map((cluster) => cluster[0]!)
}

/** A number's first significant digit, and noughts: what a legend of changes can be read by. */
function rounded(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value))
  return Number((Math.round(value / unit) * unit).toPrecision(1))
}

/**
 * Four breaks of a map of change, the same below nothing as above it: half of all changes are nearer to nothing
 * than their inner pair, nine in ten than their outer. None where nothing changed.
 */
export function symmetricBreaks(changes: readonly number[]): number[] {
  const sizes = changes.map(Math.abs).filter((size) => size > 0)
  if (sizes.length === 0) return []
  const inner = rounded(quantile(sizes, 0.5))
  const outer = Math.max(rounded(quantile(sizes, 0.9)), 2 * inner)
  return [-outer, -inner, inner, outer]
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Breaks of the share that the classes counted as local take of each place. */
export const breaksOfShare = (rows: readonly PlaceClasses[], counted: readonly number[]): number[] =>
  natural(rows.map(({ classes }) => shareOf(sum(counted.map((one) => classes[one - 1]!)), sum(classes))))

/** Breaks of maps of some years: total in GBP, head in GBP a person. */
export function breaksOfAmounts(rows: readonly PlaceClasses[], { persons }: Pick<Catalogue, 'persons'>) {
  const heads = rows.map(({ place, year, classes }) => {
    const known = persons(place, year)
    return known ? sum(classes) / known.persons : null
  })
  return { total: natural(rows.map(({ classes }) => sum(classes))), head: natural(heads) }
}

/** The same, then those of the share under each definition. */
export function breaksOf(rows: readonly PlaceClasses[], catalogue: Catalogue): Record<string, number[]> {
  const shares = catalogue.definitions.map(({ id, classes }) => [id, breaksOfShare(rows, classes)])
  return { ...breaksOfAmounts(rows, catalogue), ...Object.fromEntries(shares) }
}
