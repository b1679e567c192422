export type RampName = 'low' | 'mid' | 'high'

// Low: nothing for three years, then eight equal steps. Mid: five equal steps. High: half at once.
const shapes: Record<RampName, (t: number) => number> = {
  low: (t) => Math.min(1, Math.max(0, (t - 2) / 8)),
  mid: (t) => Math.min(1, t / 5),
  high: (t) => (t === 0 ? 0.5 : 1),
}

/**
 * Share of the full yearly effect reached in each year. The three named shapes follow the delivery
 * unit's trajectories, which gave curves without figures: the steps are ours.
 */
export const attainment = (ramp: RampName | readonly number[], years: number): number[] =>
  Array.from({ length: years }, (_, t) =>
    typeof ramp === 'string' ? shapes[ramp](t) : (ramp[t] ?? ramp.at(-1) ?? 0),
  )

/** Attainment as weights that add to one, so that every shape delivers the same total before discounting. */
export function weights(attained: readonly number[]): number[] {
  const sum = attained.reduce((a, b) => a + b, 0)
  return attained.map((share) => (sum === 0 ? 0 : share / sum))
}

/** A profile begun `lag` years later inside the same horizon: what falls off the end is lost. */
export const delayed = (profile: readonly number[], lag: number): number[] =>
  profile.map((_, t) => (t < lag ? 0 : profile[t - lag]!))

/** Share of earlier achievers still delivering in each year, falling by `dropOff` a year after `from`. */
export const persistence = (dropOff: number, from: number, years: number): number[] =>
  Array.from({ length: years }, (_, t) => (t <= from ? 1 : (1 - dropOff) ** (t - from)))
