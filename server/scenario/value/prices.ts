/** A price index by year, for example '2013-14' -> 73.0337; only ratios matter. */
export interface Deflator {
  id: string
  index: Readonly<Record<string, number>>
  source?: string
  forecastFrom?: string
}

const firstYear = (year: string) => Number(year.slice(0, 4))

/**
 * The index for a year. Beyond the last year the last yearly growth carries on (Green Book, 5.11-5.13).
 *
 * @returns undefined for a year before the series, or not a year at all.
 */
export function priceIndex(deflator: Deflator, year: string): number | undefined {
  const known = deflator.index[year]
  if (known !== undefined) return known
  if (!/^\d{4}(-\d{2})?$/.test(year)) return undefined
  const years = Object.keys(deflator.index).sort()
  const last = years.at(-1)
  const before = years.at(-2)
  if (last === undefined || before === undefined || year.length !== last.length) return undefined
  const beyond = firstYear(year) - firstYear(last)
  if (!(beyond > 0 && beyond <= 100)) return undefined
  const growth = deflator.index[last]! / deflator.index[before]!
  return deflator.index[last]! * growth ** beyond
}

/**
 * Factor that takes money of one price year to another.
 *
 * @throws RangeError for a year the series cannot give.
 */
export function priceFactor(deflator: Deflator, from: string, to: string): number {
  if (from === to) return 1
  const start = priceIndex(deflator, from)
  const end = priceIndex(deflator, to)
  if (start === undefined || end === undefined)
    throw new RangeError(`no price index for ${start === undefined ? from : to}`)
  return end / start
}

/** Value in another price year. */
export const rebase = (amount: number, deflator: Deflator, from: string, to: string): number =>
  amount * priceFactor(deflator, from, to)

/** Real value, after `years` of steady inflation, of an amount fixed in cash. */
export const realAfter = (nominal: number, inflation: number, years: number): number =>
  nominal / (1 + inflation) ** years
