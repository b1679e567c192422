/** Whether two documents say the same, in whatever order their keys stand. */
export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
