import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file over the most that is taken. */
export class TooLarge extends Error {
  readonly megabytes: number
  constructor(megabytes: number) {
    super(`The file is larger than ${megabytes} MB, the most that is taken. Split it, or save it as Parquet.`)
    this.name = 'TooLarge'
    this.megabytes = megabytes
  }
}

/** Writes a stream to a file, whole or not at all, and hashes it on the way. Throws TooLarge. */
export async function receive(
  source: AsyncIterable<Buffer>,
  file: string,
  megabytes: number,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      hash.update(chunk)
      if (bytes > megabytes * 2 ** 20) done(new TooLarge(megabytes))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(source, meter, createWriteStream(file, { flush: true } as object))
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined)
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}

const LONGEST = 120

/** A file's name without folders, controls and marks of direction, cut where it is too long; never a path. */
export function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()].slice(0, LONGEST).join('')
  return /^\.*$/.test(plain) ? 'file' : plain
}
