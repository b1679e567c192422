import type { Way } from './graph.ts'

export interface MatrixRow {
  decides: string
  holds: string
  spender: string
  /** Pounds by division; null where no money takes that way. */
  cells: (number | null)[]
  total: number
}

export interface Matrix {
  divisions: string[]
  rows: MatrixRow[]
  totals: number[]
  total: number
}

const ORDER = ['elected_local', 'duty', 'joint', 'local_board', 'national', 'statute']
const place = (code: string) => ORDER.indexOf(code)

/** The picture's twin: every way, what is below nothing too, by who decides, holds and spends, across what it is spent on. */
export function matrixOf(ways: readonly Way[]): Matrix {
  const divisions = [...new Set(ways.map(({ division }) => division))].sort(
    (a, b) => Number(a) - Number(b) || (a < b ? -1 : 1),
  )
  const rows = new Map<string, MatrixRow>()
  for (const { decides, holds, spender, division, amount } of ways) {
    const key = [decides, holds, spender].join('|')
    const row = rows.get(key) ?? { decides, holds, spender, cells: divisions.map(() => null), total: 0 }
    rows.set(key, row)
    const at = divisions.indexOf(division)
    row.cells[at] = (row.cells[at] ?? 0) + amount
    row.total += amount
  }
  const ordered = [...rows.values()].sort(
    (a, b) => place(a.decides) - place(b.decides) || place(a.holds) - place(b.holds) || b.total - a.total,
  )
  const totals = divisions.map((_, i) => ordered.reduce((sum, row) => sum + (row.cells[i] ?? 0), 0))
  return { divisions, rows: ordered, totals, total: totals.reduce((sum, one) => sum + one, 0) }
}
