import type { Scenario } from '../../scenario/document/schema.ts'
import type { TableSheet } from '../book.ts'

export const DOCUMENT = 'Document'
/** Characters of a piece: a cell of Excel holds 32,767, but no row is tall enough to show them. */
const CHUNK = 2_000

/** A document as text of plain letters: every other sign is escaped, so that no reader can spoil it. */
const inPlainLetters = (document: unknown): string =>
  JSON.stringify(document).replaceAll(
    /[^ -~]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The scenario itself, which reopens it and works it out again: text in pieces, to be joined in order. */
export function documentSheet(scenario: Scenario): TableSheet {
  const text = inPlainLetters(scenario)
  return {
    name: DOCUMENT,
    about: 'The scenario itself as a document, by which this workbook can be worked out again',
    table: 'Document',
    columns: [
      { title: 'Piece', width: 10 },
      { title: 'Text', width: 100 },
    ],
    rows: Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, at) => [
      at + 1,
      // A piece may begin or end with a space, which some readers drop: bars keep it.
      `|${text.slice(at * CHUNK, (at + 1) * CHUNK)}|`,
    ]),
  }
}

/** The document that a sheet's rows of cells carry. @throws SyntaxError where they carry none */
export function documentOf(rows: readonly (readonly unknown[])[]): unknown {
  const pieces = rows.slice(1).map(([, text]) => String(text ?? '').slice(1, -1))
  return JSON.parse(pieces.join(''))
}
