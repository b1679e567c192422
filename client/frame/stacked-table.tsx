import type { ComponentChildren } from 'preact'
import { Heads, number } from './heads.tsx'

export interface Column<Row> {
  title: string
  number?: boolean
  /** What it is called beside each figure where rows stack, if its title alone would not say it there. */
  stacked?: string
  text: (row: Row) => ComponentChildren
}

interface Props<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A table whose rows stack on a narrow screen. */
export const StackedTable = <Row,>({ columns, rows, keyOf }: Props<Row>) => (
  <table class="plain stacks">
    <Heads of={columns.map((column) => (column.number ? number(column.title) : column.title))} />
    <tbody>
      {rows.map((row) => (
        <tr key={keyOf(row)}>
          <Cells columns={columns} row={row} />
        </tr>
      ))}
    </tbody>
  </table>
)

/** A row's cells: the first names it, and each other says what it is where rows stack. */
export const Cells = <Row,>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) => (
  <>
    {columns.map(({ title, number: figures, stacked = title, text }, at) =>
      at === 0 ? (
        <th key={at} scope="row">
          {text(row)}
        </th>
      ) : (
        <td key={at} class={figures ? 'number' : undefined} data-head={stacked}>
          {text(row)}
        </td>
      ),
    )}
  </>
)
