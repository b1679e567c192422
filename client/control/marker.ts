import type { Stretch } from './spans.ts'

/** The class after which local ends, for a point on the strip from 0 to 100: the nearest end, the lower of two alike. */
export function stopAt(strip: readonly Stretch[], point: number) {
  let best = 1
  for (const [i, { to }] of strip.entries()) {
    if (Math.abs(to - point) < Math.abs(strip[best - 1]!.to - point) - 1e-9) best = i + 1
  }
  return best
}

/** Where a key takes the marker; null for a key it does not hear. */
export function stopByKey(key: string, now: number, classes: number) {
  const to: Record<string, number> = {
    ArrowRight: now + 1,
    ArrowUp: now + 1,
    ArrowLeft: now - 1,
    ArrowDown: now - 1,
    PageUp: now + 2,
    PageDown: now - 2,
    Home: 1,
    End: classes,
  }
  return key in to ? Math.max(1, Math.min(classes, to[key]!)) : null
}

export const run = (to: number) => Array.from({ length: to }, (_, i) => i + 1)
