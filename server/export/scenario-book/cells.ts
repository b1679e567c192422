import type { Cell, Formula, Value } from '../book.ts'

export const POUNDS = '£#,##0;-£#,##0'
export const PENCE = '£#,##0.00;-£#,##0.00'
export const SHARE = '0.00%'
export const RATIO = '#,##0.00'
export const WHOLE = '#,##0'
export const FACTOR = '0.000000'

/** How a row comes by its figures: said in words beside it, never by colour alone. */
export const HOW = {
  input: 'input',
  live: 'formula',
  rests: 'formula on a value',
  fixed: 'value, not a formula',
} as const
export type How = (typeof HOW)[keyof typeof HOW]

export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

const quoted = (sheet: string) => (/^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet}'`)

/** A cell of a sheet by column, from 0, and row, from 1. */
export const cellAt = (sheet: string, column: number, row: number): string =>
  `${quoted(sheet)}!$${letterOf(column)}$${row}`

/** A stretch of a column of a sheet. */
export const downFrom = (sheet: string, column: number, first: number, last: number): string =>
  `${cellAt(sheet, column, first)}:$${letterOf(column)}$${last}`

/** A formula with what it comes to; null is not available. */
export const live = (formula: string, value: number | string | null): Formula => ({
  formula,
  value: value ?? '[x]',
})

export const shaped = (value: Value | Formula, format: string, look?: Cell['look']): Cell => ({
  value,
  format,
  ...(look ? { look } : {}),
})

export const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no')
export const known = (value: number | null): number | '[x]' => value ?? '[x]'

/** Text of a formula: quotes within it doubled. */
export const spelt = (text: string): string => `"${text.replaceAll('"', '""')}"`
