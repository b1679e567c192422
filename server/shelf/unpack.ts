import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { DESCRIPTOR } from '../count/descriptor.ts'
import { PackageError } from '../count/read.ts'
import { readDescriptor } from './kept-folder.ts'
import { BadZip, dataOf, type ZipEntry, zipEntries } from './zip-entries.ts'

const STORED = 0
const DEFLATED = 8
const MOST_ROWS = 50_000_000
const MOST_DESCRIPTOR = 4 * 2 ** 20
const OUT = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|\p{Cc}/iu
const TABLE = /^[a-z0-9_-]{1,80}\.parquet$/

/** A file to be unpacked under a plain name. */
interface Wanted extends ZipEntry {
  readonly plain: string
}

function entryFaults(entries: readonly ZipEntry[], megabytes: number): string[] {
  const names = entries.map(({ name }) => name.toLowerCase())
  const faults = entries.flatMap(({ name, encrypted, special, method }, index) => {
    const shown = JSON.stringify(name.slice(0, 120))
    if (OUT.test(name)) return [`${shown} leads outside the package`]
    if (special) return [`${shown} is a link or a device, not a file`]
    if (encrypted) return [`${shown} is encrypted`]
    if (method !== STORED && method !== DEFLATED)
      return [`${shown} is packed by a method that is not read (${method})`]
    return names.indexOf(names[index]!) === index ? [] : [`${shown} stands more than once`]
  })
  const size = entries.reduce((sum, one) => sum + one.size, 0)
  if (size > megabytes * 2 ** 20)
    faults.push(
      `unpacked it would be ${Math.ceil(size / 2 ** 20)} MB, more than the ${megabytes} MB that are taken`,
    )
  return faults
}

/** The files of the package, in the folder its descriptor is in: at the top, or one below. */
function wantedOf(entries: readonly ZipEntry[]): Wanted[] | string {
  const descriptors = entries.filter(({ name }) => /^([^/]+\/)?datapackage\.json$/.test(name))
  if (descriptors.length !== 1)
    return `${descriptors.length === 0 ? 'no' : 'more than one'} ${DESCRIPTOR} at the top or one folder below`
  const [{ name, size }] = descriptors as [ZipEntry]
  if (size > MOST_DESCRIPTOR) return `${DESCRIPTOR} is larger than ${MOST_DESCRIPTOR / 2 ** 20} MB`
  const root = name.slice(0, -DESCRIPTOR.length)
  return entries
    .filter((one) => one.name.startsWith(root))
    .map((one) => ({ ...one, plain: one.name.slice(root.length) }))
    .filter(({ plain }) => plain === DESCRIPTOR || TABLE.test(plain))
}

/** Nothing of a zip is read twice: bytes that several files share are how a small one becomes large. */
function overlap(entries: readonly ZipEntry[], directory: number): boolean {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset)
  return sorted.some(({ offset, packed, name }, index) => {
    const least = offset + 30 + Buffer.byteLength(name) + packed
    return least > (sorted[index + 1]?.offset ?? directory)
  })
}

async function unpackOne(file: string, handle: FileHandle, entry: Wanted, to: string): Promise<void> {
  const start = await dataOf(handle, entry)
  const { packed, size, method, plain } = entry
  let bytes = 0
  const meter = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length
      if (bytes > size) done(new BadZip(`${plain}: is larger than the directory says`))
      else done(null, piece)
    },
  })
  const out = createWriteStream(to, { flags: 'wx' })
  if (packed === 0) await pipeline([], out)
  else {
    const source = createReadStream(file, { start, end: start + packed - 1 })
    await (method === STORED
      ? pipeline(source, meter, out)
      : pipeline(source, createInflateRaw(), meter, out)
    ).catch((error) => {
      if (/^(Z_|ERR_ZLIB)/.test(error.code ?? '')) throw new BadZip(`${plain}: cannot be unpacked`)
      throw error
    })
  }
  if (bytes !== size) throw new BadZip(`${plain}: is ${bytes} bytes, not the ${size} the directory says`)
}

/** Parquet packs rows that are alike into next to nothing: those a package says it has are looked at before they are read. */
async function refuseRows(folder: string): Promise<void> {
  const said = await readDescriptor(folder).catch(() => undefined)
  const rows = (said?.resources ?? []).reduce((sum, one) => sum + one.rows, 0)
  if (rows > MOST_ROWS)
    throw new PackageError('the zip', [`it holds ${rows} rows, more than the ${MOST_ROWS} that are taken`])
}

/**
 * Unpacks the descriptor and tables of a count package from a zip nobody has checked; what else is in it is passed over.
 * @param folder an empty one; on failure what is in it is not to be used
 * @param megabytes most it may be unpacked
 * @throws PackageError naming every fault of the zip, or the disk's own error
 */
export async function unpack(file: string, folder: string, megabytes: number): Promise<void> {
  const handle = await open(file)
  try {
    const { entries, directory } = await zipEntries(handle)
    const wanted = wantedOf(entries)
    const faults = [
      ...entryFaults(entries, megabytes),
      ...(overlap(entries, directory) ? ['files of the zip lie over one another'] : []),
      ...(typeof wanted === 'string' ? [wanted] : []),
    ]
    if (faults.length > 0 || typeof wanted === 'string') throw new PackageError('the zip', faults)
    for (const entry of wanted) await unpackOne(file, handle, entry, join(folder, entry.plain))
    await refuseRows(folder)
  } catch (error) {
    if (error instanceof BadZip) throw new PackageError('the zip', [error.message])
    throw error
  } finally {
    await handle.close()
  }
}
