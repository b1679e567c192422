import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { TableName } from '../../server/count/schema.ts'
import { ROOT } from '../../server/root.ts'

export const SHIPPED = join(ROOT, 'data/count')

/** Rows of a table of the count that ships, straight from its Parquet, of one year if asked; BIGINT as bigint. */
export async function shipped<Columns extends object>(table: TableName, year?: string): Promise<Columns[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const file = join(SHIPPED, `${table}.parquet`)
    const reader =
      year === undefined
        ? await connection.runAndReadAll('from read_parquet($file)', { file })
        : await connection.runAndReadAll('from read_parquet($file) where year = $year', { file, year })
    return reader.getRowObjectsJS() as Columns[]
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Cells of a year whose shared-out parts do not sum to their whole, and how many cells there are. */
export async function shippedWholes(year: string): Promise<{ cells: bigint; wrong: bigint }> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll(
      `select count(*) as cells, count(*) filter (parts <> whole or lowest <> whole) as wrong
       from (select sum(amount) as parts, max(whole) as whole, min(whole) as lowest
         from read_parquet($file) where year = $year and basis = 'shared_out'
         group by source, source_row, source_column)`,
      { file: join(SHIPPED, 'spend.parquet'), year },
    )
    return reader.getRowObjectsJS()[0] as { cells: bigint; wrong: bigint }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Sources of the spending of the count that ships. */
export async function shippedSources(): Promise<Set<string>> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const reader = await connection.runAndReadAll('select distinct source from read_parquet($file)', {
      file: join(SHIPPED, 'spend.parquet'),
    })
    return new Set(reader.getRowsJS().map(([source]) => source as string))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
