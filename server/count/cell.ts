import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  STRUCT,
  structValue,
  VARCHAR,
} from '@duckdb/node-api'

export interface Cell {
  readonly type: DuckDBType
  /** The value as DuckDB takes it; throws a TypeError saying what the value must be. */
  readonly of: (value: unknown) => DuckDBValue
}

function pounds(value: unknown): bigint {
  if (typeof value === 'bigint' && value === BigInt.asIntN(64, value)) return value
  if (Number.isSafeInteger(value)) return BigInt(value as number)
  throw new TypeError('must be a 64-bit whole number')
}

const guard = <T>(type: DuckDBType, fits: (value: unknown) => value is T, what: string): Cell => ({
  type,
  of(value) {
    if (fits(value)) return value as DuckDBValue
    throw new TypeError(`must be ${what}`)
  },
})

const text = guard(
  VARCHAR,
  (v): v is string => typeof v === 'string' && !v.includes('\0'),
  'text without NUL',
)
const bigint: Cell = { type: BIGINT, of: pounds }
const integer = guard(INTEGER, (v): v is number => v === ((v as number) | 0), 'a 32-bit whole number')
const double = guard(DOUBLE, (v): v is number => Number.isFinite(v), 'a finite number')
const boolean = guard(BOOLEAN, (v): v is boolean => typeof v === 'boolean', 'true or false')

function list(item: Cell): Cell {
  return {
    type: LIST(item.type),
    of(value) {
      if (Array.isArray(value)) return listValue(value.map(item.of))
      throw new TypeError('must be a list')
    },
  }
}

const bridgeLine: Cell = {
  type: STRUCT({
    label: VARCHAR,
    amount: BIGINT,
    source: VARCHAR,
    reason: VARCHAR,
  }),
  of(value) {
    const line = value as Record<string, unknown>
    return structValue({
      label: text.of(line.label),
      amount: pounds(line.amount),
      source: text.of(line.source),
      reason: text.of(line.reason),
    })
  },
}

/** How JavaScript values become the column types of schema.ts. */
export const CELLS: Readonly<Record<string, Cell>> = {
  VARCHAR: text,
  BIGINT: bigint,
  INTEGER: integer,
  DOUBLE: double,
  BOOLEAN: boolean,
  'VARCHAR[]': list(text),
  'INTEGER[]': list(integer),
  'STRUCT(label VARCHAR, amount BIGINT, source VARCHAR, reason VARCHAR)[]': list(bridgeLine),
}
