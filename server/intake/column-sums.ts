import { amountOf } from './amount.ts'

/** Columns that add up others, by their number, and those they add up; a part may be a total itself. */
export type Sums = ReadonlyMap<number, readonly number[]>

/** Rows of a hundred that may depart from a sum: releases hold faults. */
const FAULTS = 0.03
const LEAST_ROWS = 3

const figureOf = (cell: string): number => {
  const amount = amountOf(cell, 'point', 1)
  return 'pence' in amount ? Number(amount.pence) / 100 : cell.trim() === '' ? 0 : Number.NaN
}

/** The figures of some columns; not a number where one cannot be read. */
function figures(sample: readonly (readonly string[])[], columns: readonly number[]): number[][] {
  return sample.map((row) => columns.map((at) => figureOf(row[at] ?? '')))
}

/** Rows in which a column is not a sum to within what rounding each part can do; undefined where it is not one in nearly all. */
function departs(
  rows: readonly number[][],
  total: number,
  sums: readonly number[],
  parts: number,
): number | undefined {
  let faults = 0
  let evidence = 0
  for (const [at, row] of rows.entries()) {
    const value = row[total]!
    if (Number.isNaN(value) || Number.isNaN(sums[at]!)) continue
    const room = Number.isInteger(value) ? 0.5 * (parts + 1) : 0.05
    if (Math.abs(value - sums[at]!) > room) {
      faults += 1
      if (faults > rows.length * FAULTS) return undefined
    } else if (Math.abs(value) > 4 * room) evidence += 1
  }
  return evidence >= LEAST_ROWS ? faults : undefined
}

/** Which of the columns are sums of those beside them, read from left to right: totals of sections, and totals of those. */
export function columnSums(
  sample: readonly (readonly string[])[],
  columns: readonly number[],
  saysTotal: (column: number) => boolean,
): Sums {
  const rows = figures(sample, columns)
  const found = new Map<number, readonly number[]>()
  if (rows.length < LEAST_ROWS) return found
  let open: number[] = []
  const blank = (at: number) => rows.every((row) => !row[at])
  const search = (total: number, beside: readonly number[]): number => {
    const sums = rows.map(() => 0)
    let best: { parts: number; faults: number } | undefined
    for (const [count, at] of beside.entries()) {
      for (const [row, values] of rows.entries()) sums[row]! += values[at]!
      const faults =
        count > 0 || saysTotal(columns[total]!) ? departs(rows, total, sums, count + 1) : undefined
      if (faults !== undefined && (!best || faults < best.faults)) best = { parts: count + 1, faults }
    }
    let parts = best?.parts ?? 0
    while (parts > 0 && parts < beside.length && blank(beside[parts]!)) parts += 1
    return parts
  }
  for (const at of columns.keys()) {
    const parts = search(at, open.toReversed())
    if (parts > 0) {
      found.set(
        columns[at]!,
        open.slice(-parts).map((each) => columns[each]!),
      )
      open = open.slice(0, -parts)
    }
    open.push(at)
  }
  for (const [place, at] of open.entries()) {
    if (found.has(columns[at]!) || !saysTotal(columns[at]!)) continue
    const right = open.slice(place + 1)
    const parts = search(at, right)
    if (parts > 1)
      found.set(
        columns[at]!,
        right.slice(0, parts).map((each) => columns[each]!),
      )
  }
  return found
}
