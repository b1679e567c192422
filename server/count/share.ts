/**
 * Part of a whole, both pounds.
 * Null where no share can be meant: a whole that is not positive, or a part below zero or above the whole.
 */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 && part >= 0 && part <= whole ? part / whole : null
}

/** Shares of the parts of a whole; all null where any part is negative. */
export function sharesOf<K extends string>(parts: Readonly<Record<K, number>>): Record<K, number | null> {
  const amounts = Object.values<number>(parts)
  const whole = amounts.reduce((sum, amount) => sum + amount, 0)
  const meant = amounts.every((amount) => amount >= 0)
  return Object.fromEntries(
    Object.entries<number>(parts).map(([key, part]) => [key, meant ? shareOf(part, whole) : null]),
  ) as Record<K, number | null>
}
