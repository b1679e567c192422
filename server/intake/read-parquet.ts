import { dirname } from 'node:path'
import { Workbench } from '../engine/workbench.ts'
import { readText } from './read-text.ts'
import { type Reading, Unreadable } from './terms.ts'

const MOST_CELLS = 200_000_000

/** Reads a Parquet file: its rows as text, then as any other. */
export async function readParquet(
  file: string,
  to: { beside: string; part: number; text: string },
  options: { threads: number; memoryLimit: string },
): Promise<Reading> {
  const bench = await Workbench.open(':memory:', {
    ...options,
    folder: dirname(to.beside),
    also: dirname(file),
  })
  try {
    const [shape] = await bench.ask<{ cells: number }>('intake-parquet-size', { file })
    if ((shape?.cells ?? 0) > MOST_CELLS)
      throw new Unreadable(
        'too-large',
        'The Parquet file holds more rows and columns than are taken at once. Split it.',
      )
    await bench.ask('intake-parquet', { file, text: to.beside })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable(
      'parquet',
      'The Parquet file is damaged, or holds what is no table of cells. Write it again, or save it as CSV.',
    )
  } finally {
    bench.close()
  }
  const reading = await readText(to.beside, { ...to, beside: `${to.beside}.decoded` })
  return { ...reading, type: 'parquet', encoding: null }
}
