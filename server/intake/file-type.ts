import { open } from 'node:fs/promises'
import { Unreadable } from './terms.ts'
import { type Entry, zipDirectory } from './zip-directory.ts'

export type FileType = 'csv' | 'xlsx' | 'parquet'

const no = (message: string) => new Unreadable('file-type', message)
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

async function bytesOf(file: string): Promise<{ head: Buffer; tail: Buffer; size: number }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(size, 1 << 16))
    await handle.read(head, 0, head.length, 0)
    const tail = Buffer.alloc(Math.min(size, 1 << 16))
    await handle.read(tail, 0, tail.length, size - tail.length)
    return { head, tail, size }
  } finally {
    await handle.close()
  }
}

function workbook(entries: readonly Entry[]): FileType {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('xl/vbaProject.bin'))
    throw no(
      'The workbook holds macros. Save it as an Excel workbook without macros (.xlsx) and upload that.',
    )
  if (names.has('xl/workbook.bin')) throw no('This is a binary workbook (.xlsb). Save it as .xlsx or CSV.')
  if (names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('content.xml')) throw no('This is an OpenDocument spreadsheet. Save it as .xlsx or CSV.')
  if (names.has('datapackage.json'))
    throw no(
      'This is a Data Package in a zip archive. Unpack it and upload its tables as CSV or Parquet files.',
    )
  throw no('This is a zip archive and not a workbook. Unpack it and upload the files in it.')
}

/**
 * What a file is by its bytes, whatever it is called.
 * @throws Unreadable saying what it is and what to do, where it is not taken
 */
export async function fileType(file: string): Promise<FileType> {
  const { head, tail, size } = await bytesOf(file)
  if (size === 0)
    throw new Unreadable('empty', 'The file is empty: it has no bytes. See whether it was saved whole.')
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06))
    return workbook(await zipDirectory(file))
  if (head.toString('latin1', 0, 4) === 'PAR1') {
    if (tail.toString('latin1', tail.length - 4) !== 'PAR1')
      throw no('The Parquet file is cut short. Upload it whole.')
    return 'parquet'
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw head.includes(ENCRYPTED) || tail.includes(ENCRYPTED)
      ? no('The workbook is protected by a password. Save it without one and upload that.')
      : no('This is a workbook of the old kind (.xls). Save it as .xlsx or CSV and upload that.')
  if (starts(0x1f, 0x8b)) throw no('This is a gzip archive. Unpack it and upload the file in it.')
  if (starts(0x25, 0x50, 0x44, 0x46))
    throw no('This is a PDF. Upload the table it was made from, as CSV or .xlsx.')
  const text = head.toString('latin1', 0, 512).trimStart().toLowerCase()
  if (
    text.startsWith('<!doctype') ||
    text.startsWith('<html') ||
    text.startsWith('<?xml') ||
    text.startsWith('<table')
  )
    throw no('This is a web page or XML and not a table, whatever it is called. Save it as CSV or .xlsx.')
  if (text.startsWith('{') || text.startsWith('[{')) throw no('This is JSON. Save it as CSV.')
  if (binary(head)) throw no('This is no text, workbook or Parquet file. Save the table as CSV or .xlsx.')
  return 'csv'
}

/** Text has few controls; UTF-16 has zeros in every second byte only. */
function binary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false
  let controls = 0
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2]! += 1
    else if (byte < 9 || (byte > 13 && byte < 32)) controls += 1
  }
  const oneSided = Math.min(...zeros) * 10 < Math.max(...zeros) && Math.max(...zeros) > head.length * 0.3
  if (!oneSided) controls += zeros[0]! + zeros[1]!
  return controls > head.length * 0.1
}
