import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { ConfigError } from './config.ts'
import { PackageError } from './count/read.ts'
import { BadMapping, NotNow } from './intake/refusals.ts'
import { Unplannable, Unpublishable } from './publish/terms.ts'
import { Outdated } from './shelf/kept.ts'
import { Busy } from './shelf/refused.ts'

/** A fault the reader of the terminal can mend. */
export class Told extends Error {}

/** A path as it was meant where the command was given. */
export const given = (file: string) =>
  process.env.INIT_CWD ? resolve(process.env.INIT_CWD, file) : resolve(file)

/** Reads a document of a known form. Throws Told, naming every fault. */
export async function readJson<S extends z.ZodType>(
  file: string,
  schema: S,
  what: string,
): Promise<z.output<S>> {
  const text = await readFile(given(file), 'utf8').catch((error) => {
    throw new Told(`${file} cannot be read (${error.code}).`)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Told(`${file} is not JSON.`)
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
  throw new Told([`${file} is no ${what}:`, ...faults].join('\n'))
}

const MENDED = [Told, ConfigError, PackageError, NotNow, Outdated, Busy]

/** What went wrong as the terminal is told it: in words where the reader can mend it. */
export function inTerminal(error: unknown): unknown {
  if (error instanceof BadMapping || error instanceof Unplannable || error instanceof Unpublishable) {
    const faults = error.faults.map(
      ({ where, message, value }) => `  ${where}: ${message}${value === undefined ? '' : ` (${value})`}`,
    )
    return [error.message, ...faults].join('\n')
  }
  return MENDED.some((kind) => error instanceof kind) ? (error as Error).message : error
}
