import { difference, everyone, type Game, scaleOf, take } from './game.ts'
import { Echelon } from './linear-algebra.ts'
import type { LinearProgram, Solver } from './lp.ts'
import { NoOptimum } from './no-optimum.ts'

const NEAR = 1e-8

/**
 * The nucleolus (Schmeidler 1969): of the allocations that give nobody less than they can make alone,
 * the one whose complaints, sorted from the worst, are smallest. Successive linear programs: make the
 * worst complaint as small as it can be, fix the coalitions that have it in every optimum, go on with
 * the rest. Amounts are then read from the fixed equations, not from the solver, so that they are exact
 * to rounding.
 *
 * @returns the allocation, and whether it is the prenucleolus, which is given where the players alone
 * could make more than all together and nobody's stand-alone amount can be kept.
 * @throws NoOptimum where the solver does not find an optimum.
 */
export function nucleolus(game: Game, solve: Solver): { allocation: number[]; prenucleolus: boolean } {
  const n = game.players.length
  const all = everyone(n)
  const alone = game.players.map((_, i) => game.v[1 << i]!)
  const size = scaleOf(game)
  const worth = Float64Array.from(game.v, (value, mask) => difference(value, take(mask, alone), size))
  const surplus = worth[all]!
  const scale = worth.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (scale === 0) return { allocation: alone, prenucleolus: false }
  const prenucleolus = surplus < -1e-9 * scale
  if (!prenucleolus && surplus <= 1e-9 * scale) return { allocation: alone, prenucleolus }
  const shares = new Search(
    n,
    worth.map((value) => value / scale),
    !prenucleolus,
    solve,
  ).run()
  return { allocation: shares.map((share, i) => alone[i]! + share * scale), prenucleolus }
}

/** One search on a game whose players alone make nothing and whose values are of the order of one. */
class Search {
  private readonly fixed: Echelon
  private readonly equations: Echelon
  private readonly levels: number[] = []
  private readonly known: { mask: number; value: number }[] = []
  private active: number[]

  private readonly n: number
  private readonly worth: Float64Array
  private readonly rational: boolean
  private readonly solve: Solver

  constructor(n: number, worth: Float64Array, rational: boolean, solve: Solver) {
    this.n = n
    this.worth = worth
    this.rational = rational
    this.solve = solve
    this.fixed = new Echelon(n)
    this.equations = new Echelon(2 * n + 1)
    const all = everyone(n)
    this.active = Array.from({ length: all - 1 }, (_, i) => i + 1)
    this.fix(all, worth[all]!)
  }

  run(): number[] {
    while (this.fixed.rank < this.n && this.active.length > 0) this.stage()
    return Array.from({ length: this.n }, (_, i) => this.equations.valueOf(i) ?? 0)
  }

  private stage(): void {
    const best = this.optimum(
      [...new Array<number>(this.n).fill(0), 1],
      this.active.map((mask) => ({ coefficients: [...this.row(mask), 1], low: this.worth[mask]! })),
      true,
    )
    const level = best[this.n]!
    const tight = this.alwaysTight(best, level)
    const unknown = this.n + this.levels.length
    this.levels.push(level)
    for (const mask of tight.coalitions) this.equations.add(this.equation(mask, this.worth[mask]!, unknown))
    for (const mask of tight.bounds) this.equations.add(this.equation(mask, 0))
    const exact = this.equations.valueOf(unknown) ?? level
    for (const mask of tight.coalitions) this.fix(mask, this.worth[mask]! - exact, false)
    for (const mask of tight.bounds) this.fix(mask, 0, false)
    const before = this.active.length
    this.active = this.active.filter((mask) => !this.fixed.spans(this.row(mask)))
    if (this.active.length === before) throw new NoOptimum('the nucleolus', 'no coalition is tight')
  }

  /** Coalitions, and players held at what they make alone, that are tight in every optimum. */
  private alwaysTight(start: readonly number[], level: number) {
    const slack = (mask: number, x: readonly number[]) =>
      take(mask, x.slice(0, this.n)) - this.worth[mask]! + level
    let coalitions = this.active.filter((mask) => slack(mask, start) < NEAR)
    let bounds = this.rational
      ? this.singles().filter((mask) => take(mask, start.slice(0, this.n)) < NEAR)
      : []
    const rows = this.active.map((mask) => ({
      coefficients: this.row(mask),
      low: this.worth[mask]! - level - NEAR / 100,
    }))
    while (coalitions.length + bounds.length > 0) {
      const objective = new Array<number>(this.n).fill(0)
      for (const mask of [...coalitions, ...bounds])
        for (let i = 0; i < this.n; i += 1) if (mask & (1 << i)) objective[i]! -= 1
      const found = this.optimum(objective, rows, false)
      const left = coalitions.filter((mask) => slack(mask, found) < NEAR)
      const leftBounds = bounds.filter((mask) => take(mask, found) < NEAR)
      const settled = left.length === coalitions.length && leftBounds.length === bounds.length
      coalitions = left
      bounds = leftBounds
      if (settled) break
    }
    return { coalitions, bounds }
  }

  private optimum(objective: number[], rows: LinearProgram['rows'], level: boolean): number[] {
    const pad = level ? [0] : []
    const held = this.known.map(({ mask, value }) => ({
      coefficients: [...this.row(mask), ...pad],
      low: value,
      high: value,
    }))
    const free = [...new Array<boolean>(this.n).fill(!this.rational), ...pad.map(() => true)]
    const solution = this.solve({ objective, rows: [...held, ...rows], free })
    if (solution.status !== 'optimal') throw new NoOptimum('the nucleolus', solution.status)
    return solution.variables
  }

  private fix(mask: number, value: number, whole = true): void {
    if (whole) this.equations.add(this.equation(mask, value))
    if (this.fixed.add(this.row(mask))) this.known.push({ mask, value })
  }

  private equation(mask: number, value: number, level?: number): number[] {
    const row = [...this.row(mask), ...new Array<number>(this.n + 1).fill(0), value]
    if (level !== undefined) row[level] = 1
    return row
  }

  private readonly row = (mask: number): number[] =>
    Array.from({ length: this.n }, (_, i) => (mask & (1 << i) ? 1 : 0))

  private readonly singles = (): number[] => Array.from({ length: this.n }, (_, i) => 1 << i)
}
