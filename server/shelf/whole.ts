import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { temporaryName } from './owner.ts'

/** Makes a folder and those above it. Unlike mkdir, it says so where the disk is read-only. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder).catch(async (error) => {
    if (error.code === 'EEXIST') return
    if (error.code !== 'ENOENT' || folder === dirname(folder)) throw error
    await makeFolder(dirname(folder))
    await makeFolder(folder)
  })
}

/** Puts on the disk what a folder says it holds; where the system has no such thing, it is left to it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Puts every file of a folder on the disk, and then the folder. */
export async function syncFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const handle = await open(join(folder, name), 'r')
    await handle.sync().finally(() => handle.close())
  }
  await syncFolder(folder)
}

/** Writes a file whole or not at all: it is on the disk when this ends. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const beside = join(dirname(file), temporaryName())
  try {
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(file))
}
