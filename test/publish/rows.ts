import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { TABLES, type TableName } from '../../server/count/schema.ts'
import { columnsOf, rowsOf } from '../../server/engine/columns.ts'

/** Rows of a table of a package, in the order of its key. */
export async function rowsIn(folder: string, table: TableName): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  try {
    const connection = await instance.connect()
    const key = TABLES[table].key.map((column) => `"${column}"`).join(', ')
    return rowsOf(
      columnsOf(
        await connection.runAndReadAll(`from read_parquet($1) order by ${key}`, [
          join(folder, `${table}.parquet`),
        ]),
      ),
    )
  } finally {
    instance.closeSync()
  }
}
