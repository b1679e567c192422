import { inFigures } from '../export/in-figures.ts'
import { askedAddress } from './asked-address.ts'
import { Refusal } from './problem.ts'

/** Most rows of a table written in one piece: above it CSV and Arrow stream, and a workbook is refused. */
export const MOST_AT_ONCE = 20_000

/** Rows of a piece of a stream. */
export const PIECE = 5_000

/** Refuses a workbook that would have to be cut. */
export function refuseLong(path: string, asked: object, rows: number): void {
  if (rows <= MOST_AT_ONCE) return
  const csv = askedAddress(`${path}.csv`, asked)
  const count = inFigures(rows)
  throw new Refusal(
    406,
    `This table has ${count} rows, and a workbook from here holds ${inFigures(MOST_AT_ONCE)}. The CSV has all of them: ${csv}`,
    [{ where: 'path', message: `has ${count} rows: ask for ${csv}, or narrow the question` }],
  )
}
