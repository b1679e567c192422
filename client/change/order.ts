import type { ChangeColumn } from '../state/state.ts'
import type { ChangeRow } from './changed.ts'

/** Rows in order; what has no figure stands last either way, so that it is neither a winner nor a loser. */
export function inOrder<Row extends ChangeRow>(
  rows: readonly Row[],
  column: ChangeColumn,
  descending: boolean,
): Row[] {
  const way = descending ? -1 : 1
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || (a.name < b.name ? -1 : 1)
    return (x < y ? -1 : x > y ? 1 : 0) * way || (a.name < b.name ? -1 : 1)
  })
}

/** How many gained, lost and stayed by a measure of change. */
export function gainedAndLost(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null)
  return {
    gained: known.filter((value) => value > 0).length,
    lost: known.filter((value) => value < 0).length,
    unknown: values.length - known.length,
  }
}
