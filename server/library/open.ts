import { existsSync } from 'node:fs'
import { link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Store, type StoreOptions } from '../engine/store.ts'
import { LIBRARY, libraryFile } from './file.ts'
import { bringUp, type Made } from './migrate.ts'
import { LibraryUnavailable } from './unavailable.ts'

/** Making a library takes under a second: what is this old belongs to no one. */
const ABANDONED_MS = 600_000

/** The lock is of the process: within it, a file opened twice would be written twice. */
const opened = new Set<string>()

const inUse = (cause?: unknown) =>
  new LibraryUnavailable(
    'in-use',
    'Another Total Place has the library open. Stop it, or start this one with a STATE_DIR of its own, and try again.',
    cause,
  )

const broken = (cause: unknown) =>
  new LibraryUnavailable(
    'broken',
    `The library cannot be read. Nothing has been written to it. Move ${LIBRARY} and ${LIBRARY}.wal out of the state folder to begin a new one, or put a sound copy of both in their place, and try again.`,
    cause,
  )

const unwritable = (cause: unknown) =>
  new LibraryUnavailable(
    'unwritable',
    `The library cannot be written: see that ${LIBRARY} in the state folder may be written and that its disk is not full, and try again.`,
    cause,
  )

function whyNot(error: unknown): LibraryUnavailable {
  if (error instanceof LibraryUnavailable) return error
  const text = String(error)
  if (/could not set lock|conflicting lock|being used by another process/i.test(text)) return inUse(error)
  if (/EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|permission denied|read-only file system|no space left/i.test(text))
    return unwritable(error)
  return broken(error)
}

/** Makes the file whole under another name first, so that a library is there in full or not at all. */
async function makeNew(file: string, options: StoreOptions, made: Made): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.new`
  try {
    await rm(temporary, { force: true })
    const store = await Store.open(temporary, options)
    await bringUp(store, made).finally(() => store.close())
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      if (existsSync(file)) throw error
      return rename(temporary, file)
    })
  } finally {
    for (const left of [temporary, `${temporary}.wal`]) await rm(left, { force: true })
  }
}

/** Takes away what a process that was killed left half made. */
async function clear(folder: string): Promise<void> {
  const old = Date.now() - ABANDONED_MS
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (name.startsWith(LIBRARY) && /\.\d+\.new(\.wal)?$/.test(name) && (await stat(path)).mtimeMs < old)
      await rm(path, { force: true })
  }
}

/**
 * Opens the library of a state folder, making it where there is none and bringing an older one up to
 * the present form. `closed` is to be called once the store is closed.
 * @throws LibraryUnavailable
 */
export async function openLibrary(
  folder: string,
  options: StoreOptions,
  made: Made,
): Promise<{ store: Store; closed: () => void }> {
  const file = libraryFile(folder)
  if (opened.has(file)) throw inUse()
  opened.add(file)
  const closed = () => void opened.delete(file)
  try {
    if (!existsSync(file)) {
      if (existsSync(`${file}.wal`)) throw broken(new Error(`${LIBRARY}.wal stands alone`))
      await makeNew(file, options, made)
    }
    const store = await Store.open(file, options)
    await bringUp(store, made).catch(async (error) => {
      await store.close()
      throw error
    })
    await clear(dirname(file)).catch(() => undefined)
    return { store, closed }
  } catch (error) {
    closed()
    throw whyNot(error)
  }
}
