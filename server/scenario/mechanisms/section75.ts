/**
 * An overspend of a pool met by contribution (section 75 of the NHS Act 2006 agreements), no partner
 * beyond its cap. What is above a cap is spread again over those not yet at theirs, by contribution.
 *
 * @returns each partner's part, and what nobody is bound to meet because every cap is reached.
 */
export function overspendShares(
  contributions: readonly number[],
  overspend: number,
  caps: readonly (number | null)[] = contributions.map(() => null),
): { shares: number[]; unmet: number } {
  const shares = contributions.map(() => 0)
  let open = contributions.map((_, i) => i).filter((i) => contributions[i]! > 0)
  let left = overspend
  while (left > 0 && open.length > 0) {
    const weight = open.reduce((sum, i) => sum + contributions[i]!, 0)
    const full = open.filter((i) => {
      const cap = caps[i] ?? null
      return cap !== null && (left * contributions[i]!) / weight > cap
    })
    for (const i of full.length > 0 ? full : open)
      shares[i] = full.length > 0 ? caps[i]! : (left * contributions[i]!) / weight
    left = full.length > 0 ? left - full.reduce((sum, i) => sum + caps[i]!, 0) : 0
    open = open.filter((i) => !full.includes(i))
  }
  return { shares, unmet: left }
}
