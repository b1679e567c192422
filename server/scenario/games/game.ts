/**
 * A transferable-utility game. `v[S]` is what coalition S can make for itself, S a bit mask in player
 * order (bit 0 the first player); `v[0]` is 0.
 */
export interface Game {
  players: readonly string[]
  v: Float64Array
}

export const MOST_PLAYERS = 10

/** The coalition of everybody. */
export const everyone = (n: number): number => 2 ** n - 1

/** A game from a function of the coalition; the empty one is worth nothing. */
export function gameOf(players: readonly string[], value: (coalition: number) => number): Game {
  const v = new Float64Array(2 ** players.length)
  for (let mask = 1; mask < v.length; mask += 1) v[mask] = value(mask)
  return { players, v }
}

/** Players in a coalition, in order. */
export const members = (coalition: number, n: number): number[] =>
  Array.from({ length: n }, (_, i) => i).filter((i) => coalition & (1 << i))

/** Names in a coalition joined by a plus, in player order. */
export const coalitionName = (coalition: number, players: readonly string[]): string =>
  members(coalition, players.length)
    .map((i) => players[i])
    .join('+')

/** The largest value in a game, or its opposite: what its rounding is measured by. */
export const scaleOf = (game: Game): number =>
  game.v.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** A difference of two values of a game, nothing where it is the rounding of amounts of this scale. */
export const difference = (a: number, b: number, scale: number): number =>
  Math.abs(a - b) <= 1e-12 * scale ? 0 : a - b

/** What a coalition gets from an allocation. */
export function take(coalition: number, allocation: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < allocation.length; i += 1) if (coalition & (1 << i)) sum += allocation[i]!
  return sum
}

/** The savings game of a cost game: what a coalition saves by acting as one instead of each alone. */
export function savingsGame(cost: Game): Game {
  const alone = cost.players.map((_, i) => cost.v[1 << i]!)
  const scale = scaleOf(cost)
  return gameOf(cost.players, (mask) => difference(take(mask, alone), cost.v[mask]!, scale))
}

/** Cost of a coalition as the largest stand-alone cost in it (Littlechild and Owen 1973). */
export const airportGame = (players: readonly string[], alone: readonly number[]): Game =>
  gameOf(players, (mask) => Math.max(...members(mask, players.length).map((i) => alone[i]!)))
