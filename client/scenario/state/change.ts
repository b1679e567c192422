export type Path = readonly (string | number)[]

export const where = (path: Path) => path.join('.')

/** What stands at a path; undefined where the path leads nowhere. */
export function valueAt(document: unknown, path: Path): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** A document with another value at a path, made along the way where it led nowhere; undefined takes the key out. */
export function put<T>(document: T, path: Path, value: unknown): T {
  const [key, ...rest] = path
  if (key === undefined) return value as T
  const next = rest.length === 0 ? value : put(childOf(document, key, rest[0]), rest, value)
  if (typeof key === 'number') {
    const list = Array.isArray(document) ? document : []
    return Array.from({ length: Math.max(list.length, key + 1) }, (_, i) => (i === key ? next : list[i])) as T
  }
  const object = { ...(document as object) } as Record<string, unknown>
  if (next === undefined) delete object[key]
  else object[key] = next
  return object as T
}

function childOf(document: unknown, key: string | number, next: string | number | undefined): unknown {
  const child = valueAt(document, [key])
  if (typeof child === 'object' && child !== null) return child
  return typeof next === 'number' ? [] : {}
}

const listAt = (document: unknown, path: Path): unknown[] => {
  const list = valueAt(document, path)
  return Array.isArray(list) ? list : []
}

export const append = <T>(document: T, path: Path, item: unknown): T =>
  put(document, path, [...listAt(document, path), item])

export const without = <T>(document: T, path: Path, at: number): T =>
  put(
    document,
    path,
    listAt(document, path).filter((_, i) => i !== at),
  )

/** A name not taken yet: as wanted, else with the first number that frees it. */
export function freeName(wanted: string, taken: readonly (string | undefined)[]): string {
  const base =
    wanted
      .replace(/[^A-Za-z0-9 ._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 56) || 'item'
  if (!taken.includes(base)) return base
  let n = 2
  while (taken.includes(`${base}-${n}`)) n += 1
  return `${base}-${n}`
}
