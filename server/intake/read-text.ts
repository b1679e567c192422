import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { cellsOf, firstRecords } from './cells.ts'
import { clean, normal } from './clean.ts'
import { delimiterOf } from './dialect.ts'
import { decoded } from './encoding.ts'
import { headerAt, sideBySide, tidyHeaders } from './header.ts'
import { wideNames } from './header-wide.ts'
import { type Named, TableWriter } from './table-writer.ts'
import { type Finding, type Reading, Unreadable } from './terms.ts'

const FIRST = 1 << 18
const FIRST_ROWS = 60
/** Bytes of a row, quoted line ends and all. */
const MOST_ROW = 1 << 20

const [PLAIN, DELIMITER, QUOTE, LF, CR, SPACE, ODD] = [0, 1, 2, 3, 4, 5, 6] as const

/** What a byte is to the reader; the bytes that begin what cannot be seen are odd. */
function classes(delimiter: string): Uint8Array {
  const table = new Uint8Array(256)
  for (let byte = 0; byte < 32; byte += 1) table[byte] = ODD
  for (const byte of [0x7f, 0xe2, 0xef]) table[byte] = ODD
  table[9] = SPACE
  table[32] = SPACE
  table[10] = LF
  table[13] = CR
  table[34] = QUOTE
  table[delimiter.charCodeAt(0)] = DELIMITER
  return table
}

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

const nextTotal = (bytes: Buffer, from: number): number => {
  const small = bytes.indexOf('otal', from)
  const large = bytes.indexOf('OTAL', from)
  if (small < 0 && large < 0) return Number.POSITIVE_INFINITY
  return small < 0 ? large : large < 0 ? small : Math.min(small, large)
}

/** Cells of a record that swallowed whole rows between two stray quotes. */
const swallowed = (cells: readonly string[], delimiter: string, width: number): boolean =>
  width > 1 &&
  cells.some((cell) =>
    cell
      .split(/[\r\n]+/)
      .slice(1)
      .some((line) => line.split(delimiter).length >= width - 1 && width > 2),
  )

/** Splits bytes into rows and hands each on, as bytes where it is plain and as cells where it is not. */
class Scan {
  readonly #writer: TableWriter
  readonly #named: Named
  readonly #class: Uint8Array
  row = 0

  constructor(writer: TableWriter, named: Named) {
    this.#writer = writer
    this.#named = named
    this.#class = classes(named.delimiter)
  }

  /** Handles every whole row of the bytes and gives how many bytes those were. */
  async rows(bytes: Buffer, last: boolean): Promise<number> {
    const kinds = this.#class
    const width = this.#named.headers.length
    const { length } = bytes
    let total = nextTotal(bytes, 0)
    let start = 0
    while (start < length) {
      let at = start
      let delimiters = 0
      let full = 0
      let held = false
      let quotes = 0
      let inside = false
      let plain = true
      let open = start
      let kind: number = PLAIN
      for (; at < length; at += 1) {
        kind = kinds[bytes[at]!]!
        if (kind === PLAIN) held = true
        else if (inside) {
          if (kind === QUOTE) {
            if (bytes[at + 1] === 34) at += 1
            else inside = false
          } else if (kind === LF || kind === CR || kind === ODD) plain = false
          held = true
        } else if (kind === DELIMITER) {
          delimiters += 1
          if (held) full += 1
          held = false
          open = at + 1
        } else if (kind === LF || kind === CR) break
        else if (kind === QUOTE) {
          if (at === open) {
            inside = true
            quotes += 1
          } else plain = false
        } else if (kind === ODD) {
          plain = false
          held = true
        }
      }
      if (at >= length && !last) {
        if (at - start > MOST_ROW) this.#tooLong(inside)
        break
      }
      if (inside) this.#open()
      if (at - start > MOST_ROW) this.#tooLong(false)
      if (kind === CR && at + 1 >= length && !last) break
      if (held) full += 1
      this.row += 1
      while (total < start) total = nextTotal(bytes, total + 1)
      const simple =
        plain &&
        delimiters === width - 1 &&
        full > 1 &&
        total >= at &&
        !this.#writer.wantsSample &&
        this.row > this.#named.headerRow &&
        (quotes === 0 || wellQuoted(bytes, start, at, kinds))
      if (simple && !this.#isHeader(bytes, start, at)) {
        const done = this.#writer.raw(this.row, bytes, start, at)
        if (done) await done
      } else await this.#slow(bytes.toString('utf8', start, at))
      start = at + 1
      if (kind === CR && bytes[start] === LF_BYTE) start += 1
    }
    return start
  }

  #isHeader(bytes: Buffer, start: number, end: number): boolean {
    const first = this.#named.header[0] ?? ''
    if (first === '' || bytes[start] !== first.charCodeAt(0)) return false
    const { cells } = cellsOf(bytes.toString('utf8', start, end), this.#named.delimiter)
    return cells.every((cell, at) => normal(cell) === normal(this.#named.header[at] ?? ''))
  }

  async #slow(text: string): Promise<void> {
    const { headerRow, delimiter, headers } = this.#named
    const { cells } = cellsOf(text, delimiter)
    if (this.row === headerRow) return this.#writer.pass(this.row, 'header', cells.join(' '))
    if (this.row < headerRow)
      return this.#writer.pass(this.row, clean(cells.join('')) === '' ? 'blank' : 'title', cells.join(' '))
    await this.#writer.row(this.row, cells, swallowed(cells, delimiter, headers.length) ? 'quote' : '')
  }

  #tooLong(inside: boolean): never {
    if (inside) this.#open()
    const row = this.row + 1
    throw new Unreadable(
      'long-line',
      `Row ${row} runs on for more than a megabyte: this is not a table of rows.`,
      row,
    )
  }

  #open(): never {
    const row = this.row + 1
    throw new Unreadable(
      'unclosed-quote',
      `A quotation mark is opened in row ${row} and never closed. Close it or take it out, and upload the file again.`,
      row,
    )
  }
}

const LF_BYTE = 10

/** Whether every closing quote is followed by a delimiter or the end. */
function wellQuoted(bytes: Buffer, start: number, end: number, kinds: Uint8Array): boolean {
  let inside = false
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== 34) continue
    if (!inside) inside = true
    else if (bytes[at + 1] === 34 && at + 1 < end) at += 1
    else {
      inside = false
      if (at + 1 < end && kinds[bytes[at + 1]!] !== DELIMITER) return false
    }
  }
  return true
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
  const scan = new Scan(writer, named)
  try {
    let left: Buffer = Buffer.alloc(0)
    let done = 0
    const start = skip || (text.startsWith('\ufeff') ? 3 : 0)
    for await (const chunk of createReadStream(source, {
      start,
      highWaterMark: 1 << 20,
    }) as AsyncIterable<Buffer>) {
      const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
      left = bytes.subarray(await scan.rows(bytes, false))
      done += chunk.length
      onProgress(done)
    }
    await scan.rows(left, true)
    const { part, findings: more } = await writer.end()
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
