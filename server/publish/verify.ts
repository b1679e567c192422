import { join } from 'node:path'
import { readPackage } from '../count/read.ts'
import { columnsOf, rowsOf } from '../engine/columns.ts'
import { confined, type Limits } from '../engine/confined.ts'
import { query } from '../engine/queries.ts'
import type { Planned } from './plan.ts'

/**
 * Reads the package that was made as anyone would, and holds it against the plan: its tables are as its descriptor
 * says, and England's own spending of every year is what it was, more by what was added and less by what was
 * replaced, to the pound and the line.
 * @throws PackageError, or Error where it is not as planned
 */
export async function verify(folder: string, { base, reply }: Planned, limits: Limits): Promise<void> {
  await readPackage(folder, limits)
  const { instance, connection } = await confined(':memory:', { ...limits, folders: [folder] })
  try {
    const found = rowsOf<{ year: string; pounds: number; lines: number }>(
      columnsOf(
        await connection.runAndReadAll(query('publish-verify'), { file: join(folder, 'spend.parquet') }),
      ),
    )
    const expected = new Map([...base.years].map(([year, sum]) => [year, { ...sum }]))
    for (const { year, added, replaced } of reply.years) {
      if (added.lines === 0 && replaced.lines === 0) continue
      const sum = expected.get(year) ?? { pounds: 0, lines: 0 }
      expected.set(year, {
        pounds: sum.pounds + added.pounds - replaced.pounds,
        lines: sum.lines + added.lines - replaced.lines,
      })
    }
    const as = (sums: Iterable<readonly [string, { pounds: number; lines: number }]>) =>
      JSON.stringify([...sums].map(([year, { pounds, lines }]) => [year, pounds, lines]).sort())
    const made = as(found.map((one) => [one.year, one] as const))
    if (made !== as(expected)) throw new Error(`The count made has ${made}, and ${as(expected)} was planned`)
  } finally {
    instance.closeSync()
  }
}
