import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { columnsOf, rowsOf } from './columns.ts'
import { confined, type Limits, literal } from './confined.ts'
import { bind, failureOf, type Parameters, QueryError } from './engine.ts'
import { query } from './queries.ts'

export interface WorkbenchOptions extends Limits {
  /** The folder it may read and write, and spill to. */
  readonly folder: string
  /** Further folders it may read. */
  readonly also?: string | readonly string[]
  /** Whether the file is only read; several may then have it open. */
  readonly readOnly?: boolean
}

/** A database that one piece of work has to itself, locked to one folder. */
export class Workbench {
  readonly #instance: DuckDBInstance
  readonly connection: DuckDBConnection
  readonly limits: Limits
  #aborted = false

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, limits: Limits) {
    this.#instance = instance
    this.connection = connection
    this.limits = limits
  }

  /** Opens or makes the file; `:memory:` keeps nothing. */
  static async open(
    file: string,
    { threads, memoryLimit, folder, also, readOnly }: WorkbenchOptions,
  ): Promise<Workbench> {
    const spill = join(folder, 'spill')
    mkdirSync(spill, { recursive: true })
    const folders = [folder, also ?? []].flat()
    const limits = { threads, memoryLimit }
    const { instance, connection } = await confined(file, {
      ...limits,
      folders,
      spill,
      ...(readOnly ? { readOnly } : {}),
    })
    return new Workbench(instance, connection, limits)
  }

  /** Stops what runs when the signal says so; what is asked afterwards fails as aborted. */
  heed(signal: AbortSignal): void {
    const stop = () => {
      this.#aborted = true
      this.connection.interrupt()
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  }

  /** Rows of queries/<name>.sql. Throws QueryError. */
  async ask<T>(name: string, parameters: Parameters = {}): Promise<T[]> {
    return this.#told(name, async () => {
      const statement = await this.connection.prepare(query(name))
      try {
        bind(statement, parameters)
        return rowsOf<T>(columnsOf(await statement.runAndReadAll()))
      } finally {
        statement.destroySync()
      }
    })
  }

  /** Rows of queries/<name>.sql a few thousand at a time, whatever their number. */
  async *stream(name: string, parameters: Parameters = {}): AsyncGenerator<unknown[][]> {
    const statement = await this.#told(name, () => this.connection.prepare(query(name)))
    try {
      bind(statement, parameters)
      const result = await this.#told(name, () => statement.stream())
      for (;;) {
        const chunk = await this.#told(name, () => result.fetchChunk())
        if (!chunk || chunk.rowCount === 0) return
        yield chunk.getRows()
      }
    } finally {
      statement.destroySync()
    }
  }

  /** Runs the script queries/<name>.sql. */
  async script(name: string): Promise<void> {
    await this.#told(name, async () => void (await this.connection.run(query(name))))
  }

  /** Adds rows to a temporary table. */
  async append(
    table: string,
    rows: Iterable<readonly (string | number | bigint | boolean | null)[]>,
  ): Promise<void> {
    await this.#told(`append ${table}`, async () => {
      const appender = await this.connection.createAppender(table, 'main', 'temp')
      for (const row of rows) {
        for (const value of row) appender.appendValue(typeof value === 'number' ? BigInt(value) : value)
        appender.endRow()
      }
      appender.closeSync()
    })
  }

  /** Sets a variable that queries read by getvariable. */
  async set(
    name: string,
    value: string | number | boolean | null | Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.#told(`set ${name}`, async () => {
      const text =
        value === null
          ? 'null'
          : typeof value === 'string'
            ? literal(value)
            : typeof value === 'object'
              ? `{${Object.entries(value).map(([key, item]) => `${literal(key)}: ${literal(item)}`)}}`
              : String(value)
      await this.connection.run(`set variable ${name} = ${text}`)
    })
  }

  async #told<R>(name: string, doing: () => Promise<R>): Promise<R> {
    if (this.#aborted) throw new QueryError(name, 'aborted', 'asked too late')
    try {
      return await doing()
    } catch (cause) {
      throw new QueryError(name, this.#aborted ? 'aborted' : failureOf(cause), cause)
    }
  }

  close(): void {
    this.connection.closeSync()
    this.#instance.closeSync()
  }
}
