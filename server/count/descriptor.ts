import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Column, TABLES, type Table, type TableName } from './schema.ts'

export const DESCRIPTOR = 'datapackage.json'
export const SCHEMA_VERSION = '1'

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
const plainPath = z
  .string()
  .regex(/^[a-z0-9_-]+\.parquet$/, 'must be a plain file name ending in .parquet, with no folder or address')

const resource = z.object({
  name: z.enum(Object.keys(TABLES) as TableName[]),
  path: plainPath,
  format: z.literal('parquet'),
  title: z.string().optional(),
  hash: sha256,
  bytes: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  schema: z.object({
    fields: z.array(z.looseObject({ name: z.string(), type: z.string(), description: z.string() })),
    primaryKey: z.array(z.string()).optional(),
  }),
})

/** The descriptor of a count package: a Data Package v2 whose resources are the tables of schema.ts. */
export const descriptorSchema = z.object({
  name: z.literal('count'),
  id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be lower-case letters, digits, dot, dash'),
  title: z.string().min(1).max(200),
  version: z.literal(SCHEMA_VERSION, {
    error: `must be ${SCHEMA_VERSION}, the version of the tables this program reads`,
  }),
  compiled: z.iso.date(),
  resources: z.array(resource),
})

export type Descriptor = z.infer<typeof descriptorSchema>
export type Resource = Descriptor['resources'][number]

/** Hash of a count: SHA-256 over the sorted `name:hash` lines of its tables, as 64 hexadecimal digits. */
export function countHash(resources: readonly { name: string; hash: string }[]): string {
  const lines = resources.map(({ name, hash }) => `${name}:${hash}\n`).sort()
  return createHash('sha256').update(lines.join('')).digest('hex')
}

const KINDS: Record<string, string> = {
  VARCHAR: 'string',
  BIGINT: 'integer',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
}

const field = (column: Column) => ({
  name: column.name,
  type: KINDS[column.type] ?? 'array',
  description: column.description,
  ...(column.nullable ? {} : { constraints: { required: true } }),
})

/** Table Schema (Data Package v2) of a table. */
export const tableSchema = (table: Table) => ({
  fields: table.columns.map(field),
  primaryKey: [...table.key],
})
