import { cell, LayoutError, type Sheet } from './sheet.ts'

const DECIMAL = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/

/** A decimal as published, exactly: digits × 10^-scale. */
function decimal(text: string): { digits: bigint; scale: number } | undefined {
  const match = DECIMAL.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  return {
    digits: sign ? -digits : digits,
    scale: fraction.length - Number(exponent),
  }
}

/** Pounds of a figure published in thousands of pounds, rounded half away from zero; undefined if not a number. */
export function poundsOfThousands(text: string): bigint | undefined {
  const value = decimal(text)
  if (!value) return undefined
  const scale = value.scale - 3
  if (scale <= 0) return value.digits * 10n ** BigInt(-scale)
  const unit = 10n ** BigInt(scale)
  const size = value.digits < 0n ? -value.digits : value.digits
  const rounded = (size + unit / 2n) / unit
  return value.digits < 0n ? -rounded : rounded
}

/** A cell that must hold thousands of pounds, in pounds. */
export function poundsAt(sheet: Sheet, row: number, column: number): bigint {
  const pounds = poundsOfThousands(cell(sheet, row, column))
  if (pounds === undefined)
    throw new LayoutError(
      sheet,
      row,
      column,
      `expected thousands of pounds, found "${cell(sheet, row, column)}"`,
    )
  return pounds
}

/** A cell that must hold a plain number, thousands commas allowed. */
export function numberAt(sheet: Sheet, row: number, column: number): number {
  const text = cell(sheet, row, column).replaceAll(',', '')
  const value = Number(text)
  if (text === '' || !Number.isFinite(value))
    throw new LayoutError(sheet, row, column, `expected a number, found "${cell(sheet, row, column)}"`)
  return value
}
