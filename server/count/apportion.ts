/** Fractions of a weight that are kept; weights are people, places or pounds, so millionths are ample. */
const FINENESS = 1_000_000

/**
 * Share a whole among parts in proportion to weights, by largest remainder: the parts sum to the whole exactly.
 * A negative whole is shared like a positive one. Ties go to the key that sorts first, so order never matters.
 * @param whole in the smallest unit of money used (pounds in the count, pence in a settlement)
 * @param weights by key, none negative
 * @returns amount by key, in the order of the keys
 * @throws Error when no weight is above zero while there is something to share
 */
export function apportion(whole: bigint, weights: ReadonlyMap<string, number>): Map<string, bigint> {
  const keys = [...weights.keys()].sort()
  const scaled = keys.map((key) => {
    const weight = weights.get(key)!
    if (!(weight >= 0 && Number.isFinite(weight))) throw new Error(`Weight of ${key} is ${weight}`)
    return BigInt(Math.round(weight * FINENESS))
  })
  const total = scaled.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) {
    if (whole !== 0n)
      throw new Error(`Nothing to share ${whole} among: no weight of ${keys.join(', ')} is above zero`)
    return new Map(keys.map((key) => [key, 0n]))
  }
  const size = whole < 0n ? -whole : whole
  const parts = scaled.map((weight, at) => ({
    at,
    part: (size * weight) / total,
    rest: (size * weight) % total,
  }))
  const left = Number(size - parts.reduce((sum, { part }) => sum + part, 0n))
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const one of byRest.slice(0, left)) one.part += 1n
  return new Map(parts.map(({ at, part }) => [keys[at]!, whole < 0n ? -part : part]))
}
