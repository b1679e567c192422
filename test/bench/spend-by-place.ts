import { deepStrictEqual } from 'node:assert'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Arm } from './arm.ts'
import { duckdbArm } from './arm-duckdb.ts'
import { javascriptArm } from './arm-javascript.ts'
import { sqliteArm, sqlitePresent } from './arm-sqlite.ts'
import type { Bar, Row } from './row.ts'
import { sql } from './sql.ts'
import { median, spread } from './timing.ts'

const ROUNDS = 5
const NO_SQLITE = 'sqlite3 is not installed, so SQLite was not measured: apt-get install sqlite3'

async function generate(folder: string, file: string, text: boolean): Promise<void> {
  const instance = await DuckDBInstance.create(file)
  const connection = await instance.connect()
  await connection.run(sql('ten-million'))
  if (text) await connection.run(sql('ten-million-csv'), { file: join(folder, 'lines.csv') })
  connection.closeSync()
  instance.closeSync()
}

/** Milliseconds of each arm, asked in turn; the first round, whose answers must agree, warms up and is not kept. */
async function race(arms: readonly Arm[]): Promise<number[][]> {
  const taken: number[][] = arms.map(() => [])
  for (let round = 0; round <= ROUNDS; round += 1) {
    const told = []
    for (const arm of arms) told.push(await arm.ask())
    for (const { answer } of told) deepStrictEqual(answer, told[0]!.answer)
    if (round > 0) for (const [at, { ms }] of told.entries()) taken[at]!.push(ms)
  }
  return taken
}

export const spendByPlace: Row = {
  id: 'spend-by-place',
  name: 'Spend by place over 10,000,000 lines, the same answer from each',
  async measure(folder) {
    const file = join(folder, 'lines.duckdb')
    const sqlite = sqlitePresent()
    await generate(folder, file, sqlite)
    const arms: Arm[] = []
    try {
      arms.push(await duckdbArm(file), await javascriptArm(file))
      if (sqlite) arms.push(await sqliteArm(folder))
      const taken = await race(arms)
      const against = (at: number, bar: number): Bar => ({
        what: `against ${arms[at]!.name}`,
        value: median(taken[at]!) / median(taken[0]!),
        unit: 'times faster',
        bar,
        least: true,
      })
      return {
        notes: arms.map(({ name }, at) => `${name}: ${spread(taken[at]!)}`),
        bars: [...(sqlite ? [against(2, 8)] : []), against(1, 3)],
        ...(sqlite ? {} : { skipped: NO_SQLITE }),
      }
    } finally {
      for (const arm of arms) await arm.close()
    }
  },
}
