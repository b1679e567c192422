const MOST_LENGTH = 120

/** Letters to change, add or take away to turn one text into the other. */
function distance(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1)
      now[j] = Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    if (Math.min(...now) > most) return most + 1
    before = now
  }
  return before[b.length]!
}

/** The name nearest to one that is not known, where one is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length < 3 || name.length > MOST_LENGTH) return undefined
  let best: { name: string; away: number } | undefined
  const most = Math.max(1, Math.floor(name.length * 0.3))
  for (const one of known) {
    if (Math.abs(one.length - name.length) > most) continue
    const away = distance(name, one, best ? best.away : most)
    if (away <= most && (!best || away < best.away)) best = { name: one, away }
  }
  if (best) return best.name
  const words = new Set(name.split(' ').filter((word) => word.length > 3))
  return known.find((one) => {
    const theirs = one.split(' ').filter((word) => word.length > 3)
    return (
      theirs.length > 0 &&
      words.size > 0 &&
      theirs.filter((word) => words.has(word)).length >= Math.max(2, theirs.length)
    )
  })
}
