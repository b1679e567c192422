import { open } from 'node:fs/promises'
import { Unreadable } from './terms.ts'

export interface Entry {
  readonly name: string
  readonly packed: number
  readonly size: number
}

const MOST_ENTRIES = 2_000
const MOST_BYTES = 400 * 2 ** 20
const END = 0x06054b50
const RECORD = 0x02014b50
const TAIL = 65_557

const bad = (message: string) => new Unreadable('zip', message)

/**
 * What a zip archive says it holds, read from its directory and not unpacked
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16).
 * @throws Unreadable where that is more than is taken, or names a path outside the archive
 */
export async function zipDirectory(file: string): Promise<Entry[]> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, TAIL))
    await handle.read(tail, 0, tail.length, size - tail.length)
    let at = tail.length - 22
    while (at >= 0 && tail.readUInt32LE(at) !== END) at -= 1
    if (at < 0)
      throw bad(
        'The workbook is cut short or damaged: it has no directory. Save it again and upload it whole.',
      )
    const count = tail.readUInt16LE(at + 10)
    if (count > MOST_ENTRIES)
      throw bad(`The workbook says it holds ${count} files, more than the ${MOST_ENTRIES} that are taken.`)
    const length = tail.readUInt32LE(at + 12)
    const offset = tail.readUInt32LE(at + 16)
    if (offset + length > size) throw bad('The workbook is damaged: its directory lies outside it.')
    const directory = Buffer.alloc(length)
    await handle.read(directory, 0, length, offset)
    return entriesOf(directory, count)
  } finally {
    await handle.close()
  }
}

function entriesOf(directory: Buffer, count: number): Entry[] {
  const entries: Entry[] = []
  let at = 0
  let total = 0
  for (let made = 0; made < count; made += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== RECORD)
      throw bad('The workbook is damaged: its directory breaks off.')
    const packed = directory.readUInt32LE(at + 20)
    const size = directory.readUInt32LE(at + 24)
    const name = directory.toString('utf8', at + 46, at + 46 + directory.readUInt16LE(at + 28))
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(name))
      throw bad('The archive holds a file whose name leads outside it. It was not opened.')
    total += size
    if (total > MOST_BYTES)
      throw bad(
        `Unpacked, the workbook would be more than ${MOST_BYTES / 2 ** 20} MB. Save the sheet that is needed as CSV.`,
      )
    entries.push({ name, packed, size })
    at +=
      46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}
