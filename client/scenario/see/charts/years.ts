const MOST = 8

/** Positions of the years to name along an axis: the first, and every so many after it. */
export function everyNth(years: number): number[] {
  const by = [1, 5, 10, 20, 25, 50].find((step) => years / step <= MOST) ?? 50
  return Array.from({ length: years }, (_, t) => t).filter((t) => t === 0 || (t + 1) % by === 0)
}
