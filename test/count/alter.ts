import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/**
 * Alters columns of a table of a package as a compiler other than ours might, its hash made good.
 * @param columns each as `name: expression`
 * @returns rows of the table
 */
export async function alter(folder: string, table: string, ...columns: string[]): Promise<number> {
  const file = join(folder, `${table}.parquet`)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const replace = columns.map((column) => {
    const at = column.indexOf(':')
    return `${column.slice(at + 1)} as "${column.slice(0, at)}"`
  })
  await connection.run(
    `copy (select * replace (${replace.join(', ')}) from read_parquet('${file}')) to '${file}.new' (format parquet)`,
  )
  instance.closeSync()
  await rename(`${file}.new`, file)
  const content = await readFile(file)
  const path = join(folder, 'datapackage.json')
  const descriptor = JSON.parse(await readFile(path, 'utf8'))
  const resource = descriptor.resources.find(({ name }: { name: string }) => name === table)
  resource.hash = `sha256:${createHash('sha256').update(content).digest('hex')}`
  resource.bytes = content.length
  await writeFile(path, JSON.stringify(descriptor))
  return resource.rows
}
