import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { QueryError } from '../engine/engine.ts'

export interface Fault {
  readonly where: string
  readonly message: string
  readonly value?: unknown
}

/** A refusal a reader can act on: RFC 9457, one entry of `errors` a fault. */
export class Refusal extends Error {
  readonly status: number
  readonly faults: readonly Fault[]
  readonly headers: Readonly<Record<string, string>>
  /** Further members of the problem document. */
  readonly more: Readonly<Record<string, unknown>>
  constructor(status: number, detail: string, faults: readonly Fault[] = [], headers = {}, more = {}) {
    super(detail)
    this.name = 'Refusal'
    this.status = status
    this.faults = faults
    this.headers = headers
    this.more = more
  }
}

const KINDS: Readonly<Record<number, string>> = {
  400: 'invalid-request',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  422: 'unworkable',
  429: 'too-many-requests',
  500: 'fault',
  503: 'not-available',
  507: 'no-room',
}

/** A refusal in the one error shape. */
export const problemOf = ({ status, message, faults, more }: Refusal) => ({
  type: `urn:total-place:problem:${KINDS[status] ?? 'invalid-request'}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail: message,
  errors: faults.length > 0 ? [...faults] : [{ where: 'request', message }],
  ...more,
})

/** Sends the one error shape. */
export function sendProblem(response: Response, refusal: Refusal): void {
  response
    .status(refusal.status)
    .set({ ...refusal.headers, 'Cache-Control': 'no-store' })
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(refusal)))
}

export const notFound: RequestHandler = (_request, response) => {
  sendProblem(response, new Refusal(404, 'There is nothing at this address.'))
}

export const notReady = () =>
  new Refusal(503, 'The count is not open yet. Try again in a few seconds.', [], { 'Retry-After': '2' })

const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request could not be read.',
  404: 'There is nothing at this address.',
  413: 'The body is larger than this server takes.',
  415: 'The body is in a form this server does not read.',
}

/** What a reader is told of whatever was thrown. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof QueryError && error.failure !== 'failed')
    return new Refusal(
      503,
      'The question took more time or memory than this server gives one. Narrow it.',
      [],
      {
        'Retry-After': '5',
      },
    )
  const status = (error as { status?: unknown }).status
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Refusal(status, DETAILS[status] ?? 'The request was refused.')
  return new Refusal(500, 'Something went wrong here. It has been logged.')
}

/** Turns whatever was thrown into a problem; what is our fault is logged, query and cause and all. A reader who hangs up is no fault. */
export function problems(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const refusal = refusalOf(error)
    const hungUp = error instanceof QueryError && error.failure === 'aborted'
    if (refusal.status >= 500 && !hungUp)
      log.error({ err: error, url: request.originalUrl }, 'request failed')
    if (response.headersSent || response.destroyed) response.destroy()
    else sendProblem(response, refusal)
  }
}
