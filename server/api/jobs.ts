import { type Request, type RequestHandler, Router } from 'express'
import type { Logger } from 'pino'
import { type Job, type Jobs, TooMany } from '../jobs/jobs.ts'
import { simulate } from '../jobs/simulate.ts'
import type { Fault } from '../scenario/document/fault.ts'
import { readScenario } from '../scenario/document/read.ts'
import type { Scenario } from '../scenario/document/schema.ts'
import type { Parameters } from '../scenario/parameters.ts'
import { type AnyJobReply, jobRequest, MOST_NUMBERS } from './contract-jobs.ts'
import { follow } from './event-stream.ts'
import { problemOf, Refusal, refusalOf } from './problem.ts'
import { publishRefusal } from './publish-refusal.ts'
import { readBody } from './read-body.ts'
import { route } from './route.ts'
import { unworkable } from './scenarios.ts'

export interface JobParts {
  readonly jobs: Jobs
  readonly economics: { readonly parameters: Parameters }
  readonly log: Logger
  /** Milliseconds between signs of life of an event stream; 15 seconds. */
  readonly heartbeatMs?: number
}

/** A job of any kind as a reader sees it. */
export const shown = ({ id, kind, status, done, total, result, error }: Job): AnyJobReply =>
  ({
    id,
    kind,
    status,
    done,
    total,
    result,
    problem: status === 'failed' ? problemOf(jobRefusal(error)) : null,
  }) as AnyJobReply

const jobRefusal = (error: unknown) => refusalOf(publishRefusal(error))

/** Routes of long work: begun, followed as JSON or as events, cancelled. Bodies are JSON, read before. */
export function jobRoutes({ jobs, economics, log, heartbeatMs }: JobParts): Router {
  const router = Router({ caseSensitive: true, strict: true })

  const begin: RequestHandler = ({ body, baseUrl }, response) => {
    const scenario = toSimulate(body, economics.parameters)
    const { draws } = scenario.uncertainty!
    const job = started(() =>
      jobs.start('simulation', draws, (onProgress, signal) =>
        simulate(scenario, { parameters: economics.parameters, onProgress, signal }).catch((error) => {
          if (!signal.aborted) log.error({ err: error }, 'simulation failed')
          throw error
        }),
      ),
    )
    response.status(202).location(`${baseUrl}/jobs/${job.id}`).json(shown(job))
  }

  const tell: RequestHandler = (request, response) => {
    const job = there(jobs.get(idOf(request)))
    const form = request.accepts(['application/json', 'text/event-stream'])
    if (!form) throw new Refusal(406, 'A job is told as application/json or as text/event-stream.')
    response.vary('Accept')
    if (form === 'application/json' || request.method === 'HEAD') response.json(shown(job))
    else follow(jobs, job, shown, response, heartbeatMs)
  }

  const cancel: RequestHandler = (request, response) => {
    response.json(shown(there(jobs.cancel(idOf(request)))))
  }

  route(router, '/jobs', { post: { answer: begin, body: 'needed' } })
  route(router, '/jobs/:id', { get: { answer: tell }, delete: { answer: cancel } })
  return router
}

const idOf = (request: Request) => String(request.params.id)

function there(job: Job | undefined): Job {
  if (!job) throw new Refusal(404, 'There is no such job: it may have ended over ten minutes ago.')
  return job
}

/** Begins a job, or refuses it where as many run as may. */
export function started<T>(start: () => T): T {
  try {
    return start()
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
    const detail = 'As much long work is running as this server takes on. Wait for some to end, or cancel it.'
    throw new Refusal(429, detail, [], { 'Retry-After': '5' })
  }
}

/** The scenario of a request, with the draws and the seed it asks for. */
function toSimulate(body: unknown, parameters: Parameters): Scenario {
  const { scenario: document, draws, seed } = readBody(jobRequest, body)
  const found = readScenario(document, parameters)
  if ('faults' in found) throw unworkable('scenario', found.faults.map(within))
  const { scenario } = found
  if (!scenario.uncertainty)
    throw unworkable('scenario', [within({ where: 'uncertainty', message: 'is not there to draw from' })])
  const uncertainty = { ...scenario.uncertainty }
  if (draws !== undefined) uncertainty.draws = draws
  if (seed !== undefined) uncertainty.seed = seed
  const most = Math.floor(MOST_NUMBERS / (scenario.partners.length + 1))
  if (uncertainty.draws > most) {
    const message = `are more than ${most}, the most for ${scenario.partners.length} partners`
    throw unworkable('scenario', [{ where: 'draws', message, value: uncertainty.draws }])
  }
  return { ...scenario, uncertainty }
}

const within = (fault: Fault): Fault => ({
  ...fault,
  where: ['scenario', fault.where].filter(Boolean).join('.'),
})
