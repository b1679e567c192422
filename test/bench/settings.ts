import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'
import { ROOT } from '../../server/root.ts'

export const SHIPPED = join(ROOT, 'data', 'count')

/** The settings a server starts with when none is given, but for the limit on requests. */
export const CONFIG = readConfig({ RATE_LIMIT: '1000000', LOG_LEVEL: 'silent' })

export const ENGINE = {
  threads: CONFIG.THREADS,
  memoryLimit: CONFIG.MEMORY_LIMIT,
  timeoutMs: CONFIG.QUERY_TIMEOUT_MS,
}
