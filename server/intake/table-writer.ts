import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { recordOf } from './cells.ts'
import { clean, hasUnseen, normal } from './clean.ts'
import { finding } from './finding.ts'
import { lonely, saysTotal } from './row-kinds.ts'
import type { Finding, Part, Passed, PassedRow } from './terms.ts'

const MOST_PASSED = 200
const SAMPLE = 200
const PIECE = 1 << 20

export interface Named {
  readonly part: number
  readonly sheet: string | null
  readonly headers: readonly string[]
  /** Row of the names as they came, to know them when they come again; null where there is none to know. */
  readonly header: readonly string[]
  readonly headerRow: number
  readonly above?: readonly (readonly string[])[]
  readonly delimiter: string
}

/** A row of data: why it cannot be counted, or nothing; its cells; what is beyond the last column. */
export interface Told {
  readonly mark: string
  readonly cells: readonly string[]
  readonly beyond: string
}

/**
 * Writes the rows of a table as text of one dialect: row number, mark, a cell a column, what was beyond them.
 * A mark says why a row cannot be counted: short, long, quote, total, error, formula.
 */
export class TableWriter {
  readonly #named: Named
  readonly #file: string
  #out: WriteStream | undefined
  readonly #header: string
  readonly #passed: Record<Passed, number> = { title: 0, header: 0, blank: 0, note: 0 }
  readonly #passedRows: PassedRow[] = []
  readonly #sample: string[][] = []
  #buffer = Buffer.allocUnsafe(PIECE)
  #used = 0
  #rows = 0
  #data = 0
  #broken = false
  #unseen = { rows: 0, first: 0 }
  #failed: unknown

  constructor(file: string, named: Named) {
    this.#named = named
    this.#header = named.header.map(normal).join('\t')
    this.#file = file
  }

  /** Counts a row that is not data. */
  pass(row: number, kind: Passed, text = ''): undefined {
    this.#rows += 1
    this.#passed[kind] += 1
    if (kind !== 'blank' && this.#passedRows.length < MOST_PASSED)
      this.#passedRows.push({ row, kind, text: clean(text).slice(0, 300) })
  }

  get wantsSample(): boolean {
    return this.#sample.length < SAMPLE
  }

  /** Counts a row of data. */
  count(): void {
    this.#rows += 1
    this.#data += 1
  }

  /** Writes a row whose bytes are already as they are to be; a promise only where it has to wait. */
  raw(row: number, bytes: Buffer, from: number, to: number): Promise<void> | undefined {
    const need = to - from + 24
    if (this.#used + need > this.#buffer.length)
      return this.#flush(need).then(() => this.#copy(row, bytes, from, to))
    this.#copy(row, bytes, from, to)
    return undefined
  }

  #copy(row: number, bytes: Buffer, from: number, to: number): void {
    const { delimiter } = this.#named
    this.#used += this.#buffer.write(`${row}${delimiter}${delimiter}`, this.#used, 'latin1')
    this.#used += bytes.copy(this.#buffer, this.#used, from, to)
    this.#used += this.#buffer.write(`${delimiter}\n`, this.#used, 'latin1')
  }

  /** Tells what a row is, counts it and writes it where it is data. */
  async row(row: number, given: readonly string[]): Promise<void> {
    const told = this.told(row, given)
    if (told) await this.write(row, told)
  }

  /** Tells what a row is and counts it; undefined where it is not data. `mark` is a fault found before. */
  told(row: number, given: readonly string[], mark = ''): Told | undefined {
    const { headers, delimiter } = this.#named
    const width = headers.length
    if (given.every((cell) => clean(cell) === '')) return this.pass(row, 'blank')
    if (lonely(given.length < width ? [...given, '', ''] : given))
      return this.pass(
        row,
        'note',
        given.find((cell) => clean(cell) !== ''),
      )
    if (given.map(normal).join('\t') === this.#header) return this.pass(row, 'header', given.join(' '))
    let fault = mark
    if (given.some(saysTotal)) fault = 'total'
    else if (!fault && given.length < width) fault = 'short'
    else if (!fault && given.slice(width).some((cell) => clean(cell) !== '')) fault = 'long'
    const cells = Array.from({ length: width }, (_, at) => given[at] ?? '')
    if (given.some(hasUnseen)) {
      this.#unseen.rows += 1
      this.#unseen.first ||= row
    }
    this.#broken ||= given.some((cell) => /[\r\n]/.test(cell))
    if (this.wantsSample) this.#sample.push(cells.map((cell) => cell.slice(0, 300)))
    this.count()
    return { mark: fault, cells, beyond: given.slice(width).join(delimiter) }
  }

  async write(row: number, { mark, cells, beyond }: Told): Promise<void> {
    const text = `${recordOf([String(row), mark, ...cells, beyond], this.#named.delimiter)}\n`
    const need = text.length * 3
    if (this.#used + need > this.#buffer.length) await this.#flush(need)
    this.#used += this.#buffer.write(text, this.#used, 'utf8')
  }

  async #flush(need = 0): Promise<void> {
    if (this.#failed) throw this.#failed
    const out = this.#opened()
    const room = out.write(this.#buffer.subarray(0, this.#used))
    this.#buffer = Buffer.allocUnsafe(Math.max(PIECE, need))
    this.#used = 0
    if (!room) await once(out, 'drain')
  }

  #opened(): WriteStream {
    if (this.#out) return this.#out
    this.#out = createWriteStream(this.#file)
    return this.#out.on('error', (error) => {
      this.#failed = error
    })
  }

  /** Ends the text, if any was to be written, and says what the table is. */
  async end(asCame = false): Promise<{ part: Part; findings: Finding[] }> {
    if (!asCame) {
      await this.#flush()
      const out = this.#opened()
      await new Promise<void>((resolve, reject) => {
        out.once('error', reject)
        out.end(() => (this.#failed ? reject(this.#failed) : resolve()))
      })
    }
    const { part, sheet, headers, headerRow, above, delimiter } = this.#named
    const { rows, first } = this.#unseen
    const findings: Finding[] = []
    if (rows > 0)
      findings.push(
        finding(
          'warning',
          'unseen-characters',
          `${rows} rows hold characters that cannot be seen (controls, zero-width, direction marks). They are left out of codes, names and figures.`,
          { sheet, row: first, repair: 'Take them out at the source.', count: rows },
        ),
      )
    return {
      part: {
        part,
        sheet,
        delimiter,
        headers,
        headerRow,
        ...(above && above.length > 0 ? { above } : {}),
        rows: this.#rows,
        data: this.#data,
        passed: this.#passed,
        passedRows: this.#passedRows,
        broken: this.#broken,
        asCame,
        sample: this.#sample,
      },
      findings,
    }
  }

  /** Gives up: nothing more is written. */
  stop(): void {
    this.#out?.destroy()
  }
}
