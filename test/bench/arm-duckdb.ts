import { Engine } from '../../server/engine/engine.ts'
import { QUERIES } from '../../server/engine/queries.ts'
import type { Arm } from './arm.ts'
import { ENGINE } from './settings.ts'
import { sql } from './sql.ts'

const NAME = 'spend-by-place'

/** The engine of the server, its answer as the server reads it. */
export async function duckdbArm(file: string): Promise<Arm> {
  const queries = QUERIES as Map<string, string>
  queries.set(NAME, sql(NAME))
  const engine = await Engine.open(file, ENGINE)
  return {
    name: 'DuckDB engine',
    async ask() {
      const began = performance.now()
      const { columns } = await engine.ask(NAME)
      const ms = performance.now() - began
      const amounts = columns.amount as number[]
      return { ms, answer: (columns.place as string[]).map((place, at) => [place, amounts[at]!]) }
    },
    close: () => {
      engine.close()
      queries.delete(NAME)
    },
  }
}
