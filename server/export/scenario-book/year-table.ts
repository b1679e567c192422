import { presentValue } from '../../scenario/value/discounting.ts'
import type { Cell, Formula, TableSheet, Value } from '../book.ts'
import { cellAt, downFrom, type How, letterOf, live, POUNDS } from './cells.ts'

const TOTAL = 3
const PRESENT = 4
/** Column of year 0: the same on every sheet by year, so that a year is one letter throughout. */
export const YEAR_0 = 5
const NONE = '[z]'

/** Where the discount factors stand: row 3 of their sheet. */
export const FACTORS = { sheet: 'Discount factors', row: 3 } as const

export interface Line {
  readonly item: string
  readonly measure: string
  readonly how: How
  readonly format?: string
  /** Money: has a total and a present value. */
  readonly money?: true
  readonly look?: Cell['look']
}

/** A sheet with a row for each series and a column for each year. */
export class YearTable {
  readonly name: string
  readonly #about: Pick<TableSheet, 'about' | 'table'>
  readonly #headings: readonly [string, string]
  readonly #place: ReadonlyMap<string, number>
  readonly #rows: (readonly (Value | Formula | Cell)[])[] = []
  readonly #factors: readonly number[]

  constructor(
    name: string,
    about: Pick<TableSheet, 'about' | 'table'>,
    headings: readonly [string, string],
    keys: readonly string[],
    factors: readonly number[],
  ) {
    this.name = name
    this.#about = about
    this.#headings = headings
    this.#place = new Map(keys.map((key, at) => [key, at + 2]))
    this.#factors = factors
  }

  row(key: string): number {
    const row = this.#place.get(key)
    if (row === undefined) throw new Error(`${this.name} has no row ${key}`)
    return row
  }

  at = (key: string, year: number): string => cellAt(this.name, YEAR_0 + year, this.row(key))
  total = (key: string): string => cellAt(this.name, TOTAL, this.row(key))
  present = (key: string): string => cellAt(this.name, PRESENT, this.row(key))

  /** A series' years from one to another, all of them if not said. */
  across(key: string, from = 0, to: number = this.#factors.length - 1): string {
    const row = this.row(key)
    return `${cellAt(this.name, YEAR_0 + from, row)}:$${letterOf(YEAR_0 + to)}$${row}`
  }

  /** One year of the series from one key to another, which stand together; '0' where there are none. */
  down(keys: readonly string[], year: number): string {
    return this.#stretch(keys, YEAR_0 + year)
  }

  presents = (keys: readonly string[]): string => this.#stretch(keys, PRESENT)
  totals = (keys: readonly string[]): string => this.#stretch(keys, TOTAL)

  #stretch(keys: readonly string[], column: number): string {
    if (keys.length === 0) return '0'
    return downFrom(this.name, column, this.row(keys[0]!), this.row(keys.at(-1)!))
  }

  /** Writes a series: what each year says, and what it comes to. */
  put(
    key: string,
    { item, measure, how, format = POUNDS, money, look }: Line,
    formula: (year: number) => string | null,
    values: readonly (number | string)[],
  ): void {
    const row = this.row(key)
    const numbers = values as readonly number[]
    const years = `${letterOf(YEAR_0)}${row}:${letterOf(YEAR_0 + this.#factors.length - 1)}${row}`
    const cell = (value: Value | Formula): Cell => ({ value, format, ...(look ? { look } : {}) })
    this.#rows[row - 2] = [
      item,
      measure,
      how,
      ...(money
        ? [
            cell(
              live(
                `SUM(${years})`,
                numbers.reduce((a, b) => a + b, 0),
              ),
            ),
            cell(
              live(
                `SUMPRODUCT(${years},${cellAt(FACTORS.sheet, YEAR_0, FACTORS.row)}:$${letterOf(YEAR_0 + this.#factors.length - 1)}$${FACTORS.row})`,
                presentValue(numbers, this.#factors),
              ),
            ),
          ]
        : [NONE, NONE]),
      ...values.map((value, year) => {
        const told = formula(year)
        return cell(told === null ? value : live(told, value))
      }),
    ]
  }

  get sheet(): TableSheet {
    const missing = [...this.#place].filter(([, row]) => !this.#rows[row - 2])
    if (missing.length > 0) throw new Error(`${this.name} lacks ${missing.map(([key]) => key).join(', ')}`)
    return {
      name: this.name,
      ...this.#about,
      frozen: YEAR_0,
      columns: [
        { title: this.#headings[0], width: 30 },
        { title: this.#headings[1], width: 32 },
        { title: 'How', width: 19 },
        { title: 'Total £', width: 16, format: POUNDS },
        { title: 'Present value £', width: 16, format: POUNDS },
        ...this.#factors.map((_, year) => ({ title: `Year ${year}`, width: 15, format: POUNDS })),
      ],
      rows: this.#rows,
    }
  }
}
