import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { HASH } from './kept-folder.ts'
import { writeWhole } from './whole.ts'

const SERVED = 'served.json'
const MOST_HISTORY = 50

const hash = z.string().regex(HASH)
const schema = z.object({
  served: hash,
  /** Whether the one that ships was chosen, whatever its hash is by now. */
  shipped: z.boolean(),
  at: z.iso.datetime(),
  /** What was served before, the latest first. */
  history: z.array(z.object({ served: hash, shipped: z.boolean(), until: z.iso.datetime() })),
})

/** Which count is served, and which were. */
export type Pointer = z.infer<typeof schema>

/** The pointer as it stands: `text` null where there is none, `pointer` undefined where it cannot be read. */
export async function readPointer(folder: string): Promise<{ text: string | null; pointer?: Pointer }> {
  const text = await readFile(join(folder, SERVED), 'utf8').catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (text === null) return { text }
  try {
    return { text, pointer: schema.parse(JSON.parse(text)) }
  } catch {
    return { text }
  }
}

/** Points to another count; on the disk when this ends. Gives the text that stands there. */
export async function writePointer(folder: string, pointer: Pointer): Promise<string> {
  const text = `${JSON.stringify({ ...pointer, history: pointer.history.slice(0, MOST_HISTORY) }, null, 2)}\n`
  await writeWhole(join(folder, SERVED), text)
  return text
}
