import type { Column, TableReply } from '../api/contract.ts'
import { shareOf } from '../count/share.ts'
import type { TableColumn, TableSheet, Value } from './book.ts'
import { inFigures } from './in-figures.ts'
import { markOf } from './marks.ts'
import { formatOf, titleOf } from './titles.ts'

const DATA = 'Data'

/** Columns whose rows may be added up, by the query that answered; amounts a person never. */
const ADDED: Readonly<Record<string, RegExp>> = {
  spend: /^(amount|recorded|lines)$/,
  control: /^(numerator|denominator|class_\d|recorded|persons)$/,
  places: /^persons$/,
  lines: /^amount$/,
  devolution: /^(denominator|numerator_before|numerator_after|moved|into_local|out_of_local)$/,
  change: /^(before|after|change)$/,
  chain: /^(amount|recorded|eliminated|lines)$/,
}

const WIDEST = 50
const SAMPLE = 200

export const numbersOf = (values: readonly Value[]): number[] =>
  values.filter((value): value is number => typeof value === 'number')
export const sum = (values: readonly Value[]): number =>
  numbersOf(values).reduce((all, value) => all + value, 0)

export const isAdded = (query: string, { name, type, unit }: Column): boolean =>
  (type === 'integer' || unit === 'GBP') && (ADDED[query]?.test(name) ?? false)

function widthOf(title: string, values: readonly Value[], type: Column['type']): number {
  const lengths = values
    .slice(0, SAMPLE)
    .map((value) => String(value ?? '').length * (type === 'string' ? 1 : 1.5))
  return Math.min(
    WIDEST,
    Math.max(10, Math.ceil(title.length / 2) + 4, ...lengths.map((one) => Math.ceil(one) + 2)),
  )
}

export const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** Where a column's total stands: the row below the data. */
const totalCell = ({ columns, rows }: TableReply, name: string): string =>
  `${letterOf(columns.findIndex((column) => column.name === name))}${rows + 2}`

/** Local over all, of the totals, by the rule of server/count/share.ts. */
function shareTotal(reply: TableReply): TableColumn['total'] {
  const value = shareOf(sum(reply.data.numerator!), sum(reply.data.denominator!))
  const [p, w] = [totalCell(reply, 'numerator'), totalCell(reply, 'denominator')]
  return {
    formula: `IF(AND(${w}>0,${p}>=0,${p}<=${w}),${p}/${w},"[x]")`,
    value: value ?? '[x]',
  }
}

function totalOf(reply: TableReply, column: Column, first: boolean): TableColumn['total'] {
  const values = reply.data[column.name]!
  if (isAdded(reply.query, column)) return { sum: sum(values) }
  if (reply.query === 'control' && column.name === 'share') return shareTotal(reply)
  return first ? { label: 'Total' } : undefined
}

const shown = (value: Value, name: string) => (value === '' ? '[z]' : (value ?? markOf(name)))

export interface Sheeted {
  readonly name: string
  /** What the table holds; rows are counted after it. */
  readonly about: string
  /** Name of the table, unique in the book: letters only. */
  readonly table: string
  /** Whether rows may be added up; as the query that answered has it unless told. */
  readonly totals?: boolean
}

const WHOLE: Sheeted = { name: DATA, about: 'The table', table: 'Figures' }

/** The table of a reply as a sheet: numbers as numbers, null as its mark, sums below. */
export function dataSheet(reply: TableReply, as: Sheeted = WHOLE): TableSheet {
  const { columns, data, rows, query } = reply
  const totals =
    (as.totals ?? true) &&
    columns.length > 0 &&
    !isAdded(query, columns[0]!) &&
    rows > 0 &&
    columns.some((one) => isAdded(query, one))
  return {
    name: as.name,
    about: `${as.about}: ${inFigures(rows)} rows${totals ? ', and a row of totals' : ''}`,
    table: as.table,
    columns: columns.map((column, index) => {
      const title = titleOf(column)
      const total = totals ? totalOf(reply, column, index === 0) : undefined
      const format = formatOf(column)
      return {
        title,
        width: widthOf(title, data[column.name]!, column.type),
        ...(format ? { format } : {}),
        ...(total ? { total } : {}),
      }
    }),
    rows: Array.from({ length: rows }, (_, row) => columns.map(({ name }) => shown(data[name]![row]!, name))),
  }
}
