import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../root.ts'
import { clean } from './clean.ts'
import { headerAt, sideBySide, tidyHeaders } from './header.ts'
import { wideNames } from './header-wide.ts'
import { type Named, TableWriter } from './table-writer.ts'
import { type Finding, type Part, type Reading, Unreadable } from './terms.ts'
import type { Told } from './workbook-sheets.ts'

const FIRST_ROWS = 60
const TIME_MS = 120_000
const MEMORY_MB = 1024

const program = import.meta.url.endsWith('.ts')
  ? join(ROOT, 'dist/server/intake/workbook-process.js')
  : fileURLToPath(new URL('./workbook-process.js', import.meta.url))

type SheetTold = Extract<Told, { kind: 'sheet' }>

/** Lines told by the capped process; ends it whatever happens. */
async function* told(
  file: string,
  timeMs: number,
  memoryMb: number,
  signal?: AbortSignal,
): AsyncGenerator<Told> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, program, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  })
  let late = false
  const timer = setTimeout(() => {
    late = true
    child.kill('SIGKILL')
  }, timeMs)
  const stop = () => child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', resolve).once('error', () => resolve(1)),
  )
  try {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Told
    const code = await ended
    signal?.throwIfAborted()
    if (late)
      throw new Unreadable(
        'workbook',
        `The workbook took more than ${timeMs / 1000} seconds to read. Save the sheet that is needed as CSV.`,
      )
    if (code !== 0)
      throw new Unreadable(
        'workbook',
        'The workbook needs more memory than is given to reading one. Save the sheet that is needed as CSV.',
      )
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    child.kill('SIGKILL')
  }
}

const noted = (
  rule: string,
  severity: 'warning' | 'note',
  sheet: string | null,
  message: string,
  count = 1,
): Finding => ({
  severity,
  rule,
  file: null,
  sheet,
  row: null,
  column: null,
  value: null,
  message,
  repair: null,
  count,
})

function aboutSheet({ name, merges, hiddenRows, filter, imprecise }: SheetTold): Finding[] {
  const findings: Finding[] = []
  if (merges > 0)
    findings.push(
      noted(
        'merged-cells',
        'note',
        name,
        `${merges} groups of cells are merged: words in them were carried down, figures were not.`,
        merges,
      ),
    )
  if (hiddenRows > 0)
    findings.push(
      noted(
        'hidden-rows',
        'warning',
        name,
        `${hiddenRows} rows are hidden and were read like the others.`,
        hiddenRows,
      ),
    )
  if (filter)
    findings.push(noted('filter', 'note', name, 'A filter is on: every row was read, filtered out or not.'))
  if (imprecise > 0)
    findings.push(
      noted(
        'precision',
        'warning',
        name,
        `${imprecise} numbers have more than the 15 digits a workbook keeps: their last digits are lost. Keep long codes as text.`,
        imprecise,
      ),
    )
  return findings
}

/** One sheet being read: its first rows are kept until it is known which of them names the columns. */
class SheetReader {
  readonly #sheet: SheetTold
  readonly #part: number
  readonly #text: string
  readonly #first: string[][] = []
  #writer: TableWriter | undefined
  #row = 0
  readonly findings: Finding[] = []

  constructor(sheet: SheetTold, part: number, text: string) {
    this.#sheet = sheet
    this.#part = part
    this.#text = text
  }

