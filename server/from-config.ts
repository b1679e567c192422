import type { Config } from './config.ts'
import { Intakes } from './intake/intakes.ts'
import { randomId } from './random-id.ts'
import { Counts } from './shelf/counts.ts'

const now = () => new Date()

/** What the settings let the database of a count take. */
export const engineFrom = (config: Config) => ({
  threads: config.THREADS,
  memoryLimit: config.MEMORY_LIMIT,
  timeoutMs: config.QUERY_TIMEOUT_MS,
})

/** The counts of the state folder beside the one that ships; not started yet. */
export const countsFrom = (config: Config, warn: (message: string) => void): Counts =>
  new Counts({
    shipped: config.COUNT_DIR,
    stateFolder: config.STATE_DIR,
    engine: engineFrom(config),
    now,
    warn,
  })

/** The files brought that are kept in the state folder. */
export const intakesFrom = (config: Config): Intakes =>
  new Intakes(config.STATE_DIR, {
    id: randomId,
    now,
    megabytes: config.INTAKE_MEGABYTES,
    threads: config.THREADS,
    memoryLimit: config.MEMORY_LIMIT,
  })
