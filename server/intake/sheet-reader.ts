import { clean } from './clean.ts'
import { finding } from './finding.ts'
import { headerAt, sideBySide, tidyHeaders } from './header.ts'
import { wideNames } from './header-wide.ts'
import { type Named, TableWriter } from './table-writer.ts'
import { type Finding, type Part, Unreadable } from './terms.ts'
import type { Told } from './workbook-sheets.ts'

const FIRST_ROWS = 60

type SheetTold = Extract<Told, { kind: 'sheet' }>

function aboutSheet({ name, merges, hiddenRows, filter, imprecise }: SheetTold): Finding[] {
  const findings: Finding[] = []
  if (merges > 0)
    findings.push(
      finding(
        'note',
        'merged-cells',
        `${merges} groups of cells are merged: words in them were carried down, figures were not.`,
        { sheet: name, count: merges },
      ),
    )
  if (hiddenRows > 0)
    findings.push(
      finding('warning', 'hidden-rows', `${hiddenRows} rows are hidden and were read like the others.`, {
        sheet: name,
        count: hiddenRows,
      }),
    )
  if (filter)
    findings.push(
      finding('note', 'filter', 'A filter is on: every row was read, filtered out or not.', { sheet: name }),
    )
  if (imprecise > 0)
    findings.push(
      finding(
        'warning',
        'precision',
        `${imprecise} numbers have more than the 15 digits a workbook keeps: their last digits are lost. Keep long codes as text.`,
        { sheet: name, count: imprecise },
      ),
    )
  return findings
}

/** One sheet being read: its first rows are kept until it is known which of them names the columns. */
export class SheetReader {
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
        finding('note', 'no-table', 'The sheet holds no table with named columns and was passed over.', {
          sheet: this.#sheet.name,
        }),
      )
      return undefined
    }
    const { part, findings } = await this.#writer!.end()
    this.findings.push(...aboutSheet(this.#sheet), ...findings)
    if (part.data > 0) return part
    this.findings.push(
      finding('note', 'no-rows', 'The sheet names columns and has no rows under them.', {
        sheet: this.#sheet.name,
      }),
    )
    return undefined
  }

  stop(): void {
    this.#writer?.stop()
  }
}
