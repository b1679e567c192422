import type { FileHandle } from 'node:fs/promises'

/** One file of a zip, as its directory has it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** A link, a device or whatever else is neither file nor folder. */
  readonly special: boolean
  readonly packed: number
  readonly size: number
  /** Where its header lies. */
  readonly offset: number
}

const END = 0x06054b50
const RECORD = 0x02014b50
const HEADER = 0x04034b50
const TAIL = 65_557
const UNSAID = 0xffffffff
const UNIX = 3
const KIND = 0o170000
const ORDINARY = new Set([0, 0o100000, 0o040000])
const MOST_ENTRIES = 500

/** Why a zip cannot be read. */
export class BadZip extends Error {}

/**
 * The directory of a zip, not unpacked (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3).
 * @throws BadZip where it is damaged, in parts, over 4 GB or of too many files
 */
export async function zipEntries(handle: FileHandle): Promise<{ entries: ZipEntry[]; directory: number }> {
  const { size } = await handle.stat()
  const tail = Buffer.alloc(Math.min(size, TAIL))
  await handle.read(tail, 0, tail.length, size - tail.length)
  let at = tail.length - 22
  while (at >= 0 && !(tail.readUInt32LE(at) === END && at + 22 + tail.readUInt16LE(at + 20) === tail.length))
    at -= 1
  if (at < 0) throw new BadZip('is no zip, or is cut short: it has no directory')
  const count = tail.readUInt16LE(at + 10)
  const length = tail.readUInt32LE(at + 12)
  const offset = tail.readUInt32LE(at + 16)
  if (offset === UNSAID || tail.readUInt16LE(at + 8) !== count)
    throw new BadZip(
      'is a zip in parts or larger than 4 GB, which is not read: use the folder and npm run import',
    )
  if (count > MOST_ENTRIES)
    throw new BadZip(`holds ${count} files, more than the ${MOST_ENTRIES} that are taken`)
  if (offset + length > size) throw new BadZip('is damaged: its directory lies outside it')
  const directory = Buffer.alloc(length)
  await handle.read(directory, 0, length, offset)
  const entries: ZipEntry[] = []
  let from = 0
  while (entries.length < count) {
    if (from + 46 > length || directory.readUInt32LE(from) !== RECORD)
      throw new BadZip('is damaged: its directory breaks off')
    const named = directory.readUInt16LE(from + 28)
    const kind = (directory.readUInt32LE(from + 38) >>> 16) & KIND
    entries.push({
      name: directory.toString('utf8', from + 46, from + 46 + named),
      encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
      method: directory.readUInt16LE(from + 10),
      special: directory.readUInt8(from + 5) === UNIX && !ORDINARY.has(kind),
      packed: directory.readUInt32LE(from + 20),
      size: directory.readUInt32LE(from + 24),
      offset: directory.readUInt32LE(from + 42),
    })
    from += 46 + named + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32)
  }
  return { entries, directory: offset }
}

/**
 * Where the bytes of a file begin.
 * @throws BadZip where its own header does not say what the directory says
 */
export async function dataOf(handle: FileHandle, { name, offset }: ZipEntry): Promise<number> {
  const head = Buffer.alloc(30)
  const { bytesRead } = await handle.read(head, 0, 30, offset)
  if (bytesRead < 30 || head.readUInt32LE(0) !== HEADER)
    throw new BadZip(`${name}: is not where it should be`)
  const named = Buffer.alloc(head.readUInt16LE(26))
  await handle.read(named, 0, named.length, offset + 30)
  if (named.toString('utf8') !== name) throw new BadZip(`${name}: has another name in its own header`)
  return offset + 30 + named.length + head.readUInt16LE(28)
}
