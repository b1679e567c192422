import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gone, makerOf } from './owner.ts'

/** A state file is built in seconds and kept the moment after: what is this old and of no count belongs to no one. */
const ABANDONED_MS = 600_000
const STATE = /^([0-9a-f]{64})\.duckdb(\.wal|\.\d+\.new(\.wal|\.spill)?)?$/

/**
 * Takes away what processes that were killed left: half made folders and files, and state files of counts that are
 * not here.
 * @param here whether a count of this hash ships or is kept
 * @param own whether this process works in a folder
 */
export async function sweepShelf(
  { published, states }: { published: string; states: string },
  here: (hash: string) => Promise<boolean>,
  own: (path: string) => boolean,
  now: number,
): Promise<void> {
  for (const name of await readdir(published).catch(() => [])) {
    const path = join(published, name)
    const maker = makerOf(name)
    const made = await stat(path).catch(() => undefined)
    if (maker && made && !own(path) && gone(maker, made.mtimeMs, now))
      await rm(path, { recursive: true, force: true })
  }
  for (const name of await readdir(states).catch(() => [])) {
    const [, hash, more] = STATE.exec(name) ?? []
    const made = hash && (await stat(join(states, name)).catch(() => undefined))
    if (!hash || !made || now - made.mtimeMs < ABANDONED_MS) continue
    if (more?.includes('.new') || !(await here(hash)))
      await rm(join(states, name), { recursive: true, force: true })
  }
}
