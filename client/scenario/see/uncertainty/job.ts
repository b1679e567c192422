import { effect, signal } from '@preact/signals'
import { ApiError, address, get, listen, post, remove } from '../../../api.ts'
import { announce } from '../../../frame/announcer.tsx'
import { canRedo, canUndo, scenarioDocument } from '../../state/document.ts'
import type { Draft } from '../../state/draft.ts'
import { pointed } from '../bargain/pointed.ts'
import type { Simulated, SimulationReply } from './simulation.ts'

export const MOST_DRAWS = 5_000_000

interface Job {
  id: string
  status: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number
  result: SimulationReply | null
  problem: { title?: string; detail?: string } | null
}

interface Running {
  id: string | null
  done: number
  total: number
}

/** The last draws made; they stay while others are being made, and when those are stopped. */
export const simulated = signal<Simulated | null>(null)
export const running = signal<Running | null>(null)
export const outcomeOfRun = signal<string | null>(null)

let leave = () => {}
let turn = 0

function end(words: string | null) {
  leave()
  leave = () => {}
  running.value = null
  outcomeOfRun.value = words
  if (words) announce(words)
}

const told = (error: unknown) =>
  error instanceof ApiError ? [error.message, ...error.faults].join(' ') : 'The draws could not be made.'

/** Begins a run of so many draws of the document on screen. */
export async function run(draws: number) {
  const of = scenarioDocument.value
  if (!of || running.value) return
  const mine = ++turn
  running.value = { id: null, done: 0, total: draws }
  outcomeOfRun.value = null
  try {
    const job = await post<Job>(address('/jobs'), { kind: 'simulation', scenario: of, draws })
    if (mine !== turn) {
      await remove(address(`/jobs/${job.id}`))
      return
    }
    running.value = { id: job.id, done: job.done, total: job.total }
    follow(job.id, of)
  } catch (error) {
    if (mine === turn) end(told(error))
  }
}

function follow(id: string, of: Draft) {
  const finish = (result: SimulationReply) => {
    simulated.value = { of, result }
    end(null)
    announce(`${result.draws} draws made.`)
  }
  leave = listen(
    address(`/jobs/${id}`),
    {
      progress: (data) => {
        running.value = { id, ...(data as { done: number; total: number }) }
      },
      done: (data) => finish((data as { result: SimulationReply }).result),
      failed: (data) => end((data as Pick<Job, 'problem'>).problem?.detail ?? 'The draws could not be made.'),
      cancelled: () => end('Stopped: no draws were kept.'),
    },
    () => {
      const mine = turn
      get<Job>(address(`/jobs/${id}`)).then(
        (job) => {
          if (mine !== turn || running.value?.id !== id) return
          if (job.status === 'done' && job.result) finish(job.result)
          else
            end(
              job.status === 'cancelled'
                ? 'Stopped: no draws were kept.'
                : 'The draws could not be followed.',
            )
        },
        (error: unknown) => mine === turn && running.value?.id === id && end(told(error)),
      )
    },
  )
}

/** Stops the run; the last draws made stay on screen. */
export async function cancel() {
  const now = running.value
  if (!now) return
  turn += 1
  end('Stopped: no draws were kept.')
  if (now.id) await remove(address(`/jobs/${now.id}`)).catch(() => {})
}

/** Another scenario opened: nothing was undone or can be, and it is not the one that was drawn from. */
effect(() => {
  const now = scenarioDocument.value
  if (canUndo.value || canRedo.value || now === (simulated.peek()?.of ?? null)) return
  simulated.value = null
  outcomeOfRun.value = null
  pointed.value = null
  if (running.peek()) cancel()
})
