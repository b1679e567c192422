import { createHash } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { DESCRIPTOR, type Descriptor } from '../../server/count/descriptor.ts'
import { sql } from './sql.ts'

export const MILLION = 1_000_000

/** Writes a count package of a million lines, made of the one in `shipped`, into `folder`. */
export async function writeMillion(shipped: string, folder: string): Promise<void> {
  await cp(shipped, folder, { recursive: true })
  const file = join(folder, 'spend.parquet')
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(sql('million'), { folder: shipped, file })
  instance.closeSync()

  const content = await readFile(file)
  const descriptor = JSON.parse(await readFile(join(folder, DESCRIPTOR), 'utf8')) as Descriptor
  const spend = descriptor.resources.find(({ name }) => name === 'spend')!
  spend.hash = `sha256:${createHash('sha256').update(content).digest('hex')}`
  spend.bytes = content.length
  spend.rows = MILLION
  await writeFile(join(folder, DESCRIPTOR), JSON.stringify({ ...descriptor, id: 'million' }))
}
