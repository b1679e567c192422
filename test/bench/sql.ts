import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../server/root.ts'

/** SQL of test/bench/<name>.sql. */
export const sql = (name: string) => readFileSync(join(ROOT, 'test', 'bench', `${name}.sql`), 'utf8')
