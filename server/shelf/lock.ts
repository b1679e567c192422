import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gone, OWNER, temporaryName } from './owner.ts'
import { Busy } from './refused.ts'

const LOCK = 'lock'
const PATIENCE_MS = 3000
const AGAIN_MS = 20
/** It is held for milliseconds: whoever holds it longer has stopped. */
const LONGEST_MS = 60_000
/** Less than {@link PATIENCE_MS}: a process killed before it wrote its mark keeps nobody out. */
const HALF_MADE_MS = 1000

const absent = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
  return undefined
}

/**
 * Does the work while no other process does such work on this folder.
 * @param work given a check, to be made before what cannot be undone, that the lock has not been taken from it
 * @throws Busy where another holds it for seconds, or the disk's own error
 */
export async function locked<T>(
  folder: string,
  work: (still: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const file = join(folder, LOCK)
  const mark = `${OWNER}-${randomUUID()}`
  const mine = async () => (await readFile(file, 'utf8').catch(absent)) === mark
  const until = Date.now() + PATIENCE_MS
  while (!(await take(file, mark))) {
    if (Date.now() > until) throw new Busy()
    await breakStale(folder, file)
    await wait(AGAIN_MS)
  }
  try {
    return await work(async () => {
      if (!(await mine())) throw new Busy()
    })
  } finally {
    if (await mine()) await rm(file, { force: true })
  }
}

async function take(file: string, mark: string): Promise<boolean> {
  const handle = await open(file, 'wx').catch((error) => {
    if (error.code !== 'EEXIST') throw error
    return undefined
  })
  if (!handle) return false
  try {
    await handle.writeFile(mark)
    return true
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

/** Takes a lock away whose process is gone. One that was renewed meanwhile is given back. */
async function breakStale(folder: string, file: string): Promise<void> {
  const mark = await readFile(file, 'utf8').catch(absent)
  const made = await stat(file).catch(absent)
  if (mark === undefined || !made) return
  const stale =
    mark === ''
      ? Date.now() - made.mtimeMs > HALF_MADE_MS
      : gone(mark.split('-').slice(0, 2).join('-'), made.mtimeMs, Date.now(), LONGEST_MS)
  if (!stale) return
  const aside = join(folder, temporaryName())
  const moved = await rename(file, aside).then(() => true, absent)
  if (!moved) return
  if ((await readFile(aside, 'utf8')) !== mark) await link(aside, file).catch(() => undefined)
  await rm(aside, { force: true })
}
