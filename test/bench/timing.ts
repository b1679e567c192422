/** The value a share of the others lie below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

const short = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0))

/** Median and spread in words. */
export const spread = (values: readonly number[], unit = 'ms') =>
  `median ${short(median(values))} ${unit} (5% ${short(quantile(values, 0.05))}, ` +
  `95% ${short(quantile(values, 0.95))}, ${values.length} runs)`

/** Milliseconds each of `times` runs takes. */
export async function timed(times: number, run: (at: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let at = 0; at < times; at += 1) {
    const began = performance.now()
    await run(at)
    taken.push(performance.now() - began)
  }
  return taken
}
