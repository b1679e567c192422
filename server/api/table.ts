import type { Count } from '../count/open.ts'
import { describe } from './columns.ts'
import type { TableReply } from './contract.ts'

type Value = string | number | boolean | null

/** A table whose pounds are in real terms: no longer whole. */
export const inRealTerms = <T extends TableReply>(reply: T): T => ({
  ...reply,
  columns: reply.columns.map((column) => (column.unit === 'GBP' ? { ...column, type: 'number' } : column)),
})

/** A table as the wire carries it: `data` holds one array a column, of `rows` values each. */
export function table(
  { id, hash }: Pick<Count, 'id' | 'hash'>,
  query: string,
  rows: number,
  data: Readonly<Record<string, readonly unknown[]>>,
): TableReply {
  return {
    columns: describe(Object.keys(data)),
    rows,
    data: data as Record<string, Value[]>,
    query,
    count: { id, hash },
  }
}
