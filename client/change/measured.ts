import { change, money, percentTenth, points, pounds } from '../format.ts'
import type { ChangeColumn, Measure, View } from '../state/state.ts'

type Unit = View['unit']

/** The column of /change that a measure of the map shows, in pounds or as a ratio; a share changes in points. */
export function columnOf(measure: Measure, unit: Unit): ChangeColumn {
  if (measure === 'share') return 'share_change'
  const column = measure === 'total' ? 'change' : 'head_change'
  return unit === 'ratio' ? `${column}_ratio` : column
}

/** The key of its breaks, which are the same whichever two years are asked for. */
export const breaksKey = (measure: Measure, unit: Unit) =>
  measure === 'share' || unit === 'amount' ? measure : `${measure}_ratio`

const signed = (value: number, text: string) => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text)

/** A ratio's change with its sign, to one place: +4.1%. */
export const percentChange = (value: number | null) => {
  const text = percentTenth(value)
  return value === null ? text : signed(value, text)
}

/** Pounds with their sign, to the pound: +£110. */
export const poundsChange = (value: number | null) =>
  value === null ? pounds(value) : signed(value, pounds(value))

const moneyChange = (value: number | null) => (value === null ? money(value) : change(value))

const FORMS: Record<ChangeColumn, (value: number | null) => string> = {
  name: String,
  before: money,
  after: money,
  change: moneyChange,
  change_ratio: percentChange,
  head_before: pounds,
  head_after: pounds,
  head_change: poundsChange,
  head_change_ratio: percentChange,
  share_change: points,
}

/** A figure of change in its column's own form, with its sign. */
export const inForm = (value: number | null, column: ChangeColumn) => FORMS[column](value)
