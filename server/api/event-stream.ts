import type { Response } from 'express'
import type { Job, Jobs } from '../jobs/jobs.ts'
import type { AnyJobReply } from './contract-jobs.ts'

const HEARTBEAT_MS = 15_000

const event = (name: string, data: object) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

function told({ status, done, total, result, problem }: AnyJobReply): string {
  if (status === 'running') return event('progress', { done, total })
  return event(status, status === 'done' ? { result } : status === 'failed' ? { problem } : {})
}

/**
 * Follows a job as server-sent events until it ends or the reader hangs up, which leaves the job alone:
 * https://html.spec.whatwg.org/multipage/server-sent-events.html. It is not compressed, which would hold
 * events back.
 */
export function follow(
  jobs: Jobs,
  job: Job,
  shown: (job: Job) => AnyJobReply,
  response: Response,
  heartbeatMs = HEARTBEAT_MS,
): void {
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' })
  response.flushHeaders()
  let clogged = false
  response.on('drain', () => {
    clogged = false
  })
  const heartbeat = setInterval(() => response.write(': still running\n\n'), heartbeatMs)
  const tell = (now: Job) => {
    const ended = now.status !== 'running'
    if (ended || !clogged) clogged = !response.write(told(shown(now)))
    if (!ended) return
    clearInterval(heartbeat)
    response.end()
  }
  const leave = jobs.watch(job.id, tell)
  response.on('close', () => {
    clearInterval(heartbeat)
    leave()
  })
  tell(job)
}
