export interface Difference {
  at: string
  expected: unknown
  found: unknown
}

// A key that ends in the name of a ratio; names of partners and agencies below it are not read.
const RATIO =
  /(^|\.|[a-z])([Rr]atio|[Bb]cr|[Rr]eturnPerPound|[Ss]hares?|[Ff]actors?|[Ww]eights?|[Dd]eadweight|irr|threshold\w*|probability\w*|\w+ToZero\w*)(?=$|[.[])/
const COUNT = /pence$|payback/i

/** Every expected figure that a result misses or is without, within a vector's tolerance. */
export function differences(expected: unknown, found: unknown, tolerance: number, at = ''): Difference[] {
  const differs = [{ at, expected, found }]
  if (typeof expected === 'number')
    return typeof found === 'number' && Math.abs(found - expected) <= allowed(at, expected, tolerance)
      ? []
      : differs
  if (expected === null || typeof expected !== 'object') return found === expected ? [] : differs
  if (found === null || typeof found !== 'object') return differs
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return differs
    const [want, have] = [byCoalition(expected), byCoalition(found)]
    return want.flatMap((item, i) => differences(item, have[i], tolerance, `${at}[${i}]`))
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, (found as Record<string, unknown>)[key], tolerance, at === '' ? key : `${at}.${key}`),
  )
}

// Blocking coalitions are a set: their order says nothing.
function byCoalition(list: readonly unknown[]): readonly unknown[] {
  const named = list.every((item) => typeof item === 'object' && item !== null && 'coalition' in item)
  if (!named) return list
  return [...(list as { coalition: string }[])].sort((a, b) => (a.coalition < b.coalition ? -1 : 1))
}

/**
 * A tolerance in pounds is not for the ratios beside them: those are held to 1e-9. Figures printed to
 * twelve digits are allowed half of the last.
 */
function allowed(at: string, expected: number, tolerance: number): number {
  if (COUNT.test(at)) return tolerance === 0 ? 0 : 1e-9
  const printed = Math.abs(expected) * 1e-11
  if (tolerance >= 0.001 && tolerance < 0.4 && RATIO.test(at) && Math.abs(expected) < 1000)
    return 1e-9 * Math.max(1, Math.abs(expected)) + printed
  return tolerance + 1e-6 * Number(tolerance >= 1e-6) + printed + (tolerance === 0 ? 0 : 1e-12)
}
