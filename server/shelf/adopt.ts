import { rm } from 'node:fs/promises'
import { stateFile } from '../count/build.ts'
import { openCount } from '../count/open.ts'
import { type CountPackage, readPackage } from '../count/read.ts'
import type { EngineOptions } from '../engine/engine.ts'
import type { Kept } from './kept.ts'
import { leaveOnly } from './kept-folder.ts'
import type { OpenCounts } from './open-counts.ts'
import { type Packages, there } from './packages.ts'

export interface Adopting {
  readonly packages: Packages
  readonly open: OpenCounts
  readonly stateFolder: string
  readonly engine: EngineOptions
  readonly now: () => Date
}

/** Takes away what was built of a count. */
export const forgetState = (stateFolder: string, hash: string): Promise<void> =>
  rm(stateFile(stateFolder, hash), { force: true })

/**
 * Checks, builds, opens and keeps the package in a scratch folder; one that is kept whole already stays as it is.
 * @throws PackageError, or the disk's own error: then nothing is left but the scratch folder
 */
export async function adopt(scratch: string, base: string | null, given: Adopting): Promise<Kept> {
  const found = await readPackage(scratch, given.engine)
  return (await given.packages.whole(found.hash)) ?? (await keep(found, base, given))
}

async function keep(found: CountPackage, base: string | null, given: Adopting): Promise<Kept> {
  const { hash, folder, descriptor } = found
  const { packages, open, stateFolder, engine, now } = given
  open.drop(hash)
  try {
    await leaveOnly(folder, descriptor)
    const loan = await open.lend(hash, () => openCount(folder, stateFolder, engine))
    loan.release()
    return await packages.keep(folder, hash, { made: now().toISOString(), base })
  } catch (error) {
    open.drop(hash)
    if (!(await there(packages.path(hash)))) await forgetState(stateFolder, hash).catch(() => undefined)
    throw error
  }
}
