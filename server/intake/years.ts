import { clean } from './clean.ts'

export type DateOrder = 'day-month' | 'month-day'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAY_MS = 86_400_000
/** Day 0 of the 1900 date system, its leap year fault taken in: ECMA-376 part 1, 18.17.4.1. */
const EPOCH = Date.UTC(1899, 11, 30)

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether there is such a day, between 1990 and 2099. */
const real = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1990 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const century = (year: number) => (year < 100 ? 2000 + year : year)

/** Two numbers of a date that could be day and month either way; undefined for text that is not of that kind. */
export function twoNumbers(given: string): readonly [number, number, number] | undefined {
  const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?:[ T].*)?$/.exec(clean(given))
  return found ? [Number(found[1]), Number(found[2]), century(Number(found[3]))] : undefined
}

/** The order of day and month that a whole column allows: the British one unless a month would be over 12. */
export function orderOf(dates: Iterable<string>): DateOrder | 'mixed' {
  let first = false
  let second = false
  for (const date of dates) {
    const numbers = twoNumbers(date)
    if (!numbers) continue
    first ||= numbers[0] > 12
    second ||= numbers[1] > 12
  }
  return first && second ? 'mixed' : second ? 'month-day' : 'day-month'
}

/** A date in any common spelling, or a workbook's serial number; undefined where it is none. */
export function dayOf(given: string, order: DateOrder): Day | undefined {
  const text = clean(given)
  const found = readDay(text, order)
  return found && real(found) ? found : undefined
}

function readDay(text: string, order: DateOrder): Day | undefined {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const numbers = twoNumbers(text)
  if (numbers) {
    const [a, b, year] = numbers
    return order === 'day-month' ? { year, month: b, day: a } : { year, month: a, day: b }
  }
  const worded = /^(?:\w+,? )?(\d{1,2})(?:st|nd|rd|th)?[ \-/]([a-z]{3})[a-z]*[ \-/,]+(\d{4}|\d{2})$/i.exec(
    text,
  )
  if (worded)
    return {
      day: Number(worded[1]),
      month: MONTHS.indexOf(worded[2]!.toLowerCase()) + 1,
      year: century(Number(worded[3])),
    }
  const american = /^([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})$/i.exec(text)
  if (american)
    return {
      month: MONTHS.indexOf(american[1]!.toLowerCase()) + 1,
      day: Number(american[2]),
      year: Number(american[3]),
    }
  const month = /^([a-z]{3})[a-z]*[ \-/](\d{4}|\d{2})$/i.exec(text)
  if (month)
    return { month: MONTHS.indexOf(month[1]!.toLowerCase()) + 1, day: 1, year: century(Number(month[2])) }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const date = new Date(EPOCH + Math.floor(Number(text)) * DAY_MS)
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
  }
  return undefined
}

const written = (first: number) => `${first}-${String((first + 1) % 100).padStart(2, '0')}`

/** The financial year a day lies in: April to March. */
export const yearOfDay = ({ year, month }: Day): string => written(month >= 4 ? year : year - 1)

/** A financial year in any common spelling; `ambiguous` for one number that could begin or end it. */
export function financialYear(given: string): string | 'ambiguous' | 'calendar' | undefined {
  const text = clean(given)
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
  const bare = text
    .replace(/^(?:financial year|fiscal year|fin\.? year|f\.?y\.?|year)[ :.-]*/, '')
    .replace(/\s*\((?:outturn|budget|actual|provisional|final|\d+ weeks)\)$/, '')
  const two = /^(\d{4}|\d{2})\s*(?:[-/_–]|to|and)\s*(\d{4}|\d{2})$/.exec(bare)
  if (two) {
    const [first, last] = [century(Number(two[1])), century(Number(two[2]))]
    return last === first + 1 && first >= 1990 && first < 2099 ? written(first) : undefined
  }
  if (/^(?:cy\s*\d|calendar year)/.test(text)) return 'calendar'
  const ended =
    /^(?:(?:52|53) weeks? (?:to|ended|ending) |y(?:ear)?[ /]?(?:ended?|ending|e) ?(?:to |on )?|y\/e )(.*)$/.exec(
      text,
    )
  if (ended) {
    const day = dayOf(ended[1]!, 'day-month')
    return day && (day.month === 3 || (day.month === 4 && day.day <= 5)) ? written(day.year - 1) : undefined
  }
  const named = /^(?:f\.?y\.?)\s*(\d{4}|\d{2})$/.exec(text)
  if (named) return written(century(Number(named[1])) - 1)
  if (/^(?:19|20)\d{2}$/.test(bare)) return 'ambiguous'
  const joined = /^(20\d{2})(\d{2})$/.exec(bare)
  if (joined && Number(joined[2]) === (Number(joined[1]) + 1) % 100) return written(Number(joined[1]))
  return undefined
}

/** The text of a financial year in a longer one, or of a single year that is all of it. */
export function yearIn(text: string): string | undefined {
  const whole = clean(text)
  if (/^(?:19|20)\d{2}$/.test(whole)) return whole
  const found = /(?<!\d)(?:19|20)\d{2} ?[-/–] ?(?:(?:19|20)\d{2}|\d{2})(?!\d)/.exec(whole)?.[0]
  return found && /^\d{4}-\d{2}$/.test(financialYear(found) ?? '') ? found : undefined
}
