import { join } from 'node:path'
import { readPackage } from '../count/read.ts'
import { columnsOf, rowsOf } from '../engine/columns.ts'
import { confined, type Limits } from '../engine/confined.ts'
import { query } from '../engine/queries.ts'
import type { Planned } from './plan.ts'

interface Made {
  readonly pounds: number
  readonly lines: number
  readonly budget: number
  readonly budget_lines: number
}

/**
 * Reads the package that was made as anyone would, and holds it against the plan: its tables are as its descriptor
 * says, England's own spending of every year is what it was, more by what was added and less by what was
 * replaced, and budgets in place of missing returns are what they were, less by those that gave way, to the pound and
 * the line.
 * @throws PackageError, or Error where it is not as planned
 */
export async function verify(folder: string, { base, reply }: Planned, limits: Limits): Promise<void> {
  await readPackage(folder, limits)
  const { instance, connection } = await confined(':memory:', { ...limits, folders: [folder] })
  try {
    const found = rowsOf<Made & { year: string }>(
      columnsOf(
        await connection.runAndReadAll(query('publish-verify'), { file: join(folder, 'spend.parquet') }),
      ),
    )
    const expected = new Map<string, Made>(
      [...base.years].map(([year, { pounds, lines, budget }]) => [
        year,
        { pounds, lines, budget: budget.pounds, budget_lines: budget.lines },
      ]),
    )
    for (const { year, added, replaced, budget } of reply.years) {
      if (added.lines === 0 && replaced.lines === 0 && budget.lines === 0) continue
      const sum = expected.get(year) ?? { pounds: 0, lines: 0, budget: 0, budget_lines: 0 }
      expected.set(year, {
        pounds: sum.pounds + added.pounds - replaced.pounds,
        lines: sum.lines + added.lines - replaced.lines,
        budget: sum.budget - budget.pounds,
        budget_lines: sum.budget_lines - budget.lines,
      })
    }
    const as = (sums: Iterable<readonly [string, Made]>) =>
      JSON.stringify(
        [...sums]
          .map(([year, { pounds, lines, budget, budget_lines }]) => [
            year,
            pounds,
            lines,
            budget,
            budget_lines,
          ])
          .sort(),
      )
    const made = as(found.map((one) => [one.year, one] as const))
    if (made !== as(expected)) throw new Error(`The count made has ${made}, and ${as(expected)} was planned`)
  } finally {
    instance.closeSync()
  }
}
