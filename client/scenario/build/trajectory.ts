/** A straight rise: nothing up to `from`, all from `full` on; years counted from 0, `from` may be before the start. */
export interface Rise {
  from: number
  full: number
}

export type Shape = 'low' | 'mid' | 'high'

/** The named shapes as the server works them out. */
export const SHAPES: Record<Shape, Rise> = {
  low: { from: 2, full: 10 },
  mid: { from: 0, full: 5 },
  high: { from: -1, full: 1 },
}

export const EARLIEST = -1

const reached = ({ from, full }: Rise, year: number) =>
  Number(Math.min(1, Math.max(0, (year - from) / (full - from))).toPrecision(6))

export const rising = (rise: Rise, years: number): number[] =>
  Array.from({ length: years }, (_, year) => reached(rise, year))

/** The share reached in each year by a shape or by years typed; the last one given goes on. */
export function profile(ramp: string | readonly (number | undefined)[] | undefined, years: number): number[] {
  if (ramp === undefined) return rising(SHAPES.mid, years)
  if (typeof ramp === 'string') return rising(SHAPES[ramp as Shape] ?? SHAPES.mid, years)
  return Array.from({ length: years }, (_, year) => ramp[year] ?? ramp.at(-1) ?? 0)
}

/** The straight rise that years typed are, where they are one. */
export function riseOf(
  ramp: string | readonly (number | undefined)[] | undefined,
  years: number,
): Rise | null {
  if (ramp === undefined || typeof ramp === 'string') return SHAPES[(ramp ?? 'mid') as Shape] ?? null
  const given = profile(ramp, years)
  for (let from = EARLIEST; from < years; from += 1)
    for (let full = from + 1; full <= years + 1; full += 1) {
      const same = rising({ from, full }, years).every((share, t) => Math.abs(share - given[t]!) < 1e-5)
      if (same) return { from, full }
    }
  return null
}

/** The rise with one of its ends moved, the other giving way. */
export function moved(rise: Rise, end: 'from' | 'full', to: number, years: number): Rise {
  if (end === 'from') {
    const from = Math.max(EARLIEST, Math.min(years - 2, to))
    return { from, full: Math.max(rise.full, from + 1) }
  }
  const full = Math.max(EARLIEST + 1, Math.min(years - 1, to))
  return { full, from: Math.min(rise.from, full - 1) }
}
