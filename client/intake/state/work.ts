import { signal } from '@preact/signals'
import { ApiError, address, get, listen, post, remove } from '../../api.ts'
import { announce } from '../../frame/announcer.tsx'
import { said } from './said.ts'

interface Job<R> {
  id: string
  status: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  result: R | null
  problem: { title?: string; detail?: string; errors?: { message: string }[] } | null
}

export interface Running {
  /** null until the server has begun. */
  id: string | null
  done: number
  total: number
}

const KEY = 'total-place:intake-job:'
const MOST_TRIES = 20
const BETWEEN_MS = 250

/** Remembers which work is under way, so that a page opened anew follows it again. */
function remember(name: string, id: string | null) {
  try {
    if (id === null) sessionStorage.removeItem(KEY + name)
    else sessionStorage.setItem(KEY + name, id)
  } catch {
    // A browser that keeps nothing: the work goes on, and its end is seen when it is asked for.
  }
}

function remembered(name: string): string | null {
  try {
    return sessionStorage.getItem(KEY + name)
  } catch {
    return null
  }
}

const problemWords = (problem: Job<unknown>['problem'], otherwise: string) =>
  problem
    ? [problem.detail ?? problem.title ?? otherwise, ...(problem.errors ?? []).map(({ message }) => message)]
        .filter((text, at, all) => all.indexOf(text) === at)
        .join(' ')
    : otherwise

/** Long work on the server of one kind: begun, followed, cancelled, and followed again by a page opened anew. */
export function longWork<R>(words: { kind: string; failed: string; cancelled: string }) {
  const running = signal<Running | null>(null)
  /** Why the last ended without a result. */
  const ended = signal<string | null>(null)
  let leave = () => {}
  let turn = 0
  let name = ''
  /** Work that was cancelled and is still being stopped; null where there is none. */
  let stopping: Promise<unknown> | null = null
  /** The last work asked for; null where it was refused. */
  let begun: Promise<Job<R> | null> = Promise.resolve(null)

  function end(told: string | null) {
    leave()
    leave = () => {}
    running.value = null
    ended.value = told
    remember(name, null)
    if (told) announce(told)
  }

  function follow(id: string, finish: (result: R) => void) {
    const mine = turn
    const settle = (job: Job<R>) => {
      if (mine !== turn) return
      if (job.status === 'done' && job.result) {
        end(null)
        finish(job.result)
      } else if (job.status === 'cancelled') end(words.cancelled)
      else end(problemWords(job.problem, words.failed))
    }
    leave = listen(
      address(`/jobs/${id}`),
      {
        progress: (data) => {
          if (mine === turn) running.value = { id, ...(data as { done: number; total: number }) }
        },
        done: (data) => settle({ ...(data as Job<R>), status: 'done' }),
        failed: (data) => settle({ ...(data as Job<R>), status: 'failed' }),
        cancelled: () => settle({ status: 'cancelled' } as Job<R>),
      },
      () => {
        get<Job<R>>(address(`/jobs/${id}`)).then(settle, (error: unknown) => {
          if (mine === turn) end(said(error, words.failed))
        })
      },
    )
  }

  /** What was cancelled a moment ago may still be stopping on the server, which takes one at a time. */
  async function beginning(url: string, body: unknown): Promise<Job<R>> {
    const stopped = stopping
    await stopped
    for (let tries = stopped ? MOST_TRIES : 1; ; tries -= 1)
      try {
        const job = await post<Job<R>>(url, body)
        if (stopping === stopped) stopping = null
        return job
      } catch (error) {
        if (tries <= 1 || !(error instanceof ApiError) || error.status !== 409) throw error
        await new Promise((done) => setTimeout(done, BETWEEN_MS))
      }
  }

  /** Begins work of one intake by a POST that answers with a job. */
  async function begin(of: string, url: string, body: unknown, finish: (result: R) => void) {
    if (running.peek()) return
    const mine = ++turn
    name = `${words.kind}:${of}`
    running.value = { id: null, done: 0, total: 0 }
    ended.value = null
    const asking = beginning(url, body)
    begun = asking.catch(() => null)
    try {
      const job = await asking
      if (mine !== turn) {
        if (!stopping) remember(`${words.kind}:${of}`, job.id)
        return
      }
      remember(name, job.id)
      running.value = { id: job.id, done: job.done, total: job.total }
      follow(job.id, finish)
    } catch (error) {
      if (mine === turn) end(said(error, words.failed))
    }
  }

  /** Follows again what this window began of an intake, where it still runs. */
  async function resume(of: string, finish: (result: R) => void) {
    const id = remembered(`${words.kind}:${of}`)
    if (id === null || running.peek()) return
    const mine = ++turn
    name = `${words.kind}:${of}`
    running.value = { id, done: 0, total: 0 }
    const job = await get<Job<R>>(address(`/jobs/${id}`)).catch(() => null)
    if (mine !== turn) return
    if (!job) return end(null)
    running.value = { id, done: job.done, total: job.total }
    follow(id, finish)
  }

  async function cancel() {
    const now = running.peek()
    if (!now) return
    turn += 1
    end(words.cancelled)
    const stop = (job: string) => remove(address(`/jobs/${job}`)).catch(() => {})
    stopping = now.id ? stop(now.id) : begun.then((job) => (job ? stop(job.id) : null))
    await stopping
  }

  /** Leaves off following, as another intake is on the desk. */
  function forget() {
    turn += 1
    leave()
    leave = () => {}
    running.value = null
    ended.value = null
  }

  return { running, ended, begin, resume, cancel, forget }
}
