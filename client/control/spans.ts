import { cumsum } from 'd3-array'

/** A stretch of the spectrum from 0 to 100, with the classes it holds. */
export interface Stretch {
  from: number
  to: number
}

/** Where each class stands on the spectrum; null where a class is negative, for then no strip can be drawn. */
export function stretches(amounts: readonly number[]): Stretch[] | null {
  if (amounts.some((amount) => amount < 0)) return null
  const ends = cumsum(amounts)
  const total = ends.at(-1) ?? 0
  if (total <= 0) return null
  return amounts.map((amount, i) => {
    const end = ends[i]!
    return { from: ((end - amount) / total) * 100, to: (end / total) * 100 }
  })
}

/** The stretches a definition covers, neighbours joined: one bracket from the left, or several ticks. */
export function covered(strip: readonly Stretch[], classes: readonly number[]): Stretch[] {
  const joined: Stretch[] = []
  let last = Number.NaN
  for (const number of [...classes].sort((a, b) => a - b)) {
    const stretch = strip[number - 1]!
    if (number === last + 1) joined.at(-1)!.to = stretch.to
    else joined.push({ ...stretch })
    last = number
  }
  return joined
}
