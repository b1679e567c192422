/** Whether the most peopled side has more than a tenth more than the least. */
export function populationsDiffer(sides: readonly { persons: number | null }[]) {
  const known = sides.flatMap(({ persons }) => persons ?? [])
  return known.length > 1 && Math.max(...known) > Math.min(...known) * 1.1
}
