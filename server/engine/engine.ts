import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'
import { type Answer, columnsOf } from './columns.ts'
import type { Limits } from './confined.ts'
import { query } from './queries.ts'

export interface EngineOptions extends Limits {
  readonly timeoutMs: number
}

export type Parameter = string | number | boolean | null | readonly string[] | readonly number[]
export type Parameters = Readonly<Record<string, Parameter>>

export type QueryFailure = 'timeout' | 'aborted' | 'memory' | 'failed'

/** A query that gave no answer. `message` and `cause` are for logs; users see `failure` at most. */
export class QueryError extends Error {
  readonly query: string
  readonly failure: QueryFailure
  constructor(name: string, failure: QueryFailure, cause: unknown) {
    super(`queries/${name}.sql: ${failure}: ${cause}`, { cause })
    this.name = 'QueryError'
    this.query = name
    this.failure = failure
  }
}

interface Lane {
  readonly connection: DuckDBConnection
  readonly prepared: Map<string, DuckDBPreparedStatement>
}

const LANES = 4

/** What no database of ours may do: reach other files, load extensions, change these settings. */
export const LOCKED = {
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  lock_configuration: 'true',
} as const

/** Gives a prepared statement its parameters, by name. */
export function bind(statement: DuckDBPreparedStatement, parameters: Parameters): void {
  for (const [name, value] of Object.entries(parameters)) {
    const index = statement.parameterIndex(name)
    if (isList(value)) {
      const item = typeof value[0] === 'number' ? INTEGER : VARCHAR
      statement.bindList(index, listValue([...value]), LIST(item))
    } else statement.bindValue(index, value)
  }
}

const isList = (value: Parameter): value is readonly string[] | readonly number[] => Array.isArray(value)

/** A state file opened read-only and locked; it answers the queries of queries/ and nothing else. */
export class Engine {
  readonly #instance: DuckDBInstance
  readonly #timeoutMs: number
  readonly #idle: Lane[] = []
  readonly #waiting: ((lane: Lane) => void)[] = []
  #closed = false

  private constructor(instance: DuckDBInstance, timeoutMs: number) {
    this.#instance = instance
    this.#timeoutMs = timeoutMs
  }

  static async open(file: string, options: EngineOptions): Promise<Engine> {
    const instance = await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      threads: String(options.threads),
      memory_limit: options.memoryLimit,
      ...LOCKED,
    })
    const engine = new Engine(instance, options.timeoutMs)
    for (let lane = 0; lane < LANES; lane += 1)
      engine.#idle.push({
        connection: await instance.connect(),
        prepared: new Map(),
      })
    return engine
  }

  /**
   * The answer of queries/<name>.sql.
   * @param signal interrupts the query, as the time limit does
   * @throws QueryError
   */
  async ask(name: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<Answer> {
    const lane = await this.#lane()
    try {
      return await this.#run(lane, name, parameters, signal)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(lane)
      else this.#idle.push(lane)
    }
  }

  #lane(): Promise<Lane> {
    const lane = this.#idle.pop()
    return lane ? Promise.resolve(lane) : new Promise((resolve) => this.#waiting.push(resolve))
  }

  async #run(lane: Lane, name: string, parameters: Parameters, signal?: AbortSignal): Promise<Answer> {
    let stopped: 'timeout' | 'aborted' | undefined
    const stop = (why: 'timeout' | 'aborted') => {
      stopped ??= why
      lane.connection.interrupt()
    }
    const abort = () => stop('aborted')
    if (this.#closed || signal?.aborted) throw new QueryError(name, 'aborted', 'asked too late')
    signal?.addEventListener('abort', abort, { once: true })
    const timer = setTimeout(() => stop('timeout'), this.#timeoutMs)
    try {
      const statement = await this.#prepared(lane, name)
      bind(statement, parameters)
      return columnsOf(await statement.runAndReadAll())
    } catch (cause) {
      throw new QueryError(name, stopped ?? failureOf(cause), cause)
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
  }

  async #prepared({ connection, prepared }: Lane, name: string): Promise<DuckDBPreparedStatement> {
    const ready = prepared.get(name)
    if (ready) return ready
    const statement = await connection.prepare(query(name))
    prepared.set(name, statement)
    return statement
  }

  /** Frees the file. Queries asked afterwards fail as aborted. */
  close(): void {
    this.#closed = true
    for (const { connection } of this.#idle) connection.closeSync()
    this.#instance.closeSync()
  }
}

export const failureOf = (cause: unknown): QueryFailure =>
  /out of memory/i.test(String(cause)) ? 'memory' : 'failed'
