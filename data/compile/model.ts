import { table } from '../../server/tables.ts'

/** Rows of a table under data/model, reviewed by hand; every cell is text. */
export const model = <Name extends string>(file: string): Record<Name, string>[] =>
  table(file) as Record<Name, string>[]

/** The parts of a cell that lists several values. */
export const listed = (text: string): string[] => (text === '' ? [] : text.split('|'))
