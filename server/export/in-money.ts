const MINUS = '−'

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
const fixed = (value: number, places: number) => {
  const [whole = '', part] = value.toFixed(places).split('.')
  return grouped(whole) + (part === undefined ? '' : `.${part}`)
}
const signed = (value: number, text: string) => (value < 0 && /[1-9]/.test(text) ? MINUS + text : text)

/** Shown where there is no figure: missing is never zero. */
export const NO_FIGURE = 'no figure'

function magnitude(size: number): string {
  if (size >= 999_950_000) return `£${fixed(size / 1e9, 1)}bn`
  if (size >= 9_950_000) return size >= 999_500_000 ? '£1.0bn' : `£${fixed(size / 1e6, 0)}m`
  if (size >= 999_500) return `£${fixed(size / 1e6, 1)}m`
  return `£${fixed(size, 0)}`
}

/** Pounds as the interface writes them: £8.3bn, £412m, £3.4m, £7,425, −£12m. */
export const inMoney = (pounds: number | null): string =>
  pounds === null ? NO_FIGURE : signed(pounds, magnitude(Math.abs(pounds)))

/** A ratio as a percentage: whole above 1%, one place under it. */
export function inPercent(ratio: number | null): string {
  if (ratio === null) return NO_FIGURE
  const size = Math.abs(ratio) * 100
  if (size > 0 && size < 0.05) return 'under 0.1%'
  return signed(ratio, `${fixed(size, size < 0.95 && size > 0 ? 1 : 0)}%`)
}

/** 2017-18 as GOV.UK writes it: 2017 to 2018. */
export function yearInWords(year: string): string {
  const start = Number(year.slice(0, 4))
  return /^\d{4}-\d{2}$/.test(year) ? `${start} to ${start + 1}` : year
}

/** Pounds to the pound, as an auditor reads them: £412,345,678. */
export const inPounds = (pounds: number): string => signed(pounds, `£${fixed(Math.abs(pounds), 0)}`)

/** Whole pence as pounds and pence: £1,234.56. */
export const inPence = (pence: number): string => signed(pence, `£${fixed(Math.abs(pence) / 100, 2)}`)

/** A ratio as a percentage to one place, for tables. */
export const inTenths = (ratio: number): string => signed(ratio, `${fixed(Math.abs(ratio) * 100, 1)}%`)

/** A number with as many places as it is told, for ratios and quantities. */
export const inPlaces = (value: number, places: number): string =>
  signed(value, fixed(Math.abs(value), places))
