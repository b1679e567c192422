import type { Game } from './game.ts'

/**
 * The Shapley value (1953): each player's marginal contribution averaged over every order of joining,
 * as a sum over coalitions weighted by |S|! (n-|S|-1)! / n!.
 */
export function shapley(game: Game): number[] {
  const n = game.players.length
  const weight = orderWeights(n)
  const value = new Array<number>(n).fill(0)
  for (let mask = 0; mask < game.v.length; mask += 1) {
    const w = weight[bits(mask)]!
    for (let i = 0; i < n; i += 1)
      if (!(mask & (1 << i))) value[i]! += w * (game.v[mask | (1 << i)]! - game.v[mask]!)
  }
  return value
}

function orderWeights(n: number): number[] {
  const weights = [1 / n]
  for (let size = 1; size < n; size += 1) weights.push((weights[size - 1]! * size) / (n - size))
  return weights
}

export function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}
