import { createReadStream } from 'node:fs'
import { cellsOf, recordOf } from './cells.ts'
import { clean, normal } from './clean.ts'
import { CR_BYTE, LF_BYTE, Look } from './row-bytes.ts'
import type { Named, TableWriter } from './table-writer.ts'
import { Unreadable } from './terms.ts'

/** Bytes of a row, quoted line ends and all. */
const MOST_ROW = 1 << 20
const PIECE = 1 << 20
const CRLF = -1

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

/**
 * Tells rows from bytes. As long as every row under the header is data that DuckDB reads the same, the file
 * itself is the text of the table; from the first row that is not, the rows are written one by one.
 */
export class Scan {
  readonly #writer: TableWriter
  readonly #named: Named
  readonly #look: Look
  readonly #file: string
  #asCame = true
  #data = 0
  #end = 0
  row = 0

  constructor(file: string, writer: TableWriter, named: Named) {
    this.#file = file
    this.#writer = writer
    this.#named = named
    this.#look = new Look(named.delimiter)
  }

  /** Whether the file itself can be the text of the table. */
  get asCame(): boolean {
    return this.#asCame
  }

  /** Handles every whole row of the bytes, which begin at `base` of the file, and gives how many bytes those were. */
  async rows(bytes: Buffer, base: number, last: boolean): Promise<number> {
    const look = this.#look
    const width = this.#named.headers.length
    const { headerRow } = this.#named
    const { length } = bytes
    let total = nextTotal(bytes, 0)
    let start = 0
    while (start < length) {
      look.along(bytes, start)
      const { at } = look
      const whole = at < length
      if (!whole && !last) {
        if (at - start > MOST_ROW) this.#tooLong(look.inside)
        break
      }
      if (look.inside) this.#open()
      if (at - start > MOST_ROW) this.#tooLong(false)
      if (whole && bytes[at] === CR_BYTE && at + 1 >= length && !last) break
      this.row += 1
      const next = whole ? at + (bytes[at] === CR_BYTE && bytes[at + 1] === LF_BYTE ? 2 : 1) : length
      if (whole && this.#asCame && !this.#sameEnd(next - at === 2 ? CRLF : bytes[at]!))
        await this.#rewrite(base + start)
      while (total < start) total = nextTotal(bytes, total + 1)
      const plain = look.plain && look.delimiters === width - 1
      if (
        plain &&
        look.full > 1 &&
        total >= at &&
        !this.#writer.wantsSample &&
        this.row > headerRow &&
        !this.#isHeader(bytes, start, at)
      ) {
        this.#writer.count()
        if (!this.#asCame) {
          const done = this.#writer.raw(this.row, bytes, start, at)
          if (done) await done
        }
      } else await this.#slow(bytes.toString('utf8', start, at), plain, base + start)
      if (this.row === headerRow) this.#data = base + next
      start = next
    }
    return start
  }

  /** Whether all line ends so far are the same, and such as DuckDB reads the same. */
  #sameEnd(end: number): boolean {
    this.#end ||= end
    return end === this.#end && end !== CR_BYTE
  }

  #isHeader(bytes: Buffer, start: number, end: number): boolean {
    const first = this.#named.header[0] ?? ''
    if (first === '' || bytes[start] !== first.charCodeAt(0)) return false
    const { cells } = cellsOf(bytes.toString('utf8', start, end), this.#named.delimiter)
    return cells.every((cell, at) => normal(cell) === normal(this.#named.header[at] ?? ''))
  }

  async #slow(text: string, plain: boolean, at: number): Promise<void> {
    const { headerRow, delimiter, headers } = this.#named
    const { cells } = cellsOf(text, delimiter)
    if (this.row <= headerRow) {
      if (this.row === headerRow) this.#writer.pass(this.row, 'header', cells.join(' '))
      else this.#writer.pass(this.row, clean(cells.join('')) === '' ? 'blank' : 'title', cells.join(' '))
      if (/[\r\n]/.test(text)) this.#asCame = false
      return
    }
    const told = this.#writer.told(
      this.row,
      cells,
      swallowed(cells, delimiter, headers.length) ? 'quote' : '',
    )
    const same =
      told?.mark === '' &&
      cells.length === headers.length &&
      (plain || recordOf(cells, delimiter) === text) &&
      !/[\r\n\0]/.test(text)
    if (same && this.#asCame) return
    if (this.#asCame) await this.#rewrite(at)
    if (told) await this.#writer.write(this.row, told)
  }

  /** Writes the rows before this byte, all of them data, and has those that follow written too. */
  async #rewrite(to: number): Promise<void> {
    this.#asCame = false
    if (this.row <= this.#named.headerRow + 1 || to <= this.#data) return
    let row = this.#named.headerRow
    let left: Buffer = Buffer.alloc(0)
    const range = { start: this.#data, end: to - 1, highWaterMark: PIECE }
    for await (const chunk of createReadStream(this.#file, range) as AsyncIterable<Buffer>) {
      const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk
      let start = 0
      for (let end = bytes.indexOf(LF_BYTE); end >= 0; end = bytes.indexOf(LF_BYTE, start)) {
        row += 1
        const done = this.#writer.raw(row, bytes, start, bytes[end - 1] === CR_BYTE ? end - 1 : end)
        if (done) await done
        start = end + 1
      }
      left = bytes.subarray(start)
    }
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
