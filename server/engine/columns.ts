import type { DuckDBResultReader } from '@duckdb/node-api'

/** Result columns by name; null is missing. */
export type Columns<T = unknown> = Record<string, T[]>

export interface Answer {
  readonly columns: Columns
  readonly rows: number
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    if (value > MOST || value < -MOST) throw new RangeError(`${value} is beyond 2^53`)
    return Number(value)
  }
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  return value
}

/** A result as columns of JSON values. Throws RangeError when a whole number is beyond 2^53. */
export function columnsOf(reader: DuckDBResultReader): Answer {
  const names = reader.deduplicatedColumnNames()
  const values = reader.getColumnsJS()
  const columns: Columns = Object.create(null)
  for (const [index, name] of names.entries()) columns[name] = (values[index] ?? []).map(plain)
  return { columns, rows: reader.currentRowCount }
}

/** Columns as rows. */
export function rowsOf<T>({ columns, rows }: Answer): T[] {
  const names = Object.keys(columns)
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(names.map((name) => [name, columns[name]![row]])),
  ) as T[]
}
