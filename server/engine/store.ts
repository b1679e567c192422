import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { columnsOf, rowsOf } from './columns.ts'
import { bind, failureOf, LOCKED, type Parameters, QueryError } from './engine.ts'
import { query } from './queries.ts'

export interface StoreOptions {
  /** As DuckDB writes it: 256MB. */
  readonly memoryLimit: string
  readonly timeoutMs: number
  /** Size of the write-ahead log above which it is folded into the file, as DuckDB writes it: 1MB. */
  readonly checkpointAt: string
}

export interface Work {
  /** Rows of queries/<name>.sql. */
  readonly ask: <T>(name: string, parameters?: Parameters) => Promise<T[]>
  /** Runs the script queries/<name>.sql. */
  readonly script: (name: string) => Promise<void>
}

/**
 * A database file opened to be written, and locked against every other process as long as it is open.
 * Work is done one transaction at a time, in the order asked; what is committed is on the disk.
 */
export class Store {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  readonly #timeoutMs: number
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, timeoutMs: number) {
    this.#instance = instance
    this.#connection = connection
    this.#timeoutMs = timeoutMs
  }

  /** Opens the file, or makes it. Throws DuckDB's own error where it is locked, broken or out of reach. */
  static async open(file: string, options: StoreOptions): Promise<Store> {
    const instance = await DuckDBInstance.create(file, {
      access_mode: 'READ_WRITE',
      threads: '1',
      memory_limit: options.memoryLimit,
      checkpoint_threshold: options.checkpointAt,
      ...LOCKED,
    })
    return new Store(instance, await instance.connect(), options.timeoutMs)
  }

  /**
   * Does all of the work or none of it.
   * @throws QueryError, or what the work throws
   */
  transaction<T>(work: (given: Work) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#transact(work))
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #transact<T>(work: (given: Work) => Promise<T>): Promise<T> {
    if (this.#closed) throw new QueryError('begin', 'aborted', 'asked too late')
    let late = false
    const timer = setTimeout(() => {
      late = true
      this.#connection.interrupt()
    }, this.#timeoutMs)
    const told = async <R>(name: string, doing: () => Promise<R>): Promise<R> => {
      try {
        return await doing()
      } catch (cause) {
        throw new QueryError(name, late ? 'timeout' : failureOf(cause), cause)
      }
    }
    const run = (sql: string) => this.#connection.run(sql)
    try {
      await told('begin', () => run('begin'))
      const done = await work({
        ask: (name, parameters = {}) => told(name, () => this.#ask(name, parameters)),
        script: (name) => told(name, async () => void (await run(query(name)))),
      })
      await told('commit', () => run('commit'))
      return done
    } catch (error) {
      await run('rollback').catch(() => undefined)
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  async #ask<T>(name: string, parameters: Parameters): Promise<T[]> {
    const statement = await this.#connection.prepare(query(name))
    try {
      bind(statement, parameters)
      return rowsOf<T>(columnsOf(await statement.runAndReadAll()))
    } finally {
      statement.destroySync()
    }
  }

  /** Lets the work asked for end, folds the log into the file and frees it. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#last
    await this.#connection.run('checkpoint').catch(() => undefined)
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}
