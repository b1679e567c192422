import { inflateRawSync } from 'node:zlib'

/** The files of a zip as text, read from its central directory. */
export function partsOf(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, name, extra, note] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ]
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(from, from + packed!)
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes
    parts.set(zip.toString('utf8', at + 46, at + 46 + name!), text.toString('utf8'))
    at += 46 + name! + extra! + note!
  }
  return parts
}

/** The sheets of a workbook's XML. */
export const sheetsOf = (zip: Buffer): string[] =>
  [...partsOf(zip)].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, xml]) => xml)
