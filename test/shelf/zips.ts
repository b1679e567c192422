import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'

/** Files of a folder by name. */
export async function filesIn(folder: string): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(folder)).filter(
    (name) => /\.(parquet|json)$/.test(name) && name !== 'kept.json',
  )
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))])),
  )
}

export const zipped = (files: Zippable, level: 0 | 6 = 6): Buffer => Buffer.from(zipSync(files, { level }))

const RECORD = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const END = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** The same zip with something else said in the directory record of its nth file. */
export function spoilt(zip: Buffer, nth: number, change: (record: Buffer) => void): Buffer {
  const copy = Buffer.from(zip)
  let at = copy.readUInt32LE(copy.lastIndexOf(END) + 16)
  for (let index = 0; index < nth; index += 1) at = copy.indexOf(RECORD, at + 4)
  change(copy.subarray(at))
  return copy
}
