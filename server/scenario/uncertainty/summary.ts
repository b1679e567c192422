export interface Spread {
  mean: number
  sd: number
  percentiles: Record<'p5' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p95', number>
  /** Share of draws below nothing. */
  probabilityOfLoss: number
}

/** Mean, standard deviation, percentiles (linear between order statistics) and chance of a loss. */
export function spreadOf(draws: Float64Array): Spread {
  const sorted = draws.slice().sort()
  const n = sorted.length
  let sum = 0
  let losses = 0
  for (const value of sorted) {
    sum += value
    if (value < 0) losses += 1
  }
  const mean = sum / n
  let squares = 0
  for (const value of sorted) squares += (value - mean) ** 2
  const at = (p: number) => {
    const place = p * (n - 1)
    const below = Math.floor(place)
    const above = Math.min(n - 1, below + 1)
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!)
  }
  return {
    mean,
    sd: Math.sqrt(squares / Math.max(1, n - 1)),
    percentiles: {
      p5: at(0.05),
      p10: at(0.1),
      p25: at(0.25),
      p50: at(0.5),
      p75: at(0.75),
      p90: at(0.9),
      p95: at(0.95),
    },
    probabilityOfLoss: losses / n,
  }
}
