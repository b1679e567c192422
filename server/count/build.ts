import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { confined, type Limits } from '../engine/confined.ts'
import { failureOf } from '../engine/engine.ts'
import { query } from '../engine/queries.ts'
import { addOptional } from './optional.ts'
import { type CountPackage, NO_MEMORY, PackageError } from './read.ts'
import { OPTIONAL } from './schema.ts'

/** Digest of the scripts a state file is checked and built by: a file built by others is built again. */
export const STATE_VERSION = createHash('sha256')
  .update(query('package-faults'))
  .update(query('state'))
  .update(JSON.stringify(OPTIONAL))
  .digest('hex')

/** A build takes seconds: what is this old belongs to no one. */
const ABANDONED_MS = 600_000

export const stateFile = (stateFolder: string, hash: string) => join(stateFolder, 'counts', `${hash}.duckdb`)

/**
 * Builds the state file of a count beside its final name, then renames it there.
 * @throws PackageError naming what in the package does not hold together
 */
export async function buildState(count: CountPackage, file: string, limits: Limits): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await clear(dirname(file))
  const temporary = `${file}.${process.pid}.new`
  await rm(temporary, { force: true })
  try {
    await fill(count, temporary, limits)
    await rename(temporary, file)
  } catch (error) {
    if (error instanceof PackageError || failureOf(error) !== 'memory') throw error
    throw new PackageError(count.folder, [NO_MEMORY], error)
  } finally {
    for (const left of [temporary, `${temporary}.wal`, spillOf(temporary)])
      await rm(left, { recursive: true, force: true })
  }
}

/** Takes away what a process that was killed left half built. */
async function clear(folder: string): Promise<void> {
  const old = Date.now() - ABANDONED_MS
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (/\.\d+\.new(\.wal|\.spill)?$/.test(name) && (await stat(path)).mtimeMs < old)
      await rm(path, { recursive: true, force: true })
  }
}

const spillOf = (file: string) => `${file}.spill`

async function fill(count: CountPackage, file: string, { threads, memoryLimit }: Limits): Promise<void> {
  const { folder, hash } = count
  const spill = spillOf(file)
  const { instance, connection } = await confined(file, { threads, memoryLimit, folders: [folder], spill })
  try {
    const faults = await connection.runAndReadAll(query('package-faults'), {
      folder,
    })
    if (faults.currentRowCount > 0)
      throw new PackageError(
        folder,
        faults.getRowsJS().map(([fault, rows]) => `${fault} (${rows} rows)`),
      )
    await connection.run('set variable folder = $1', [folder])
    await connection.run('set variable hash = $1', [hash])
    await connection.run('set variable version = $1', [STATE_VERSION])
    await connection.run(query('state'))
    const unclassed = await connection.runAndReadAll(query('unclassed'))
    if (unclassed.currentRowCount > 0)
      throw new PackageError(
        folder,
        unclassed.getRowsJS().map(([line, agency, programme]) => {
          return `no rule of local control fits line ${line} (${agency}, ${programme})`
        }),
      )
    await addOptional(connection, count)
    await connection.run('checkpoint')
    connection.closeSync()
  } finally {
    instance.closeSync()
  }
}
