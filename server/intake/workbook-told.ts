import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../root.ts'
import { Unreadable } from './terms.ts'
import type { Told } from './workbook-sheets.ts'

const program = import.meta.url.endsWith('.ts')
  ? join(ROOT, 'dist/server/intake/workbook-process.js')
  : fileURLToPath(new URL('./workbook-process.js', import.meta.url))

/** What the capped process tells of a workbook; ends it whatever happens. Throws Unreadable. */
export async function* told(
  file: string,
  timeMs: number,
  memoryMb: number,
  signal?: AbortSignal,
): AsyncGenerator<Told> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, program, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, timeMs)
  const stop = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(1)),
  )
  try {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Told
    const code = await ended
    signal?.throwIfAborted()
    if (late)
      throw new Unreadable(
        'workbook',
        `The workbook took more than ${timeMs / 1000} seconds to read. Save the sheet that is needed as CSV.`,
      )
    if (code !== 0)
      throw new Unreadable(
        'workbook',
        'The workbook needs more memory than is given to reading one. Save the sheet that is needed as CSV.',
      )
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    child.kill('SIGKILL')
  }
}
