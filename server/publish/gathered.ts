/** Things of one key, in their order; none where there is none. */
export function gathered<T>(all: readonly T[], keyOf: (one: T) => string): (key: string) => readonly T[] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const there = found.get(keyOf(one))
    if (there) there.push(one)
    else found.set(keyOf(one), [one])
  }
  return (key) => found.get(key) ?? []
}
