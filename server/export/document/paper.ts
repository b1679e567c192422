/** A stretch of a paragraph. A prompt is text the authors must write: the document cannot know it. */
export type Inline =
  | string
  | { readonly prompt: string }
  | { readonly link: string }
  | { readonly strong: string }

/** What a cell holds; numbers stand to the right. */
export type Cell = string | readonly Inline[]

export interface Column {
  readonly title: string
  /** Share of the width, against the other columns'. */
  readonly width: number
  readonly number?: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  /** Whether the last row adds up those above it. */
  readonly total?: boolean
}

/** A picture as it stands in a document: what it shows is told in words as well. */
export interface Figure {
  readonly kind: 'figure'
  readonly caption: string
  readonly alt: string
  readonly png: Uint8Array
  /** CSS pixels, as is height. */
  readonly width: number
  readonly height: number
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly content: readonly Inline[]; readonly note?: boolean }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'contents' }
  | Table
  | Figure

export interface Chapter {
  readonly landscape?: boolean
  readonly blocks: readonly Block[]
}

/** A document as what it says, whatever writes it. */
export interface Paper {
  readonly title: string
  readonly subtitle: string
  /** Stands at the foot of every page. */
  readonly foot: string
  /** Day of the count it is made from, ISO: the same input gives the same bytes. */
  readonly day: string
  readonly chapters: readonly Chapter[]
  /** The scenario it is made from, kept inside the file for whoever works it out again. */
  readonly scenario: unknown
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const text = (...content: readonly Inline[]): Block => ({ kind: 'text', content })
export const note = (...content: readonly Inline[]): Block => ({ kind: 'text', content, note: true })
export const list = (...items: readonly (readonly Inline[])[]): Block => ({ kind: 'list', items })
export const prompt = (what: string): Inline => ({ prompt: what })
/** A paragraph, or a cell, that only the authors can write. */
export const ask = (what: string): Block => text(prompt(what))
export const askCell = (what: string): Cell => [prompt(what)]

const column =
  (number: boolean) =>
  (title: string, width: number): Column => ({ title, width, number })
export const words = column(false)
export const figures = column(true)

export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  more: { total?: boolean } = {},
): Table => ({ kind: 'table', caption, columns, rows, ...more })
