import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from './root.ts'

/** A table of data/model by name, every cell as text. */
export const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(ROOT, 'data/model', `${name}.csv`)), { columns: true, skip_empty_lines: true })

/** Rows gathered by a column, in order of first appearance. */
export function gathered(
  rows: Record<string, string>[],
  column: string,
): Map<string, Record<string, string>[]> {
  const groups = new Map<string, Record<string, string>[]>()
  for (const row of rows) {
    const key = row[column]!
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
