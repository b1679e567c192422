import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { TableName } from '../../server/count/schema.ts'
import { ROOT } from '../../server/root.ts'

export const SHIPPED = join(ROOT, 'data/count')

/** Rows of a table of the count that ships, straight from its Parquet; BIGINT as bigint. */
export async function shipped<Columns extends object>(table: TableName): Promise<Columns[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll('from read_parquet($file)', {
      file: join(SHIPPED, `${table}.parquet`),
    })
    return reader.getRowObjectsJS() as Columns[]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
