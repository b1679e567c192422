import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { query } from '../engine/queries.ts'
import { type CountPackage, PackageError } from './read.ts'
import { OPTIONAL } from './schema.ts'

/**
 * Adds the tables a package may do without to the state file being built: empty where the package has none.
 * @throws PackageError naming what in them points at nothing
 */
export async function addOptional(
  connection: DuckDBConnection,
  { folder, descriptor }: CountPackage,
): Promise<void> {
  for (const { name, columns } of OPTIONAL) {
    const typed = columns.map((column) => `"${column.name}" ${column.type}`).join(', ')
    await connection.run(`create table "${name}" (${typed})`)
    const file = descriptor.resources.find((resource) => resource.name === name)
    if (file)
      await connection.run(`insert into "${name}" by name from read_parquet($1)`, [join(folder, file.path)])
  }
  const faults = await connection.runAndReadAll(query('optional-faults'))
  if (faults.currentRowCount > 0)
    throw new PackageError(
      folder,
      faults.getRowsJS().map(([fault]) => String(fault)),
    )
}
