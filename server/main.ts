import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { SOFTWARE } from './api/software.ts'
import { createApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { Count } from './count/open.ts'
import { PackageError } from './count/read.ts'
import { countsFrom, intakesFrom } from './from-config.ts'
import { Jobs } from './jobs/jobs.ts'
import { Library } from './library/library.ts'
import { loadDeflation } from './parameters/deflation.ts'
import { loadParameters } from './parameters/load.ts'
import { readTopology } from './places/outlines.ts'
import { randomId } from './random-id.ts'
import { ROOT } from './root.ts'
import type { Counts } from './shelf/counts.ts'
import { solver } from './solver/solver.ts'

const OUTLINES = join(ROOT, 'data', 'outlines', 'england.topojson')
const PATIENCE_MS = 10_000

/** A fault the reader of the terminal can mend: told in words, without a stack. */
class StartError extends Error {}

function listen(server: Server, { HOST, PORT }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${PORT} on ${HOST} is taken. Stop what uses it, or start with another: PORT=4001 npm start`
          : `Total Place cannot listen on ${HOST}:${PORT} (${error.code}).`
      reject(new StartError(why))
    })
    server.listen(PORT, HOST, () => {
      const { port } = server.address() as AddressInfo
      resolve(`http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}`)
    })
  })
}

function ready(url: string, { hash, catalogue }: Count): string {
  const { financialYears, latest } = catalogue
  const first = financialYears.find(({ coverage }) => coverage === 'full')?.year ?? latest
  const span = `${first.slice(0, 4)} to 20${latest.slice(-2)}`
  return `Total Place is at ${url} (England ${span}, count ${hash.slice(0, 6)})`
}

interface Open {
  readonly counts: Counts
  readonly library: Library
  readonly jobs: Jobs
}

/**
 * Stops listening, cancels long work, lets requests finish, closes the databases; a count still being built
 * is left, to be built anew.
 */
function stopOn(signals: readonly NodeJS.Signals[], server: Server, { counts, library, jobs }: Open): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    void jobs.close()
    server.close(async () => {
      clearTimeout(late)
      await library.close()
      if (!counts.shelf.current) process.exit(0)
      await counts.close()
    })
    server.closeIdleConnections()
  }
  for (const signal of signals) process.on(signal, stop)
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(2))
  const counts = countsFrom(config, (message) => log.warn(message))
  const { shelf } = counts
  const topology = await readTopology(OUTLINES).catch((cause) => {
    throw new StartError(`The outlines in ${OUTLINES} cannot be read: npm run outlines makes them.`, {
      cause,
    })
  })
  const client = join(ROOT, 'dist', 'client')
  const economics = { parameters: loadParameters(), solve: await solver() }
  const deflation = loadDeflation(economics.parameters.deflators.gdp!)
  const library = new Library(config.STATE_DIR, { now: () => new Date(), id: randomId, software: SOFTWARE })
  const jobs = new Jobs({ now: Date.now, id: randomId })
  const intakes = intakesFrom(config)
  const server = createServer(
    createApp({ config, log, shelf, topology, deflation, economics, library, jobs, intakes, counts, client }),
  )
  const url = await listen(server, config)
  stopOn(['SIGINT', 'SIGTERM'], server, { counts, library, jobs })
  await library.open().catch((error) => log.warn({ err: error }, 'the library is not open'))
  await intakes.sweep().catch((error) => log.warn({ err: error }, 'old intakes were not cleared away'))
  const current = await counts.start()
  counts.follow()
  console.log(ready(url, current))
  await counts.sweep().catch((error) => log.warn({ err: error }, 'what was half made was not cleared away'))
}

main().catch((error: unknown) => {
  const told = error instanceof ConfigError || error instanceof PackageError || error instanceof StartError
  console.error(told ? error.message : error)
  process.exit(1)
})
