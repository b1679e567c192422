import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ROOT } from './root.ts'

const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`)

const path = z.string().min(1, 'must name a folder')
const THREADS = Math.min(availableParallelism(), 64)

/** Every setting of the server: default, bound and meaning. The README's table is tested against this. */
export const SETTINGS = {
  PORT: {
    default: '4000',
    bounds: '0 to 65535; 0 takes any free port',
    meaning: 'Port to listen on',
    schema: whole(0, 65_535),
  },
  HOST: {
    default: '127.0.0.1',
    bounds: 'an address or host name of this machine',
    meaning: 'Address to listen on; 0.0.0.0 lets other machines in',
    schema: z.string().regex(/^[\w.:-]{1,253}$/, 'must be an address or host name'),
  },
  STATE_DIR: {
    default: 'var',
    bounds: 'a folder, made when missing',
    meaning:
      'Where the library of what is saved, counts brought or published, and state files built from counts, are kept',
    schema: path,
  },
  COUNT_DIR: {
    default: 'data/count',
    bounds: 'a folder with datapackage.json',
    meaning: 'The count that ships: served until another is chosen',
    schema: path,
  },
  LOG_LEVEL: {
    default: 'warn',
    bounds: LEVELS.join(', '),
    meaning: 'What is logged, to standard error',
    schema: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }),
  },
  QUERY_TIMEOUT_MS: {
    default: '10000',
    bounds: '10 to 600000',
    meaning: 'Milliseconds a query may take before it is interrupted',
    schema: whole(10, 600_000),
  },
  RATE_LIMIT: {
    default: '3000',
    bounds: '1 to 1000000',
    meaning: 'Requests a minute from one address',
    schema: whole(1, 1_000_000),
  },
  CACHE_ENTRIES: {
    default: '500',
    bounds: '0 to 100000',
    meaning: 'Replies kept in memory',
    schema: whole(0, 100_000),
  },
  CACHE_MEGABYTES: {
    default: '64',
    bounds: '0 to 4096',
    meaning: 'Most memory kept replies take',
    schema: whole(0, 4096),
  },
  THREADS: {
    default: 'the number of cores',
    bounds: '1 to 64',
    meaning: 'Threads the database uses',
    schema: whole(1, 64),
  },
  INTAKE_MEGABYTES: {
    default: '512',
    bounds: '1 to 4096',
    meaning: 'Largest file that can be brought to a count',
    schema: whole(1, 4096),
  },
  MEMORY_LIMIT: {
    default: '1GB',
    bounds: 'a number and MB or GB',
    meaning: 'Most memory the database uses',
    schema: z.string().regex(/^[1-9]\d{0,4}(MB|GB)$/, 'must be a number and MB or GB, as 1GB'),
  },
} as const

type Settings = typeof SETTINGS
export type Config = {
  readonly [K in keyof Settings]: z.output<Settings[K]['schema']>
}

/** Every bad setting, one a line in `message`. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`Settings that cannot be used:\n  ${faults.join('\n  ')}`)
    this.name = 'ConfigError'
  }
}

/**
 * Reads the settings; relative folders are of the project.
 * @throws ConfigError naming every fault
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = []
  const config: Record<string, unknown> = {}
  for (const [name, { default: usual, schema }] of Object.entries(SETTINGS)) {
    const text = environment[name] ?? (name === 'THREADS' ? String(THREADS) : usual)
    const parsed = (schema as z.ZodType).safeParse(text)
    if (parsed.success) config[name] = name.endsWith('_DIR') ? resolve(ROOT, text) : parsed.data
    else faults.push(`${name} ${parsed.error.issues[0]!.message}, is '${text}'`)
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return config as Config
}
