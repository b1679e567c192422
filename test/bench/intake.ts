import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { openCount } from '../../server/count/open.ts'
import { Intakes } from '../../server/intake/intakes.ts'
import { randomId } from '../../server/random-id.ts'
import { MILLION } from './million.ts'
import type { Row } from './row.ts'
import { CONFIG, ENGINE, SHIPPED } from './settings.ts'
import { sql } from './sql.ts'
import { median, spread } from './timing.ts'

const RUNS = 3
const PIECE = 10_000
const SEED = 7
const HEADER =
  'Body Name,Place,Service Area,Expenses Type,Invoice Payment Date,Transaction Number,Net Amount,Supplier Name\n'

/** Pseudo-random numbers from 0 to 1: https://en.wikipedia.org/wiki/Linear_congruential_generator, ANSI C's. */
function* random(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = Number((BigInt(state) * 1_103_515_245n + 12_345n) & 0x7fffffffn)
    yield state / 0x7fffffff
  }
}

/** Writes a payment file of a million lines and gives the pence they add up to. */
async function writePayments(file: string): Promise<string> {
  const numbers = random(SEED)
  const below = (most: number) => Math.floor(numbers.next().value * most)
  const two = (value: number) => String(value).padStart(2, '0')
  const out = createWriteStream(file)
  out.write(HEADER)
  let pence = 0
  for (let made = 0; made < MILLION; made += PIECE) {
    let text = ''
    for (let at = made; at < made + PIECE; at += 1) {
      const amount = below(2_000_000) - 50_000
      pence += amount
      text += `Manchester City Council,E08000003,Service ${below(40)},Expense type ${below(200)},2017-${two(4 + below(9))}-${two(1 + below(28))},${5_100_000_000 + at},${(amount / 100).toFixed(2)},Supplier ${below(20_000)} Ltd\n`
    }
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return String(pence)
}

/** DuckDB's own typed read of the file, with no check at all, into memory or a database file. */
async function bare(file: string, into = ':memory:'): Promise<{ ms: number; pence: string }> {
  const instance = await DuckDBInstance.create(into, {
    threads: String(ENGINE.threads),
    memory_limit: ENGINE.memoryLimit,
  })
  const connection = await instance.connect()
  const began = performance.now()
  await connection.run(sql('intake-bare'), { file })
  const ms = performance.now() - began
  const reader = await connection.runAndReadAll(sql('intake-bare-sum'))
  connection.closeSync()
  instance.closeSync()
  return { ms, pence: String(reader.getRowsJS()[0]![0]) }
}

export const intakeRow: Row = {
  id: 'intake',
  name: 'Importing a million lines with every check, beside the bare typed read of DuckDB',
  async measure(folder) {
    const file = join(folder, 'payments.csv')
    const pence = await writePayments(file)
    const count = await openCount(SHIPPED, folder, ENGINE)
    const intakes = new Intakes(folder, {
      id: randomId,
      now: () => new Date(),
      megabytes: CONFIG.INTAKE_MEGABYTES,
      threads: ENGINE.threads,
      memoryLimit: ENGINE.memoryLimit,
    })
    const ours: number[] = []
    const theirs: number[] = []
    const onDisk: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const read = await bare(file)
      theirs.push(read.ms)
      onDisk.push((await bare(file, join(folder, `bare-${run}.duckdb`))).ms)
      const began = performance.now()
      const { id } = await intakes.start()
      await intakes.put(id, 'payments.csv', createReadStream(file, { highWaterMark: 1 << 20 }), count)
      const report = await intakes.check(id, count)
      ours.push(performance.now() - began)
      if (report?.pence.accepted !== pence || read.pence !== pence || report.rows.accepted !== MILLION)
        throw new Error(`${report?.pence.accepted} and ${read.pence} pence, not ${pence}`)
      await intakes.remove(id)
    }
    count.engine.close()
    const most = process.resourceUsage().maxRSS / 1024
    return {
      bars: [
        { what: 'import against bare read', value: median(ours) / median(theirs), unit: 'times', bar: 6 },
        { what: 'most memory of the process', value: most, unit: 'MB', bar: 3000 },
      ],
      notes: [
        `upload, read and every check: ${spread(ours)}`,
        `bare typed read into memory: ${spread(theirs)}`,
        `the same into a database file, as an import is kept: ${spread(onDisk)}, of which an import takes ${(median(ours) / median(onDisk)).toFixed(1)} times`,
      ],
    }
  },
}
