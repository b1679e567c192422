/**
 * A linear program: minimise `objective` over variables that meet every row. A variable is at least
 * nought unless `free`. Rows are dense, one coefficient a variable.
 */
export interface LinearProgram {
  objective: readonly number[]
  rows: readonly { coefficients: readonly number[]; low?: number; high?: number }[]
  free: readonly boolean[]
}

export type LinearSolution =
  | { status: 'optimal'; variables: number[] }
  | { status: 'infeasible' | 'unbounded' | 'stopped' }

/** Anything that solves a linear program; the economics never chooses which. */
export type Solver = (program: LinearProgram) => LinearSolution
