import { copyFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DESCRIPTOR } from '../count/descriptor.ts'
import { readPackage } from '../count/read.ts'
import type { Limits } from '../engine/confined.ts'
import type { Kept, KeptCounts } from './kept.ts'
import { filesOf } from './kept-folder.ts'
import { unpack } from './unpack.ts'

/** Keeps what is put into a scratch folder, whole or not at all. */
async function keep(counts: KeptCounts, put: (scratch: string) => Promise<void>): Promise<Kept> {
  const scratch = await counts.scratch()
  try {
    await put(scratch)
  } catch (error) {
    await counts.discard(scratch)
    throw error
  }
  return counts.adopt(scratch, null)
}

/**
 * Keeps the count package of a zip nobody has checked; not served yet.
 * @param megabytes most it may be unpacked
 * @throws PackageError naming every fault, or the disk's own error
 */
export const keepZip = (counts: KeptCounts, zip: string, megabytes: number): Promise<Kept> =>
  keep(counts, (scratch) => unpack(zip, scratch, megabytes))

/**
 * Keeps the count package of a zip, a folder or a descriptor; not served yet.
 * @param megabytes most a zip may be unpacked
 * @throws PackageError naming every fault, or the disk's own error
 */
export const keepFrom = (
  counts: KeptCounts,
  path: string,
  megabytes: number,
  limits: Limits,
): Promise<Kept> =>
  keep(counts, async (scratch) => {
    if ((await stat(path)).isDirectory()) await copy(path, scratch, limits)
    else if (path.endsWith(DESCRIPTOR)) await copy(dirname(path), scratch, limits)
    else await unpack(path, scratch, megabytes)
  })

async function copy(from: string, to: string, limits: Limits): Promise<void> {
  const { descriptor } = await readPackage(from, limits)
  for (const name of new Set(filesOf(descriptor))) await copyFile(join(from, name), join(to, name))
}
