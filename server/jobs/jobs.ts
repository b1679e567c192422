export type Status = 'running' | 'done' | 'failed' | 'cancelled'

export interface Job<R = unknown> {
  readonly id: string
  readonly kind: string
  readonly status: Status
  readonly done: number
  readonly total: number
  /** What it came to; null until done. */
  readonly result: R | null
  /** Why it failed; undefined unless it did. */
  readonly error?: unknown
}

export interface JobsOptions {
  readonly now: () => number
  readonly id: () => string
  /** Most that run at once. */
  readonly running?: number
  /** Most that are kept once ended, and for how many milliseconds. */
  readonly kept?: number
  readonly keptMs?: number
}

/** `commit` is called before what cannot be taken back: from then on the work is not cancelled. */
export type Work<R> = (
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
  commit: () => void,
) => Promise<R>

/** No more jobs can run now. */
export class TooMany extends Error {
  constructor(running: number) {
    super(`${running} jobs are running, as many as may at once`)
    this.name = 'TooMany'
  }
}

interface Held {
  job: Job
  readonly stop: AbortController
  readonly watchers: Set<(job: Job) => void>
  readonly settled: Promise<void>
  endedAt?: number
  committed?: boolean
}

/** Long work in hand and lately ended: begun, watched, cancelled by id. */
export class Jobs {
  readonly #held = new Map<string, Held>()
  readonly #now: () => number
  readonly #id: () => string
  readonly #most: { running: number; kept: number; keptMs: number }
  #running = 0
  #closed = false

  constructor({ now, id, running = 2, kept = 20, keptMs = 600_000 }: JobsOptions) {
    this.#now = now
    this.#id = id
    this.#most = { running, kept, keptMs }
  }

  /**
   * Begins work of `total` steps.
   * @throws TooMany
   */
  start<R>(kind: string, total: number, work: Work<R>): Job<R> {
    this.#forget()
    if (this.#closed || this.#running >= this.#most.running) throw new TooMany(this.#running)
    const id = this.#id()
    const stop = new AbortController()
    const job: Job<R> = { id, kind, status: 'running', done: 0, total, result: null }
    this.#running += 1
    const settled = Promise.resolve()
      .then(() =>
        work(
          (done, of) => this.#change(id, { done, total: of }),
          stop.signal,
          () => this.#commit(id, stop.signal),
        ),
      )
      .then(
        (result) => this.#change(id, { status: 'done', done: this.get(id)!.total, result }),
        (error: unknown) => this.#change(id, { status: 'failed', error }),
      )
      .finally(() => {
        this.#running -= 1
      })
    this.#held.set(id, { job, stop, watchers: new Set(), settled })
    return job
  }

  get(id: string): Job | undefined {
    this.#forget()
    return this.#held.get(id)?.job
  }

  #commit(id: string, signal: AbortSignal): void {
    signal.throwIfAborted()
    this.#held.get(id)!.committed = true
  }

  /** Stops a job that runs; one that has ended, or can no longer be taken back, stays as it is. */
  cancel(id: string): Job | undefined {
    const held = this.#held.get(id)
    if (held?.committed) return this.get(id)
    this.#change(id, { status: 'cancelled' })
    held?.stop.abort(new Error('cancelled'))
    return this.get(id)
  }

  /** Tells of every change until the job ends or the watcher leaves by calling what is returned. */
  watch(id: string, watcher: (job: Job) => void): () => void {
    const watchers = this.#held.get(id)?.watchers
    watchers?.add(watcher)
    return () => void watchers?.delete(watcher)
  }

  // A job that has ended does not change: what its work says afterwards is not heard.
  #change(id: string, change: Partial<Job>): void {
    const held = this.#held.get(id)
    if (held?.job.status !== 'running') return
    held.job = { ...held.job, ...change }
    if (held.job.status !== 'running') held.endedAt = this.#now()
    for (const watcher of held.watchers) watcher(held.job)
    if (held.job.status !== 'running') held.watchers.clear()
  }

  #forget(): void {
    const ended = [...this.#held].filter(([, { endedAt }]) => endedAt !== undefined)
    ended.sort(([, a], [, b]) => a.endedAt! - b.endedAt!)
    const oldest = this.#now() - this.#most.keptMs
    for (const [place, [id, { endedAt }]] of ended.entries())
      if (endedAt! < oldest || place < ended.length - this.#most.kept) this.#held.delete(id)
  }

  /** Cancels what runs, and begins no more. */
  async close(): Promise<void> {
    this.#closed = true
    const held = [...this.#held]
    for (const [id] of held) this.cancel(id)
    await Promise.all(held.map(([, { settled }]) => settled))
  }
}
