import { copyFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DESCRIPTOR } from '../count/descriptor.ts'
import { readPackage } from '../count/read.ts'
import type { Limits } from '../engine/confined.ts'
import type { Kept, KeptCounts } from './kept.ts'
import { filesOf } from './kept-folder.ts'
import { unpack } from './unpack.ts'

/**
 * Keeps the count package of a zip, a folder or a descriptor; not served yet.
 * @param megabytes most a zip may be unpacked
 * @throws PackageError naming every fault, or the disk's own error
 */
export async function keepFrom(
  counts: KeptCounts,
  path: string,
  megabytes: number,
  limits: Limits,
): Promise<Kept> {
  const scratch = await counts.scratch()
  try {
    if ((await stat(path)).isDirectory()) await copy(path, scratch, limits)
    else if (path.endsWith(DESCRIPTOR)) await copy(dirname(path), scratch, limits)
    else await unpack(path, scratch, megabytes)
  } catch (error) {
    await counts.discard(scratch)
    throw error
  }
  return counts.adopt(scratch, null)
}

async function copy(from: string, to: string, limits: Limits): Promise<void> {
  const { descriptor } = await readPackage(from, limits)
  for (const name of new Set(filesOf(descriptor))) await copyFile(join(from, name), join(to, name))
}
