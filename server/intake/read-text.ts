import { createReadStream } from 'node:fs'
import { copyFile, link, open, rm } from 'node:fs/promises'
import { cellsOf, firstRecords } from './cells.ts'
import { clean } from './clean.ts'
import { delimiterOf } from './dialect.ts'
import { decoded } from './encoding.ts'
import { headerAt, sideBySide, tidyHeaders } from './header.ts'
import { wideNames } from './header-wide.ts'
import { Scan } from './scan.ts'
import { type Named, TableWriter } from './table-writer.ts'
import { type Finding, type Reading, Unreadable } from './terms.ts'

const FIRST = 1 << 18
const FIRST_ROWS = 60
async function beginning(file: string, skip: number): Promise<{ text: string; whole: boolean }> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(FIRST), 0, FIRST, skip)
    return { text: buffer.toString('utf8', 0, bytesRead), whole: skip + bytesRead >= size }
  } finally {
    await handle.close()
  }
}

/** Keeps a file under another name too, or a copy of it where the disk knows no second names. */
async function keepAs(file: string, name: string): Promise<void> {
  await rm(name, { force: true })
  await link(file, name).catch(() => copyFile(file, name))
}

/** Reads delimited text into the text of one table. */
export async function readText(
  file: string,
  to: { beside: string; part: number; text: string },
  onProgress: (bytes: number) => void = () => undefined,
): Promise<Reading> {
  const { encoding, file: source, skip, findings } = await decoded(file, to.beside)
  const { text, whole } = await beginning(source, skip)
  const records = firstRecords(text.replace(/^\ufeff/, ''), FIRST_ROWS, whole)
  if (records.length === 0 && !whole)
    throw new Unreadable(
      'long-line',
      'The first row does not end: a quotation mark in row 1 is never closed, or this is not a table of rows.',
      1,
    )
  const delimiter = delimiterOf(records)
  const rows = records.map((record) => cellsOf(record, delimiter).cells)
  const { at, names, above, single } = wideNames(rows, headerAt(rows))
  let header = rows[at]!
  const after = rows.slice(at + 1)
  while (
    header.length > 1 &&
    clean(header.at(-1)!) === '' &&
    after.every((cells) => clean(cells[header.length - 1] ?? '') === '')
  )
    header = header.slice(0, -1)
  if (!single && sideBySide(header, after))
    throw new Unreadable(
      'side-by-side',
      'Two tables stand side by side. Put each in a file of its own.',
      at + 1,
    )
  const tidy = tidyHeaders(names.slice(0, header.length))
  const named: Named = {
    part: to.part,
    sheet: null,
    headers: tidy.headers,
    header,
    headerRow: at + 1,
    above: above.map((cells) => cells.slice(0, header.length)),
    delimiter,
  }
  const writer = new TableWriter(to.text, named)
  const scan = new Scan(source, writer, named)
  try {
    let left: Buffer = Buffer.alloc(0)
    let done = 0
    const start = skip || (text.startsWith('\ufeff') ? 3 : 0)
    for await (const chunk of createReadStream(source, {
      start,
      highWaterMark: 1 << 20,
    }) as AsyncIterable<Buffer>) {
      const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
      left = bytes.subarray(await scan.rows(bytes, start + done - left.length, false))
      done += chunk.length
      onProgress(done)
    }
    await scan.rows(left, start + done - left.length, true)
    const { part, findings: more } = await writer.end(scan.asCame)
    if (scan.asCame) await keepAs(source, to.text)
    if (part.data === 0)
      throw new Unreadable(
        'no-rows',
        'The file names its columns and has no rows under them. Upload the file that has the figures in it.',
      )
    const all: Finding[] = [...findings, ...tidy.findings, ...more]
    return { type: 'csv', encoding, parts: [part], findings: all }
  } catch (error) {
    writer.stop()
    throw error
  }
}
