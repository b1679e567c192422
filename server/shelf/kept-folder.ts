import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { countHash, DESCRIPTOR, type Descriptor, descriptorSchema } from '../count/descriptor.ts'
import type { Kept } from './kept.ts'

/** What stands beside a package that is kept. */
export const NOTE = 'kept.json'
export const HASH = /^[0-9a-f]{64}$/

const note = z.object({ made: z.iso.datetime(), base: z.string().regex(HASH).nullable() })

export type Note = z.infer<typeof note>

/** Name of every file of a package, its descriptor first. */
export const filesOf = ({ resources }: Descriptor): string[] => [
  DESCRIPTOR,
  ...resources.map(({ path }) => path),
]

export async function readDescriptor(folder: string): Promise<Descriptor> {
  return descriptorSchema.parse(JSON.parse(await readFile(join(folder, DESCRIPTOR), 'utf8')))
}

/**
 * What is kept in the folder of this hash, by its descriptor: the tables are looked at when it is opened.
 * @throws Error where there is no descriptor or note, or they are not of this hash
 */
export async function readKept(folder: string, hash: string): Promise<Kept> {
  const { id, title, compiled, resources } = await readDescriptor(folder)
  if (countHash(resources) !== hash) throw new Error('the descriptor is of another count')
  const { made, base } = note.parse(JSON.parse(await readFile(join(folder, NOTE), 'utf8')))
  const bytes = resources.reduce((sum, resource) => sum + resource.bytes, 0)
  return { id, hash, title, compiled, made, base, shipped: false, bytes }
}

/** Leaves in a folder only the files of its package. */
export async function leaveOnly(folder: string, descriptor: Descriptor): Promise<void> {
  const known = new Set(filesOf(descriptor))
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (!known.has(name) || !(await lstat(path)).isFile()) await rm(path, { recursive: true, force: true })
  }
}