  async add(cells: string[]): Promise<void> {
    if (this.#writer) {
      this.#row += 1
      return this.#writer.row(this.#row, cells)
    }
    this.#first.push(cells)
    if (this.#first.length >= FIRST_ROWS) await this.#begin()
  }

  async #begin(): Promise<void> {
    const { at, names, above, single } = wideNames(this.#first, headerAt(this.#first))
    let header = this.#first[at]!
    const after = this.#first.slice(at + 1)
    while (
      header.length > 1 &&
      clean(header.at(-1)!) === '' &&
      after.every((cells) => clean(cells[header.length - 1] ?? '') === '')
    )
      header = header.slice(0, -1)
    const { name } = this.#sheet
    if (!single && sideBySide(header, after))
      throw new Unreadable(
        'side-by-side',
        `On the sheet ${name} two tables stand side by side. Put each on a sheet of its own.`,
        at + 1,
      )
    if (header.length < 2) throw new Unreadable('no-header', 'One column is no table.')
    const { headers, findings } = tidyHeaders(names.slice(0, header.length))
    this.findings.push(...findings)
    const named: Named = {
      part: this.#part,
      sheet: name,
      headers,
      header,
      headerRow: at + 1,
      above: above.map((cells) => cells.slice(0, header.length)),
      delimiter: ',',
    }
    this.#writer = new TableWriter(this.#text, named)
    for (const cells of this.#first) {
      this.#row += 1
      if (this.#row === at + 1) this.#writer.pass(this.#row, 'header', cells.join(' '))
      else if (this.#row <= at)
        this.#writer.pass(
          this.#row,
          cells.every((cell) => clean(cell) === '') ? 'blank' : 'title',
          cells.join(' '),
        )
      else await this.#writer.row(this.#row, cells)
    }
  }

  /** The table of the sheet; none where it holds none. */
  async end(): Promise<Part | undefined> {
    try {
      if (!this.#writer) await this.#begin()
    } catch (error) {
      if (!(error instanceof Unreadable) || error.rule === 'side-by-side' || error.rule === 'too-wide')
        throw error
      this.findings.push(
        noted(
          'no-table',
          'note',
          this.#sheet.name,
          'The sheet holds no table with named columns and was passed over.',
        ),
      )
      return undefined
    }
    const { part, findings } = await this.#writer!.end()
    this.findings.push(...aboutSheet(this.#sheet), ...findings)
    if (part.data > 0) return part
    this.findings.push(
      noted('no-rows', 'note', this.#sheet.name, 'The sheet names columns and has no rows under them.'),
    )
    return undefined
  }

  stop(): void {
    this.#writer?.stop()
  }
}

/** Reads the visible sheets of a workbook in a process with a limit of time and memory. */
export async function readWorkbook(
  file: string,
  to: { part: number; text: (part: number) => string },
  {
    timeMs = TIME_MS,
    memoryMb = MEMORY_MB,
    signal,
  }: { timeMs?: number; memoryMb?: number; signal?: AbortSignal } = {},
): Promise<Reading> {
  const parts: Part[] = []
  const findings: Finding[] = []
  let reader: SheetReader | undefined
  const close = async () => {
    const part = await reader?.end()
    if (reader) findings.push(...reader.findings)
    if (part) parts.push(part)
    reader = undefined
  }
  try {
    for await (const one of told(file, timeMs, memoryMb, signal)) {
      if (one.kind === 'fault') throw new Unreadable('workbook', one.message)
      if (one.kind === 'row') await reader?.add(one.cells)
      if (one.kind === 'book' && one.links)
        findings.push(
          noted(
            'external-links',
            'note',
            null,
            'Formulas point at other workbooks: their saved values were read, and nothing was fetched.',
          ),
        )
      if (one.kind !== 'sheet') continue
      await close()
      if (one.hidden)
        findings.push(
          noted(
            'hidden-sheet',
            'warning',
            one.name,
            'The sheet is hidden and was not read. Show it and upload again if it belongs to the figures.',
          ),
        )
      else {
        const part = to.part + parts.length
        reader = new SheetReader(one, part, to.text(part))
      }
    }
    await close()
  } finally {
    reader?.stop()
  }
  if (parts.length === 0)
    throw new Unreadable('no-rows', 'No visible sheet holds a table with named columns and rows.')
  if (parts.length > 1)
    findings.push(
      noted(
        'several-sheets',
        'warning',
        null,
        `${parts.length} sheets hold tables and all were read: see that none of them repeats another.`,
        parts.length,
      ),
    )
  return { type: 'xlsx', encoding: null, parts, findings }
}
