import type { Count } from './api-types.ts'
import type { Measure } from './state/state.ts'

/** 2017-18 as GOV.UK writes it: 2017 to 2018. */
export function yearInWords(year: string) {
  const start = Number(year.slice(0, 4))
  return `${start} to ${start + 1}`
}

/** The base year of prices written as real:2017-18; null for cash. */
export const baseYear = (prices: string) => (prices.startsWith('real:') ? prices.slice(5) : null)

/** Prices as the question says them: cash prices, prices of 2024 to 2025; a forecast is called one. */
export function pricesInWords(prices: string, { forecast_from }: Count['deflator']) {
  const base = baseYear(prices)
  if (base === null) return 'cash prices'
  const forecast = forecast_from !== null && base >= forecast_from
  return `prices of ${yearInWords(base)}${forecast ? ' (a forecast)' : ''}`
}

export const MEASURE_WORDS: Record<Measure, string> = {
  total: 'total spending',
  head: 'spending a head',
  share: 'share under local control',
}

/** The scope in words: everything counted or recorded lines only, what is left out, and whether budgets stand in. */
export function scopeInWords(count: Count, year: string, without: readonly string[], fill: boolean) {
  const out = count.scope_tags.filter(({ tag }) => without.includes(tag)).map(({ name }) => lower(name))
  const partial = count.financial_years.find((one) => one.year === year)?.coverage === 'recorded'
  const whole = partial ? 'recorded lines only' : 'everything counted'
  const less = `${list(out)} left out`
  const scope = out.length === 0 ? whole : partial ? `${whole}, ${less}` : less
  return fill ? `${scope}, budgets in place of missing returns` : scope
}

export const lower = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

export const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Ends a sentence that may or may not have ended itself. */
export const ended = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

/** a, b and c */
export function list(words: readonly string[]) {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export const GRADES: Record<string, string> = {
  A: 'published for the place',
  B: 'shared out by a measure close to entitlement or need',
  C: 'shared out by a plausible proxy',
  D: 'shared out by population alone',
}

export const BASES: Record<string, string> = { recorded: 'recorded', shared_out: 'shared out' }

export const ECONOMIC: Record<string, string> = {
  current: 'current',
  capital: 'capital',
  transfer_to_people: 'paid to people',
}

/** Who sets the amount of a line and its use. */
export const DECIDES: Record<string, string> = {
  elected_local: 'Elected local bodies freely',
  duty: 'Elected local bodies under duties and ring-fences',
  joint: 'Several bodies by agreement',
  local_board: 'Local boards to national targets',
  national: 'National bodies by programme',
  statute: 'National rules of entitlement',
}

/** Who holds the cash of a line until it is spent. */
export const HOLDS: Record<string, string> = {
  elected_local: 'Elected local bodies',
  local_board: 'Local boards',
  national: 'National bodies',
}
