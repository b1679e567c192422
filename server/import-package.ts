import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from './config.ts'
import { PackageError } from './count/read.ts'
import { countsFrom, engineFrom } from './from-config.ts'
import { keepFrom } from './shelf/from-disk.ts'
import { Busy } from './shelf/refused.ts'

const NAMED = /(^|[\\/])datapackage\.json$|\.zip$/i
const from = (path: string) => (process.env.INIT_CWD ? resolve(process.env.INIT_CWD, path) : resolve(path))

/** Whether the command names a count package: a zip, a folder or its datapackage.json. */
export async function namesPackage(args: readonly string[]): Promise<boolean> {
  for (const arg of args) {
    if (NAMED.test(arg)) return true
    const folder = await stat(from(arg)).catch(() => undefined)
    if (folder?.isDirectory()) return true
  }
  return false
}

/** Keeps the package the command names, and serves it with --serve. Says what was done, or why it was not. */
export async function importPackage(args: readonly string[], config: Config): Promise<boolean> {
  let given: { positionals: string[]; values: { serve?: boolean } }
  try {
    given = parseArgs({ args: [...args], allowPositionals: true, options: { serve: { type: 'boolean' } } })
  } catch (error) {
    return refused((error as Error).message)
  }
  const [path, ...more] = given.positionals
  if (path === undefined || more.length > 0)
    return refused('A count package is imported by itself: name one, and --serve to serve it.')
  const counts = countsFrom(config, console.error)
  try {
    await counts.start()
    const before = counts.shelf.current!
    const kept = await keepFrom(counts, from(path), config.INTAKE_MEGABYTES, engineFrom(config))
    const { id, hash, title, compiled } = kept
    console.log(`Kept: ${title} (${id}, compiled ${compiled})\nHash: ${hash}`)
    if (given.values.serve) {
      await counts.serve(hash)
      console.log(`It is served from now on. Before it: ${before.title}\nHash: ${before.hash}`)
    } else if (hash !== before.hash)
      console.log(`Still served: ${before.title}. With --serve it is this one.`)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof PackageError)
      return refused(`${path} is no count that can be opened:\n  ${error.faults.join('\n  ')}`)
    if (error instanceof Busy) return refused(error.message)
    if (code !== undefined) return refused(`${path}: ${code}. Nothing was changed.`)
    throw error
  } finally {
    await counts.close()
  }
}

function refused(message: string): false {
  console.error(message)
  return false
}
