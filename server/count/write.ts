import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'
import { CELLS, type Cell } from './cell.ts'
import { countHash, type Resource } from './descriptor.ts'
import { resourceOf, writeDescriptor } from './resource.ts'
import { type Column, type Row, TABLES, type Table, type TableName } from './schema.ts'

const VECTOR = 2048
const MOST_FAULTS = 20
const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

/** Rows as columns of DuckDB values, in the schema's order. Throws naming every fault, up to a screenful. */
function columnsOf(table: Table, rows: readonly Row[]): DuckDBValue[][] {
  const faults: string[] = []
  const known = new Set(table.columns.map(({ name }) => name))
  const keys = new Set<string>()
  const name = (row: Row) => table.key.map((part) => String(row[part])).join(' ')

  for (const row of rows) {
    for (const column in row) if (!known.has(column)) faults.push(`${name(row)}: no column ${column}`)
    if (keys.size === keys.add(name(row)).size) faults.push(`${name(row)}: key stands twice`)
    if (faults.length >= MOST_FAULTS) break
  }

  const value = (column: Column, cell: Cell, row: Row): DuckDBValue => {
    const given = row[column.name] ?? null
    if (given === null && column.nullable) return null
    try {
      return cell.of(given)
    } catch (error) {
      if (faults.length < MOST_FAULTS)
        faults.push(`${name(row)}: ${column.name} ${(error as Error).message}, is ${String(given)}`)
      return null
    }
  }
  const columns = table.columns.map((column: Column) => {
    const cell = CELLS[column.type]!
    return rows.map((row) => value(column, cell, row))
  })
  if (faults.length > 0) throw new Error(`Table ${table.name} cannot be written:\n  ${faults.join('\n  ')}`)
  return columns
}

async function fill(connection: DuckDBConnection, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(table, rows)
  const types = table.columns.map(({ type }) => CELLS[type]!.type)
  const appender = await connection.createAppender(table.name)
  for (let from = 0; from < rows.length; from += VECTOR) {
    const chunk = DuckDBDataChunk.create(types)
    chunk.setColumns(columns.map((column) => column.slice(from, from + VECTOR)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/**
 * Writes one table of a package, in the order of its key.
 * @param from Parquet files of further rows
 * @returns its entry in the descriptor
 */
export async function writeTable(
  connection: DuckDBConnection,
  table: Table,
  rows: readonly Row[],
  folder: string,
  from: readonly string[] = [],
): Promise<Resource> {
  const columns = table.columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  await connection.run(`create table "${table.name}" (${columns})`)
  for (const file of from)
    await connection.run(`insert into "${table.name}" by name from read_parquet($1)`, [file])
  await fill(connection, table, rows)
  const file = join(folder, `${table.name}.parquet`)
  const written = await connection.runAndReadAll(
    `copy (from "${table.name}" order by ${quoted(table.key)}) to $1 (format parquet, compression zstd)`,
    [`${file}.new`],
  )
  await connection.run(`drop table "${table.name}"`)
  await rename(`${file}.new`, file)
  const [count] = written.getRowsJS()
  return resourceOf(table, folder, Number(count![0]))
}

/**
 * Writes a count package: one Parquet file a table and `datapackage.json`, last.
 * The same rows in any order give the same bytes; tables a package may do without are not written empty.
 *
 * @param tables BIGINT columns as bigint or safe integer; null only where schema.ts allows it
 * @returns the count's hash and the size of its tables in bytes
 * @throws Error naming table, key and column of every value that does not fit
 */
export async function writePackage(
  folder: string,
  meta: { id: string; title: string; compiled: string },
  tables: { readonly [K in TableName]: readonly Row[] },
): Promise<{ hash: string; bytes: number }> {
  await mkdir(folder, { recursive: true })
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  try {
    const connection = await instance.connect()
    const resources: Resource[] = []
    for (const table of Object.values<Table>(TABLES)) {
      const rows = tables[table.name as TableName]
      if (!table.optional || rows.length > 0)
        resources.push(await writeTable(connection, table, rows, folder))
    }
    await writeDescriptor(folder, meta, resources)
    return {
      hash: countHash(resources),
      bytes: resources.reduce((sum, { bytes }) => sum + bytes, 0),
    }
  } finally {
    instance.closeSync()
  }
}
