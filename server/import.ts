import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import type { Count } from './count/open.ts'
import { countsFrom, intakesFrom } from './from-config.ts'
import { constantsOf } from './import-constants.ts'
import { importPackage, namesPackage } from './import-package.ts'
import { publish, readWish } from './import-publish.ts'
import { given, inTerminal, readJson, Told } from './import-told.ts'
import type { Intakes } from './intake/intakes.ts'
import { mappingSchema } from './intake/mapping.ts'
import { TooLarge } from './intake/receive.ts'
import { NotNow } from './intake/refusals.ts'
import { inWords } from './intake/report-in-words.ts'
import { Unreadable } from './intake/terms.ts'
import { Publisher } from './publish/publisher.ts'
import type { Counts } from './shelf/counts.ts'

const USAGE = `npm run import -- FILE... [options]
  --mapping FILE.json   how the columns are to be read; without it, as they seem to mean
  --place PLACE         the place, by name or code, where no column says
  --agency AGENCY       the agency, by name or identifier, where no column says
  --function FUNCTION   the function, by name or code, where no column says
  --year 2017-18        the financial year, where no column says
  --unit pounds         pounds, thousands or millions
  --plan FILE.json      how it is placed and what it replaces; without it, as is usual
  --publish TITLE       makes a count with it and serves that; without it, only the plan is printed
  --publisher NAME      who the files are from; needed to publish
  --licence NAME        licence of the files
  --accept-differences  publishes although a total of the plan differs

npm run import -- PACKAGE [--serve]
  a count whole: its zip, its folder or its datapackage.json; with --serve it is served from now on`

function options() {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ mapping: text, place: text, agency: text, function: text, year: text, unit: text },
        ...{ plan: text, publish: text, publisher: text, licence: text },
        'accept-differences': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Told(`${(error as Error).message}\n${USAGE}`)
  }
}

async function bring(intakes: Intakes, counts: Counts, count: Count): Promise<boolean> {
  const { positionals: files, values } = options()
  if (files.length === 0) throw new Told(USAGE)
  const wish = await readWish(values)
  const { id } = await intakes.start()
  for (const file of files) {
    const from = given(file)
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
  const base = values.mapping
    ? await readJson(values.mapping, mappingSchema, 'mapping')
    : state.proposal!.mapping
  const constants = constantsOf(values, base.columns, count)
  const unit = mappingSchema.shape.unit.safeParse(values.unit ?? base.unit)
  if (!unit.success) throw new Told(`--unit must be pounds, thousands or millions, is '${values.unit}'`)
  const { placeOf, ...said } = base
  await intakes.map(
    id,
    {
      ...said,
      // One place said for all rows goes before that of each row's agency.
      ...(placeOf && !constants.place ? { placeOf } : {}),
      unit: unit.data,
      constants: { ...base.constants, ...constants },
    },
    count,
  )
  const report = (await intakes.check(id, count))!
  const folder = intakes.folder(id)
  console.log(inWords((await intakes.read(id))!, report))
  console.log(`\nReceipt: ${join(folder, 'receipt.json')}\nReport:  ${join(folder, 'report.json')}`)
  if (report.rows.accepted === 0) return false
  console.log('')
  return publish(new Publisher({ intakes, counts, now: () => new Date() }), id, count, wish)
}

async function main(): Promise<boolean> {
  const config = readConfig(process.env)
  const args = process.argv.slice(2)
  if (await namesPackage(args)) {
    await importPackage(args, config)
    return true
  }
  const intakes = intakesFrom(config)
  const counts = countsFrom(config, console.error)
  const count = await counts.start()
  try {
    return await bring(intakes, counts, count)
  } finally {
    await counts.close()
  }
}

main().then(
  (accepted) => process.exit(accepted ? 0 : 1),
  (error: unknown) => {
    console.error(inTerminal(error))
    process.exit(1)
  },
)
