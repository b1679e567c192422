import { type Constraint, solve } from 'yalps'
import type { Solver } from '../scenario/games/lp.ts'

/** Solves small programs in plain JavaScript; gives up after a bounded number of pivots. */
export const yalps: Solver = ({ objective, rows, free }) => {
  const constraints = rows.map((row, r): [number, Constraint] => [
    r,
    row.low !== undefined && row.low === row.high
      ? { equal: row.low }
      : {
          ...(row.low === undefined ? {} : { min: row.low }),
          ...(row.high === undefined ? {} : { max: row.high }),
        },
  ])
  const column = (i: number, sign: number): [number, number][] => {
    const cells: [number, number][] = [[-1, sign * objective[i]!]]
    for (let r = 0; r < rows.length; r += 1) {
      const coefficient = rows[r]!.coefficients[i]!
      if (coefficient !== 0) cells.push([r, sign * coefficient])
    }
    return cells
  }
  // A free variable is the difference of two that are not.
  const variables = objective.flatMap((_, i): [number, [number, number][]][] =>
    free[i]
      ? [
          [2 * i, column(i, 1)],
          [2 * i + 1, column(i, -1)],
        ]
      : [[2 * i, column(i, 1)]],
  )
  const { status, variables: found } = solve(
    { direction: 'minimize', objective: -1, constraints, variables },
    { precision: 1e-11, checkCycles: true, maxPivots: 5000 },
  )
  if (status !== 'optimal')
    return { status: status === 'infeasible' || status === 'unbounded' ? status : 'stopped' }
  const values = new Array<number>(objective.length).fill(0)
  for (const [key, value] of found) values[key >> 1]! += key & 1 ? -value : value
  return { status: 'optimal', variables: values }
}
