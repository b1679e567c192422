import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import type { Count } from '../../server/count/open.ts'
import { countsFrom, intakesFrom } from '../../server/from-config.ts'
import { Jobs } from '../../server/jobs/jobs.ts'
import { Library } from '../../server/library/library.ts'
import { loadDeflation } from '../../server/parameters/deflation.ts'
import { loadParameters } from '../../server/parameters/load.ts'
import { readTopology } from '../../server/places/outlines.ts'
import { randomId } from '../../server/random-id.ts'
import { ROOT } from '../../server/root.ts'
import { solver } from '../../server/solver/solver.ts'
import { CONFIG } from './settings.ts'

const EVERY_REPLY = 10_000

/** The real application over a count, in this process. */
export async function application(count: Count): Promise<{ server: Server; url: string; close: () => void }> {
  const client = join(ROOT, 'dist', 'client')
  const topology = await readTopology(join(ROOT, 'data', 'outlines', 'england.topojson'))
  const economics = { parameters: loadParameters(), solve: await solver() }
  const deflation = loadDeflation(economics.parameters.deflators.gdp!)
  const config = { ...CONFIG, CACHE_ENTRIES: EVERY_REPLY }
  const log = pino({ level: 'silent' })
  const library = new Library(config.STATE_DIR, { now: () => new Date(), id: randomId, software: 'bench' })
  const intakes = intakesFrom(config)
  const counts = countsFrom(config, (message) => log.warn(message))
  const jobs = new Jobs({ now: Date.now, id: randomId })
  const server = createServer(
    createApp({
      config,
      log,
      shelf: { current: count },
      topology,
      deflation,
      economics,
      library,
      jobs,
      intakes,
      counts,
      client,
    }),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { server, url, close }
}
