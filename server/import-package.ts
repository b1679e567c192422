import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Config } from './config.ts'
import { PackageError } from './count/read.ts'
import { countsFrom, engineFrom } from './from-config.ts'
import { given, Told } from './import-told.ts'
import { keepFrom } from './shelf/from-disk.ts'

const NAMED = /(^|[\\/])datapackage\.json$|\.zip$/i

/** Whether the command names a count package: a zip, a folder or its datapackage.json. */
export async function namesPackage(args: readonly string[]): Promise<boolean> {
  for (const arg of args) {
    if (NAMED.test(arg)) return true
    const folder = await stat(given(arg)).catch(() => undefined)
    if (folder?.isDirectory()) return true
  }
  return false
}

/** Keeps the package the command names, and serves it with --serve. Says what was done. Throws Told, Busy. */
export async function importPackage(args: readonly string[], config: Config): Promise<void> {
  let asked: { positionals: string[]; values: { serve?: boolean } }
  try {
    asked = parseArgs({ args: [...args], allowPositionals: true, options: { serve: { type: 'boolean' } } })
  } catch (error) {
    throw new Told((error as Error).message)
  }
  const [path, ...more] = asked.positionals
  if (path === undefined || more.length > 0)
    throw new Told('A count package is imported by itself: name one, and --serve to serve it.')
  const counts = countsFrom(config, console.error)
  try {
    await counts.start()
    const before = counts.shelf.current!
    const kept = await keepFrom(counts, given(path), config.INTAKE_MEGABYTES, engineFrom(config))
    const { id, hash, title, compiled } = kept
    console.log(`Kept: ${title} (${id}, compiled ${compiled})\nHash: ${hash}`)
    if (asked.values.serve) {
      await counts.serve(hash)
      console.log(`It is served from now on. Before it: ${before.title}\nHash: ${before.hash}`)
    } else if (hash !== before.hash)
      console.log(`Still served: ${before.title}. With --serve it is this one.`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof PackageError)
      throw new Told(`${path} is no count that can be opened:\n  ${error.faults.join('\n  ')}`)
    if (code !== undefined) throw new Told(`${path}: ${code}. Nothing was changed.`)
    throw error
  } finally {
    await counts.close()
  }
}
