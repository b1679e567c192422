/** A bar's parts on a line from 0 to 100, positives to the right of zero and negatives to the left. */
export interface Parts {
  recorded: Span
  shared: Span
  net: number
}

export interface Span {
  from: number
  to: number
  negative: boolean
}

export interface Scale {
  zero: number
  at: (value: number) => number
}

/** The one scale that every bar on a panel is drawn to; zero is always on it. */
export function scaleOver(rows: readonly { amount: number; recorded: number }[]): Scale {
  let low = 0
  let high = 0
  for (const { amount, recorded } of rows) {
    const shared = amount - recorded
    low = Math.min(low, amount, Math.min(recorded, 0) + Math.min(shared, 0))
    high = Math.max(high, amount, Math.max(recorded, 0) + Math.max(shared, 0))
  }
  const width = high - low || 1
  const at = (value: number) => ((value - low) / width) * 100
  return { zero: at(0), at }
}

/** Where the recorded and the shared-out part of an amount stand: stacked where signs agree. */
export function partsOf({ amount, recorded }: { amount: number; recorded: number }, scale: Scale): Parts {
  const shared = amount - recorded
  const span = (start: number, length: number): Span => {
    const ends = [scale.at(start), scale.at(start + length)]
    return { from: Math.min(...ends), to: Math.max(...ends), negative: length < 0 }
  }
  const stacked = recorded < 0 === shared < 0
  return { recorded: span(0, recorded), shared: span(stacked ? recorded : 0, shared), net: scale.at(amount) }
}

/** The rows that stand for themselves and the rest rolled into one: the largest by size, shown in order. */
export function head<T extends { amount: number; recorded: number }>(rows: readonly T[], keep: number) {
  if (rows.length <= keep + 1) return { shown: [...rows], rest: [] as T[] }
  const large = new Set([...rows].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, keep))
  return { shown: rows.filter((row) => large.has(row)), rest: rows.filter((row) => !large.has(row)) }
}
