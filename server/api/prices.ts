import { type Deflator, priceFactor, priceIndex } from '../scenario/value/prices.ts'

/** GDP deflators and the publication they are from. */
export interface Deflation {
  readonly deflator: Deflator
  readonly title: string
  readonly publisher: string
  /** ISO date of the publication. */
  readonly published: string
  readonly address: string
  /** How the publication was read. */
  readonly note: string
}

const REAL = 'real:'

/** Base year of prices asked for as real:2017-18; null for cash. */
export const baseOf = (prices: string | undefined): string | null =>
  prices?.startsWith(REAL) ? prices.slice(REAL.length) : null

/** Years prices can be based on, ascending. */
export const yearsOfDeflator = ({ index }: Deflator): string[] => Object.keys(index).sort()

/** Prices a question may ask for. */
export const pricesKnown = ({ deflator }: Deflation) => ({
  has: (prices: string) => prices === 'cash' || baseOf(prices)! in deflator.index,
  why: () => {
    const years = yearsOfDeflator(deflator)
    return `has no base year of the GDP deflator: use real:${years[0]} to real:${years.at(-1)}`
  },
})

/** Factor that takes pounds of a year to the prices asked for; 1 for cash. */
export function factorOf(prices: string | undefined, year: string, deflation?: Deflation): number {
  const base = baseOf(prices)
  if (base === null) return 1
  if (!deflation) throw new Error('real terms were asked of an answer without a deflator')
  return priceFactor(deflation.deflator, year, base)
}

/** What a reply in real terms says of its deflator; null for cash. */
export function deflationOf(prices: string | undefined, years: readonly string[], deflation?: Deflation) {
  const base = baseOf(prices)
  if (base === null || !deflation) return null
  const { deflator, title, publisher, published, address, note } = deflation
  const forecast = (year: string) => deflator.forecastFrom !== undefined && year >= deflator.forecastFrom
  return {
    base,
    title,
    publisher,
    published,
    address,
    note,
    forecast: [base, ...years].some(forecast),
    index: Object.fromEntries([base, ...years].map((year) => [year, priceIndex(deflator, year)!])),
    factors: Object.fromEntries(years.map((year) => [year, factorOf(prices, year, deflation)])),
  }
}
