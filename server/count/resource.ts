import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DESCRIPTOR, type Resource, SCHEMA_VERSION, tableSchema } from './descriptor.ts'
import type { Table, TableName } from './schema.ts'

/** The entry of a table's file in the descriptor of a package, its bytes hashed. */
export async function resourceOf(table: Table, folder: string, rows: number): Promise<Resource> {
  const path = `${table.name}.parquet`
  const content = await readFile(join(folder, path))
  return {
    name: table.name as TableName,
    path,
    format: 'parquet',
    title: table.title,
    hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    bytes: content.length,
    rows,
    schema: tableSchema(table),
  }
}

/** Writes the descriptor of a package, which makes a folder of tables a count. */
export async function writeDescriptor(
  folder: string,
  { id, title, compiled }: { id: string; title: string; compiled: string },
  resources: readonly Resource[],
): Promise<void> {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'count',
    id,
    title,
    version: SCHEMA_VERSION,
    compiled,
    resources,
  }
  await writeFile(join(folder, DESCRIPTOR), `${JSON.stringify(descriptor, null, 2)}\n`)
}
