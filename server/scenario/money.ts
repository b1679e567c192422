/**
 * Whole pence nearest to an amount in pounds, halves away from zero.
 */
export function pence(pounds: number): number {
  return Math.sign(pounds) * Math.round(Math.abs(pounds) * 100)
}

/**
 * Splits a whole number of pence by weight so that the parts add up to it exactly: each part is
 * floored, and the pence left over go one by one to the largest remainders. Ties go to the smallest
 * id, so that the order of the parties never matters. A negative total is split as its opposite.
 *
 * @throws RangeError where no weight is positive, a weight is negative, or the total is not whole.
 */
export function largestRemainder(
  total: number,
  weights: readonly number[],
  ids: readonly string[] = weights.map((_, i) => String(i).padStart(6, '0')),
): number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError('the total must be a whole number of pence')
  const sum = weights.reduce((a, b) => a + b, 0)
  if (!(sum > 0) || weights.some((w) => !(w >= 0))) throw new RangeError('weights must be positive')
  if (total < 0) return largestRemainder(-total, weights, ids).map((part) => 0 - part)
  const exact = weights.map((weight) => total * (weight / sum))
  return topUp(total, exact, ids)
}

/**
 * Whole parts of unrounded amounts that add up to `total` exactly, by largest remainder; amounts may be
 * negative.
 *
 * @throws RangeError where the unrounded amounts do not add up to the total but for rounding.
 */
export function topUp(total: number, exact: readonly number[], ids: readonly string[]): number[] {
  const parts = exact.map((amount) => Math.floor(amount + 1e-7))
  let left = total - parts.reduce((a, b) => a + b, 0)
  if (!(Math.abs(left) <= exact.length)) throw new RangeError('the amounts do not add up to the total')
  const order = exact
    .map((amount, i) => ({ i, remainder: remainderOf(amount, parts[i]!), id: ids[i]! }))
    .sort((a, b) => b.remainder - a.remainder || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (let turn = 0; left !== 0; turn += 1) {
    const step = Math.sign(left)
    const at = turn % order.length
    parts[order[step > 0 ? at : order.length - 1 - at]!.i]! += step
    left -= step
  }
  return parts
}

// Remainders equal but for binary rounding are ties, to be settled by id.
const remainderOf = (amount: number, part: number) => Math.round((amount - part) * 1e6) / 1e6
