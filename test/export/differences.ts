import type { Cells } from './fetch.ts'

/** LibreOffice writes 15 figures of a number. */
const same = (a: unknown, b: unknown) =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= Math.abs(a) * 1e-13)

export const differences = (mine: Cells, other: Cells) =>
  mine.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      same(cell, other[at]?.[column]) ? [] : [[at, column, cell, other[at]?.[column]]],
    ),
  )
