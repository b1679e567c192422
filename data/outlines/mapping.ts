import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../../server/root.ts'

export interface Mapped {
  /** Natural Earth's code of the unit, which names its file. */
  hasc: string
  /** Which of the unit's parts, from 0; only three units have more than one. */
  part: number
  /** GSS code in use in 2017-18. */
  code: string
  name: string
  region_code: string
  confidence: 'high' | 'medium' | 'low'
  /** What a reader should know of this outline; empty when nothing. */
  note: string
}

/** The 152 upper tier places of 2009 to 2019, in order of code, each with the Natural Earth unit that draws it. */
export const readMapping = (): Mapped[] =>
  parse(readFileSync(join(ROOT, 'data/outlines/natural-earth.csv')), {
    columns: true,
    cast: (value, { column }) => (column === 'part' ? Number(value) : value),
  })
