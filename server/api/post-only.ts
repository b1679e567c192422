import type { Request, Response, Router } from 'express'
import { Refusal } from './problem.ts'

/** An address that takes JSON by POST; other methods and other bodies are refused. */
export function postOnly(
  router: Router,
  path: string,
  answer: (request: Request, response: Response) => void | Promise<void>,
): void {
  router.post(path, (request, response) => {
    if (!request.is('json'))
      throw new Refusal(415, 'The body must be JSON, with Content-Type application/json.')
    return answer(request, response)
  })
  router.options(path, (_request, response) => {
    response.set('Allow', 'POST, OPTIONS').status(204).end()
  })
  router.all(path, ({ method }) => {
    throw new Refusal(405, `${method} is not for this address.`, [], { Allow: 'POST, OPTIONS' })
  })
}
