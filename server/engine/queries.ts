import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

const FOLDER = join(ROOT, 'queries')

/** Every file of queries/ by name: the only SQL that a question ever runs. */
export const QUERIES: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => [file.slice(0, -'.sql'.length), readFileSync(join(FOLDER, file), 'utf8')]),
)

/** SQL of the query of this name. */
export function query(name: string): string {
  const sql = QUERIES.get(name)
  if (sql === undefined) throw new Error(`There is no queries/${name}.sql`)
  return sql
}
