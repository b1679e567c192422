import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { confined, type Limits } from '../engine/confined.ts'
import { failureOf } from '../engine/engine.ts'
import { query } from '../engine/queries.ts'
import { countHash, DESCRIPTOR, type Descriptor, descriptorSchema, type Resource } from './descriptor.ts'
import { type Column, TABLES, type Table, type TableName } from './schema.ts'

/** A count package found whole: every table present, its bytes as hashed, its columns as schema.ts has them. */
export interface CountPackage {
  readonly folder: string
  readonly hash: string
  readonly descriptor: Descriptor
  readonly bytes: number
}

/** Every fault of a package, one a line in `message`. */
export class PackageError extends Error {
  readonly faults: readonly string[]
  constructor(folder: string, faults: readonly string[], cause?: unknown) {
    super(`The count in ${folder} cannot be opened:\n  ${faults.join('\n  ')}`, { cause })
    this.name = 'PackageError'
    this.faults = faults
  }
}

/** Fault of a package too large for the limits it is opened within. */
export const NO_MEMORY = 'takes more memory than this server gives a count (MEMORY_LIMIT)'

async function readDescriptor(folder: string): Promise<Descriptor> {
  const content = await readFile(join(folder, DESCRIPTOR), 'utf8').catch((cause) => {
    throw new PackageError(folder, [`${DESCRIPTOR} cannot be read (${cause.code})`], cause)
  })
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (cause) {
    throw new PackageError(folder, [`${DESCRIPTOR} is not JSON`], cause)
  }
  const parsed = descriptorSchema.safeParse(json)
  if (!parsed.success)
    throw new PackageError(
      folder,
      parsed.error.issues.map((issue) => `${DESCRIPTOR}: ${issue.path.join('.')} ${issue.message}`),
    )
  return parsed.data
}

function tableFaults({ resources }: Descriptor): string[] {
  const faults: string[] = []
  for (const { name, optional } of Object.values<Table>(TABLES)) {
    const count = resources.filter((resource) => resource.name === name).length
    if (count !== 1 && !(optional && count === 0))
      faults.push(`${DESCRIPTOR}: table ${name} stands ${count} times, not once`)
  }
  return faults
}

async function contentFaults(connection: DuckDBConnection, resource: Resource, file: string) {
  const expected: readonly Column[] = TABLES[resource.name as TableName].columns
  const found = (await connection.runAndReadAll(query('package-columns'), { file })).getRowsJS()
  const faults: string[] = []
  const columns = new Map(
    found.map(([, name, type, empty]) => [name as string, { is: type as string, empty: Number(empty) }]),
  )
  for (const { name, type, nullable, later } of expected) {
    const column = columns.get(name)
    if (column === undefined && later) continue
    if (column === undefined) faults.push(`${resource.path}: no column ${name}`)
    else if (plain(column.is) !== plain(type))
      faults.push(`${resource.path}: column ${name} is ${column.is}, not ${type}`)
    else if (column.empty > 0 && !nullable)
      faults.push(`${resource.path}: column ${name} must not be null (${column.empty} rows)`)
    columns.delete(name)
  }
  for (const name of columns.keys()) faults.push(`${resource.path}: column ${name} is not of this table`)
  const rows = Number(found[0]?.[0] ?? 0)
  if (rows !== resource.rows) faults.push(`${resource.path}: ${rows} rows, not ${resource.rows}`)
  return faults
}

const plain = (type: string) => type.replaceAll('"', '')

async function resourceFaults(connection: DuckDBConnection, resource: Resource, folder: string) {
  const file = join(folder, resource.path)
  const found = await readFile(file).then(
    (content) => ({ content }),
    ({ code }: NodeJS.ErrnoException) => ({ code }),
  )
  if (!('content' in found)) return [`${resource.path} cannot be read (${found.code})`]
  const hash = `sha256:${createHash('sha256').update(found.content).digest('hex')}`
  if (hash !== resource.hash)
    return [`${resource.path} is not the file that was compiled: its hash is ${hash}, not ${resource.hash}`]
  return contentFaults(connection, resource, file).catch((error) => [
    failureOf(error) === 'memory' ? `${resource.path}: ${NO_MEMORY}` : `${resource.path} is not Parquet`,
  ])
}

/**
 * Reads and checks the count package in a folder.
 * @throws PackageError naming every fault found
 */
export async function readPackage(from: string, { threads, memoryLimit }: Limits): Promise<CountPackage> {
  const folder = resolve(from)
  const descriptor = await readDescriptor(folder)
  const { instance, connection } = await confined(':memory:', { threads, memoryLimit, folders: [folder] })
  try {
    const checks = descriptor.resources.map((resource) => resourceFaults(connection, resource, folder))
    const faults = [...tableFaults(descriptor), ...(await Promise.all(checks)).flat()]
    if (faults.length > 0) throw new PackageError(folder, faults)
  } finally {
    instance.closeSync()
  }
  const bytes = descriptor.resources.reduce((sum, resource) => sum + resource.bytes, 0)
  return { folder, hash: countHash(descriptor.resources), descriptor, bytes }
}
