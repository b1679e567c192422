import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Zip, ZipPassThrough } from 'fflate'
import { filesOf, readDescriptor } from './kept-folder.ts'

/** What a zip of this form can hold, with room for its directory. */
export const MOST_PACKED = 2 ** 32 - 2 ** 20
const PIECE = 2 ** 18

interface File {
  readonly path: string
  readonly handle: FileHandle
}

/**
 * The files of a package as they are, in one zip a piece at a time; the same package gives the same bytes. All files
 * are opened before the first piece: taken away meanwhile, the package still comes whole.
 * @throws Error where a file cannot be opened
 */
export async function packed(folder: string): Promise<AsyncGenerator<Buffer>> {
  const descriptor = await readDescriptor(folder)
  const files: File[] = []
  try {
    for (const path of filesOf(descriptor)) files.push({ path, handle: await open(join(folder, path)) })
  } catch (error) {
    await closed(files)
    throw error
  }
  const [year, month, day] = descriptor.compiled.split('-').map(Number) as [number, number, number]
  // A zip keeps local time: made of its parts, it is the same in every zone.
  return pieces(files, new Date(year, month - 1, day))
}

const closed = (files: readonly File[]) => Promise.all(files.map(({ handle }) => handle.close()))

async function* pieces(files: readonly File[], mtime: Date): AsyncGenerator<Buffer> {
  const made: Buffer[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    made.push(Buffer.from(piece))
  })
  try {
    for (const { path, handle } of files) {
      const file = new ZipPassThrough(path)
      file.mtime = mtime
      zip.add(file)
      for (;;) {
        const piece = Buffer.alloc(PIECE)
        const { bytesRead } = await handle.read(piece, 0, PIECE)
        file.push(piece.subarray(0, bytesRead), bytesRead === 0)
        yield* made.splice(0)
        if (bytesRead === 0) break
      }
    }
    zip.end()
    yield* made.splice(0)
  } finally {
    await closed(files)
  }
}
