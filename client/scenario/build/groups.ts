/** Every group of partners smaller than all of them, single ones first. */
export function groupsOf(ids: readonly string[]): string[][] {
  const all = 2 ** ids.length - 1
  const groups = Array.from({ length: Math.max(0, all - 1) }, (_, i) =>
    ids.filter((_id, at) => (i + 1) & (1 << at)),
  )
  return groups.sort((a, b) => a.length - b.length)
}
