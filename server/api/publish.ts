import { type Request, Router } from 'express'
import type { Logger } from 'pino'
import type { Jobs } from '../jobs/jobs.ts'
import { PUBLISH_STEPS, type Publisher } from '../publish/publisher.ts'
import { borrowed, type Shelf } from './borrowed.ts'
import { type PublishResult, planRequest, publishRequest } from './contract-publish.ts'
import { shown, started } from './jobs.ts'
import { Refusal } from './problem.ts'
import { publishRefusal } from './publish-refusal.ts'
import { readBody } from './read-body.ts'
import { handlers, route } from './route.ts'

export interface PublishParts {
  readonly publisher: Publisher
  readonly jobs: Jobs
  readonly shelf: Shelf
  readonly log: Logger
}

const idOf = (request: Request) => String(request.params.id)

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal(404, 'There is no such intake: it may have been cleared away.')
  return found
}

/** Routes by which what was brought and checked becomes part of a count: planned, then published. */
export function publishRoutes({ publisher, jobs, shelf, log }: PublishParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const handler = handlers(publishRefusal)

  route(router, '/intake/:id/plan', {
    post: handler(async (request, response) => {
      const asked = readBody(planRequest, request.body)
      const count = await borrowed(shelf, response)
      response.json(there(await publisher.plan(idOf(request), count, asked)))
    }, 'needed'),
  })

  route(router, '/intake/:id/publish', {
    post: handler(async (request, response) => {
      const id = idOf(request)
      const asked = readBody(publishRequest, request.body)
      const count = await borrowed(shelf, response)
      there(await publisher.ready(id, count, asked))
      const job = started(() =>
        jobs.start('publish', PUBLISH_STEPS, async (progress, signal, commit): Promise<PublishResult> => {
          try {
            return there(await publisher.publish(id, count, asked, progress, signal, commit))
          } catch (error) {
            if (!signal.aborted) log.error({ err: error }, 'publishing failed')
            throw error
          }
        }),
      )
      response.status(202).location(`${response.req.baseUrl}/jobs/${job.id}`).json(shown(job))
    }, 'needed'),
  })
  return router
}
