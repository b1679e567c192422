import { endOfArrow, withoutArrowEnd, withoutArrowSchema } from '../engine/arrow-pieces.ts'
import { csvHeader, csvRows } from '../export/csv.ts'
import { PIECE } from './at-once.ts'
import type { TableReply } from './contract.ts'
import { arrowBytes } from './format.ts'

type Pages = AsyncIterable<TableReply> | Iterable<TableReply>

/** A table cut into tables of at most PIECE rows. */
export function* slices(reply: TableReply): Generator<TableReply> {
  for (let from = 0; from < reply.rows; from += PIECE) {
    const part = Object.entries(reply.data).map(([name, values]) => [name, values.slice(from, from + PIECE)])
    yield { ...reply, rows: Math.min(PIECE, reply.rows - from), data: Object.fromEntries(part) }
  }
}

/** Pages of one table as its CSV, a piece a page. */
export async function* csvPieces(pages: Pages): AsyncGenerator<Buffer> {
  let begun = false
  for await (const page of pages) {
    yield Buffer.from((begun ? '' : csvHeader(page.columns)) + csvRows(page))
    begun = true
  }
}

/** Pages of one table as its Arrow stream, a batch a page. */
export async function* arrowPieces(pages: Pages): AsyncGenerator<Buffer> {
  let begun = false
  for await (const page of pages) {
    const bytes = withoutArrowEnd(arrowBytes(page))
    yield begun ? withoutArrowSchema(bytes) : bytes
    begun = true
  }
  yield endOfArrow
}
