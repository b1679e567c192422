import type { Part, WideFigure } from './staged.ts'
import type { Coarse, Fate } from './terms.ts'

export interface Pence {
  readonly accepted: bigint
  readonly published: bigint
  readonly left: bigint
  readonly notPlaced: bigint
  readonly aside: bigint
}

/** What became of every accepted penny; of a figure placed, what places that are left got of it is left. */
export function penceOf(
  coarse: readonly Coarse[],
  fateOf: (one: Coarse) => Fate,
  figures: readonly WideFigure[],
  parts: readonly Part[],
): Pence {
  const sum = { publish: 0n, place: 0n, left: 0n, aside: 0n, 'not-placed': 0n }
  for (const one of coarse) sum[fateOf(one)] += one.pence
  const gone = new Map<number, bigint>()
  const staying = new Set<number>()
  for (const { key, pounds, stays } of parts) {
    if (stays) staying.add(key)
    else gone.set(key, (gone.get(key) ?? 0n) + pounds)
  }
  let left = sum.left
  for (const { key, pence } of figures) {
    const pounds = gone.get(key)
    if (pounds !== undefined) left += staying.has(key) ? pounds * 100n : pence
  }
  const accepted = Object.values(sum).reduce((all, one) => all + one, 0n)
  const { aside, 'not-placed': notPlaced } = sum
  return { accepted, published: accepted - left - notPlaced - aside, left, notPlaced, aside }
}
