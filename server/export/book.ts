/** A workbook described: what a writing library is told, and all it is told. */
export type Value = string | number | boolean | null

export interface Formula {
  /** Without the equals sign. */
  readonly formula: string
  /** What it comes to, stored beside it for readers that do not recalculate. */
  readonly value: string | number
}

/** `input` is a cell the reader may change; `fixed` is one that does not follow when they do. */
export type Look = 'text' | 'title' | 'heading' | 'label' | 'input' | 'fixed'

export interface Cell {
  readonly value: Value | Formula
  readonly look?: Look
  /** Number format. */
  readonly format?: string
  /** An address, or a cell of the book after a number sign. */
  readonly link?: string
}

export interface TableColumn {
  readonly title: string
  readonly width: number
  readonly format?: string
  /** The cell of the totals row: a sum over the column, a label, another formula, or nothing. */
  readonly total?: { readonly sum: number } | { readonly label: string } | Formula
}

/** A sheet that holds one table, its header in row 1. */
export interface TableSheet {
  readonly name: string
  readonly about: string
  /** Name of the table, unique in the book: letters only. */
  readonly table: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly (Value | Formula | Cell)[])[]
  /** Columns kept in sight and on every page; a table that has them is printed on A3. */
  readonly frozen?: number
}

/** A sheet of labels and values, which is no table. */
export interface PlainSheet {
  readonly name: string
  readonly about: string
  readonly widths: readonly number[]
  readonly cells: readonly (readonly Cell[])[]
}

export interface Book {
  readonly title: string
  readonly subject: string
  /** ISO date: of the figures, so that the same question gives the same bytes. */
  readonly made: string
  readonly sheets: readonly (PlainSheet | TableSheet)[]
  /** Defined names: a name, and the cell it stands for as Sheet!$B$2. */
  readonly names: readonly (readonly [string, string])[]
}

export const isFormula = (value: Value | Formula | Cell): value is Formula =>
  value !== null && typeof value === 'object' && 'formula' in value

/** A value of a table with how it looks, where that is its own. */
export const asCell = (value: Value | Formula | Cell): Cell =>
  value !== null && typeof value === 'object' && 'value' in value && !('formula' in value) ? value : { value }
