import { open, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config.ts'
import { type Count, openCount } from './count/open.ts'
import { PackageError } from './count/read.ts'
import { BadMapping, Intakes, NotNow } from './intake/intakes.ts'
import { type Mapping, mappingSchema } from './intake/mapping.ts'
import { TooLarge } from './intake/receive.ts'
import { inWords } from './intake/report-in-words.ts'
import { Unreadable } from './intake/terms.ts'
import { randomId } from './random-id.ts'

const USAGE = `npm run import -- FILE... [options]
  --mapping FILE.json   how the columns are to be read; without it, as they seem to mean
  --place E08000003     the place, where no column says
  --agency ID           the agency, where no column says
  --function CODE       the function, where no column says
  --year 2017-18        the financial year, where no column says
  --unit pounds         pounds, thousands or millions`

/** A fault the reader of the terminal can mend. */
class Told extends Error {}

function options() {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      allowPositionals: true,
      options: { mapping: text, place: text, agency: text, function: text, year: text, unit: text },
    })
  } catch (error) {
    throw new Told(`${(error as Error).message}\n${USAGE}`)
  }
}

async function mappingFrom(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw new Told(`${file} cannot be read (${error.code}).`)
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Told(`${file} is not JSON.`)
  }
  const parsed = mappingSchema.safeParse(json)
  if (parsed.success) return parsed.data
  throw new Told(
    [
      `${file} is no mapping:`,
      ...parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`),
    ].join('\n'),
  )
}

async function bring(intakes: Intakes, count: Count): Promise<boolean> {
  const { positionals: files, values } = options()
  if (files.length === 0) throw new Told(USAGE)
  const { id } = await intakes.start()
  for (const file of files) {
    const from = process.env.INIT_CWD ? resolve(process.env.INIT_CWD, file) : resolve(file)
    const handle = await open(from).catch((error) => {
      throw new Told(`${file} cannot be read (${error.code}).`)
    })
    await intakes
      .put(id, basename(file), handle.createReadStream({ highWaterMark: 1 << 20 }), count)
      .catch((error) => {
        if (error instanceof Unreadable || error instanceof TooLarge || error instanceof NotNow)
          throw new Told(`${file}: ${error.message}`)
        if (error.code === 'EISDIR') throw new Told(`${file} is a folder.`)
        throw error
      })
  }
  const state = (await intakes.read(id))!
  const base = values.mapping ? await mappingFrom(values.mapping) : state.proposal!.mapping
  const constants = Object.fromEntries(
    (['place', 'agency', 'function', 'year'] as const).flatMap((name) =>
      values[name] === undefined ? [] : [[name, values[name]]],
    ),
  )
  const unit = mappingSchema.shape.unit.safeParse(values.unit ?? base.unit)
  if (!unit.success) throw new Told(`--unit must be pounds, thousands or millions, is '${values.unit}'`)
  await intakes.map(id, { ...base, unit: unit.data, constants: { ...base.constants, ...constants } }, count)
  const report = (await intakes.check(id, count))!
  const folder = intakes.folder(id)
  console.log(inWords((await intakes.read(id))!, report))
  console.log(`\nReceipt: ${join(folder, 'receipt.json')}\nReport:  ${join(folder, 'report.json')}`)
  return report.rows.accepted > 0
}

async function main(): Promise<boolean> {
  const config = readConfig(process.env)
  const intakes = new Intakes(config.STATE_DIR, {
    id: randomId,
    now: () => new Date(),
    megabytes: config.INTAKE_MEGABYTES,
    threads: config.THREADS,
    memoryLimit: config.MEMORY_LIMIT,
  })
  const count = await openCount(config.COUNT_DIR, config.STATE_DIR, {
    threads: config.THREADS,
    memoryLimit: config.MEMORY_LIMIT,
    timeoutMs: config.QUERY_TIMEOUT_MS,
  })
  try {
    return await bring(intakes, count)
  } finally {
    count.engine.close()
  }
}

main().then(
  (accepted) => process.exit(accepted ? 0 : 1),
  (error: unknown) => {
    if (error instanceof BadMapping)
      console.error(
        [
          error.message,
          ...error.faults.map(
            ({ where, message, value }) =>
              `  ${where}: ${message}${value === undefined ? '' : ` (${value})`}`,
          ),
        ].join('\n'),
      )
    else
      console.error(
        error instanceof Told || error instanceof ConfigError || error instanceof PackageError
          ? error.message
          : error,
      )
    process.exit(1)
  },
)
