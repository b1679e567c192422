import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** What a database may take of the machine. */
export interface Limits {
  readonly threads: number
  /** As DuckDB writes it: 1GB. */
  readonly memoryLimit: string
}

export interface Confinement extends Limits {
  /** The only folders it may read and write besides its own file. */
  readonly folders: readonly string[]
  /** Folder it spills to; without one it does not spill. */
  readonly spill?: string
  readonly readOnly?: boolean
}

export interface Confined {
  readonly instance: DuckDBInstance
  readonly connection: DuckDBConnection
}

export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Opens or makes a database within limits and locked to folders; `:memory:` keeps nothing. */
export async function confined(
  file: string,
  { threads, memoryLimit, folders, spill, readOnly }: Confinement,
): Promise<Confined> {
  const instance = await DuckDBInstance.create(file, {
    threads: String(threads),
    memory_limit: memoryLimit,
    ...(readOnly ? { access_mode: 'READ_ONLY' } : {}),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  for (const setting of [
    `temp_directory = ${literal(spill ?? '')}`,
    `allowed_directories = [${folders.map((folder) => literal(`${folder}/`)).join(', ')}]`,
    'enable_external_access = false',
    'lock_configuration = true',
  ])
    await connection.run(`set ${setting}`)
  return { instance, connection }
}
