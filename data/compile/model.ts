import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../../server/root.ts'

/** Rows of a table under data/model, reviewed by hand; every cell is text. */
export const model = <Name extends string>(file: string): Record<Name, string>[] =>
  parse(readFileSync(join(ROOT, 'data/model', `${file}.csv`)), {
    columns: true,
  }) as Record<Name, string>[]

/** The parts of a cell that lists several values. */
export const listed = (text: string): string[] => (text === '' ? [] : text.split('|'))
