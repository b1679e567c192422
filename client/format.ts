import { format } from 'd3-format'

const whole = format(',.0f')
const tenth = format(',.1f')
const hundredth = format(',.2f')
const MINUS = '−'

/** Shown where there is no figure: missing is never zero. */
export const NO_FIGURE = 'no figure'

function signed(value: number, text: string) {
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text
}

function magnitude(size: number) {
  if (size >= 999_950_000) return `£${tenth(size / 1e9)}bn`
  if (size >= 9_950_000) return size >= 999_500_000 ? '£1.0bn' : `£${whole(size / 1e6)}m`
  if (size >= 999_500) return `£${tenth(size / 1e6)}m`
  return `£${whole(size)}`
}

/** Pounds as read in a sentence: £8.3bn, £412m, £3.4m, £7,425, −£12m. */
export function money(pounds: number | null) {
  return pounds === null ? NO_FIGURE : signed(pounds, magnitude(Math.abs(pounds)))
}

/** Pounds to the pound, as an auditor reads them: £412,345,678. */
export function pounds(value: number | null) {
  return value === null ? NO_FIGURE : signed(value, `£${whole(Math.abs(value))}`)
}

/** Pounds with an explicit sign, for differences: +£728m. */
export function change(value: number) {
  return value > 0 ? `+${money(value)}` : money(value)
}

/** Pounds to the pound with an explicit sign, for differences an auditor adds up: +£1,234. */
export const exactChange = (value: number) => (value > 0 ? `+${pounds(value)}` : pounds(value))

/** A ratio as a percentage: whole above 1%, one place under it. */
export function percent(ratio: number | null) {
  if (ratio === null) return NO_FIGURE
  const size = Math.abs(ratio) * 100
  if (size > 0 && size < 0.05) return 'under 0.1%'
  return signed(ratio, `${size < 0.95 && size > 0 ? tenth(size) : whole(size)}%`)
}

/** A ratio as a percentage to one place, for tables. */
export function percentTenth(ratio: number | null) {
  return ratio === null ? NO_FIGURE : signed(ratio, `${tenth(Math.abs(ratio) * 100)}%`)
}

export function integer(value: number | null) {
  return value === null ? NO_FIGURE : signed(value, whole(Math.abs(value)))
}

/** A driver's weight: whole where it is large, two places where it is small. */
export function weight(value: number | null) {
  if (value === null) return NO_FIGURE
  const size = Math.abs(value)
  return signed(value, size >= 100 || Number.isInteger(value) ? whole(size) : hundredth(size))
}

/** A number to four places, as discount factors are printed. */
export const factor = format('.4f')

/** A distance between places, in standard deviations, to two places. */
export const distance = format('.2f')

/** What figures are multiplied by, to three figures: 0.371. */
export const threeFigures = (value: number) => value.toPrecision(3)

/** A number to as many places as it has, six at the most: 1,234.5. */
export const sixPlaces = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 6 })

/** A ratio's change in percentage points, to one place: +12.3 points. */
export function points(difference: number | null) {
  if (difference === null) return NO_FIGURE
  const text = signed(difference, tenth(Math.abs(difference) * 100))
  return `${difference > 0 && text !== '0.0' ? '+' : ''}${text} points`
}

/** A count of things with its noun: 1 place, 152 places. */
export function counted(value: number, one: string, many = `${one}s`) {
  return `${whole(value)} ${value === 1 ? one : many}`
}

const close = format('.3s')
const SCALES: Record<string, string> = { k: 'k', M: 'm', G: 'bn', T: 'tn' }

/** Pounds to three figures, as a deal is argued over: £93.6m, £8.25m, £306k, £94. */
export function dealMoney(pounds: number | null) {
  if (pounds === null) return NO_FIGURE
  const size = Math.abs(pounds)
  if (size < 9995) return signed(pounds, `£${whole(size < 999.5 ? size : Math.round(size / 10) * 10)}`)
  return signed(pounds, `£${close(size).replace(/[kMGT]$/, (scale) => SCALES[scale]!)}`)
}

/** One unit for a column of pounds, by the largest of them: its name, and how a value is written in it. */
export function poundsIn(most: number) {
  const [unit, by, write] =
    most >= 999_500 ? ['£m', 1e6, hundredth] : most >= 9_995 ? ['£k', 1e3, tenth] : ['£', 1, whole]
  return {
    unit: unit as string,
    write: (value: number) => signed(value, (write as typeof whole)(Math.abs(value) / (by as number))),
  }
}

/** Pounds got back for each pound put in: £3.55. */
export const eachPound = (value: number | null) =>
  value === null ? NO_FIGURE : signed(value, `£${hundredth(Math.abs(value))}`)

/** Whole pence as pounds and pence: £1,234.56. */
export const pence = (value: number) => signed(value, `£${hundredth(Math.abs(value) / 100)}`)

/** Whole pence, as text or beyond what a number holds, as pounds and pence, exactly: £90,071,992,547,409.93. */
export function exactPence(given: string | bigint) {
  const value = BigInt(given)
  const size = value < 0n ? -value : value
  const text = `£${(size / 100n).toLocaleString('en-GB')}.${String(size % 100n).padStart(2, '0')}`
  return value < 0n ? MINUS + text : text
}

/** Bytes of a file as a reader sizes it: 706 kB, 1.2 MB. */
export function fileSize(bytes: number) {
  if (bytes < 999.5) return counted(bytes, 'byte')
  return bytes < 999_500 ? `${whole(bytes / 1000)} kB` : `${tenth(bytes / 1e6)} MB`
}

/** Pounds to the penny: £1,234.56. */
export const poundsPence = (value: number) => signed(value, `£${hundredth(Math.abs(value))}`)

/** A ratio as a percentage to two places, where the change in it is small. */
export const percentHundredth = (ratio: number | null) =>
  ratio === null ? NO_FIGURE : signed(ratio, `${hundredth(Math.abs(ratio) * 100)}%`)

const trimmed = format('.3~s')

/** A round amount on an axis: £6m, £250k. */
export const markMoney = (pounds: number) =>
  signed(
    pounds,
    Math.abs(pounds) < 1000
      ? `£${whole(Math.abs(pounds))}`
      : `£${trimmed(Math.abs(pounds)).replace(/[kMGT]$/, (scale) => SCALES[scale]!)}`,
  )
