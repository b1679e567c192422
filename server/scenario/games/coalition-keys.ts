import { coalitionName, type Game, gameOf, MOST_PLAYERS, members } from './game.ts'

export interface KeyFault {
  path: string[]
  message: string
}

const playerNames = (players: number | readonly string[]): string[] =>
  typeof players === 'number'
    ? Array.from({ length: players }, (_, i) => String(i + 1))
    : players.map((name) => name)

/**
 * A game from values by coalition. Keys are player digits in order ('13', fewer than ten players) or
 * names joined by a plus in any order; the empty coalition may be given as '' and must be 0.
 *
 * @param together what everybody make, where the values may leave it out
 * @returns the game, or every fault: unknown players, coalitions missing, repeated or not a number.
 */
export function gameFromKeys(
  players: number | readonly string[],
  values: Readonly<Record<string, number>>,
  together?: number,
): { game: Game } | { faults: KeyFault[] } {
  const names = playerNames(players)
  const faults: KeyFault[] = []
  const n = names.length
  if (n < 1 || n > MOST_PLAYERS)
    return { faults: [{ path: ['players'], message: `between 1 and ${MOST_PLAYERS} players are possible` }] }
  if (new Set(names).size !== n) faults.push({ path: ['players'], message: 'a player is named twice' })
  const read = new Map<number, number>()
  for (const [key, value] of Object.entries(values)) {
    const mask = maskOf(key, names)
    if (mask === undefined) faults.push({ path: [key], message: 'names a player who is not in the game' })
    else if (read.has(mask)) faults.push({ path: [key], message: 'names a coalition a second time' })
    else if (!Number.isFinite(value)) faults.push({ path: [key], message: 'must be a number' })
    else if (mask === 0 && value !== 0) faults.push({ path: [key], message: 'nobody can make nothing but 0' })
    else read.set(mask, value)
  }
  if (together !== undefined && !read.has(2 ** n - 1)) read.set(2 ** n - 1, together)
  for (let mask = 1; mask < 2 ** n; mask += 1)
    if (!read.has(mask) && faults.length < 100)
      faults.push({ path: [coalitionName(mask, names)], message: 'this coalition has no value' })
  return faults.length > 0 ? { faults } : { game: gameOf(names, (mask) => read.get(mask)!) }
}

function maskOf(key: string, names: readonly string[]): number | undefined {
  if (key === '') return 0
  const whole = key.split('+')
  const parts = whole.every((part) => names.includes(part)) ? whole : [...key]
  let mask = 0
  for (const part of parts) {
    const at = names.indexOf(part)
    if (at < 0 || mask & (1 << at)) return undefined
    mask |= 1 << at
  }
  return mask
}

/** Values by coalition of a game, keyed by digits for numbered players and by joined names otherwise. */
export function keysOfGame(game: Game): Record<string, number> {
  const numbered = game.players.every((name, i) => name === String(i + 1)) && game.players.length < 10
  const n = game.players.length
  const key = (mask: number) =>
    numbered
      ? members(mask, n)
          .map((i) => i + 1)
          .join('')
      : coalitionName(mask, game.players)
  return Object.fromEntries(Array.from({ length: 2 ** n - 1 }, (_, i) => [key(i + 1), game.v[i + 1]!]))
}
