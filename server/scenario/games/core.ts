import { coalitionName, everyone, type Game, scaleOf, take } from './game.ts'
import type { Solver } from './lp.ts'
import { NoOptimum } from './no-optimum.ts'

export interface Blocking {
  coalition: string
  /** What the coalition would make alone over what the allocation gives it. */
  excess: number
}

/** Size of a difference that is rounding in a game of this scale. */
export const allowance = (game: Game): number => 1e-9 * scaleOf(game)

/** Coalitions that could do better by themselves, in player order. */
export function blocking(
  game: Game,
  allocation: readonly number[],
  least: number = allowance(game),
): Blocking[] {
  const found: Blocking[] = []
  for (let mask = 1; mask < everyone(game.players.length); mask += 1) {
    const excess = game.v[mask]! - take(mask, allocation)
    if (excess > least) found.push({ coalition: coalitionName(mask, game.players), excess })
  }
  return found
}

/**
 * Whether an allocation is in the core: it shares out everything and no coalition blocks it by more than
 * `least`.
 */
export const inCore = (
  game: Game,
  allocation: readonly number[],
  least: number = allowance(game),
): boolean => {
  const all = everyone(game.players.length)
  return (
    Math.abs(game.v[all]! - take(all, allocation)) <= least * 10 &&
    blocking(game, allocation, least).length === 0
  )
}

/**
 * The least core's epsilon: the smallest e for which some allocation leaves every coalition within e of
 * what it could make alone. The core is empty where it is above nothing.
 *
 * @throws NoOptimum where the solver does not find an optimum.
 */
export function leastCore(game: Game, solve: Solver): { epsilon: number; coreEmpty: boolean } {
  const n = game.players.length
  const all = everyone(n)
  if (n === 1) return { epsilon: 0, coreEmpty: false }
  const scale = scaleOf(game) || 1
  const indicator = (mask: number) => Array.from({ length: n }, (_, i) => (mask & (1 << i) ? 1 : 0))
  const rows: { coefficients: number[]; low?: number; high?: number }[] = [
    { coefficients: [...indicator(all), 0], low: game.v[all]! / scale, high: game.v[all]! / scale },
  ]
  for (let mask = 1; mask < all; mask += 1)
    rows.push({ coefficients: [...indicator(mask), 1], low: game.v[mask]! / scale })
  const objective = [...new Array<number>(n).fill(0), 1]
  const solution = solve({ objective, rows, free: new Array<boolean>(n + 1).fill(true) })
  if (solution.status !== 'optimal') throw new NoOptimum('the least core', solution.status)
  const epsilon = solution.variables[n]! * scale
  return { epsilon, coreEmpty: epsilon > 1e-8 * scale }
}
