import type { Request, RequestHandler, Response, Router } from 'express'
import { Refusal } from './problem.ts'

type Method = 'get' | 'post' | 'put' | 'delete'

/** Refuses a write that a page of another site asks the reader's browser for. */
function ownOrigin({ headers: { origin, host } }: Request): void {
  if (origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()) return
  throw new Refusal(403, 'Only pages of this server may change what it keeps.', [
    { where: 'header.Origin', message: 'is not of this server', value: origin.slice(0, 100) },
  ])
}

/** Refuses a body that is not JSON; `needed` says whether there must be one. */
function json(request: Request, needed: boolean): void {
  const empty = request.headers['content-length'] === '0' && request.headers['content-type'] === undefined
  const form = empty ? null : request.is('json')
  if (form === false || (form === null && needed))
    throw new Refusal(415, 'The body must be JSON, with Content-Type application/json.')
}

export interface Handler {
  readonly answer: RequestHandler
  /** Whether the body must be there, may be there, or is not looked at. */
  readonly body?: 'needed' | 'taken'
}

export type Answer = (request: Request, response: Response) => Promise<unknown>

/** Makes handlers whose failures are thrown as `told` has them. */
export const handlers =
  (told: (error: unknown) => unknown) =>
  (answer: Answer, body?: Handler['body']): Handler => ({
    answer: async (request, response) => {
      await answer(request, response).catch((error) => {
        throw told(error)
      })
    },
    ...(body ? { body } : {}),
  })

/** The methods of one address; others are refused by name, and nothing of it is kept by a browser. */
export function route(router: Router, path: string, methods: Partial<Record<Method, Handler>>): void {
  const allow = [...Object.keys(methods).map((method) => method.toUpperCase()), 'OPTIONS']
  if (methods.get) allow.splice(1, 0, 'HEAD')
  const Allow = allow.join(', ')
  for (const [method, { answer, body }] of Object.entries(methods))
    router[method as Method](path, (request, response, next) => {
      response.set('Cache-Control', 'no-store')
      if (method !== 'get') ownOrigin(request)
      if (body) json(request, body === 'needed')
      return answer(request, response, next)
    })
  router.options(path, (_request, response) => {
    response.set('Allow', Allow).status(204).end()
  })
  router.all(path, ({ method }) => {
    throw new Refusal(405, `${method} is not for this address.`, [], { Allow })
  })
}
