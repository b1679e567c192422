import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { publishJobReply } from './contract-jobs.ts'
import { planReply, planRequest, publishRequest } from './contract-publish.ts'
import { id, json, problem } from './openapi-parts.ts'

const Plan = planReply.meta({ id: 'Plan' })
const PublishJob = publishJobReply.meta({ id: 'PublishJob' })

const asked = (schema: z.ZodType) => ({
  params: z.object({ id }),
  body: { required: true, content: { 'application/json': { schema } } },
})

const REFUSED = {
  400: problem('What is asked names places, agencies, drivers or lines that are not there: all of them'),
  403: problem('The page that asks is not of this server'),
  404: problem('There is no such intake'),
  415: problem('The body is not sent as JSON'),
  422: problem('Every fault of the body, by its path'),
  429: problem('Too many requests, or as much long work as may run; see Retry-After'),
  503: problem('The count is not open yet, or the disk cannot be written; see Retry-After'),
  507: problem('The disk is full'),
}

/** Routes by which what was brought and checked becomes part of a count. */
export function registerPublish(registry: OpenAPIRegistry): void {
  registry.registerPath({
    method: 'post',
    path: '/intake/{id}/plan',
    summary: 'What the accepted lines become in the count, and what gives way to them; nothing is changed',
    request: asked(planRequest),
    responses: {
      ...REFUSED,
      200: json('The plan', Plan),
      409: problem('The files have not been checked as they stand'),
    },
  })
  registry.registerPath({
    method: 'post',
    path: '/intake/{id}/publish',
    summary: 'Make a count with the import in it, and serve it, as a job; the one before is kept',
    request: asked(publishRequest),
    responses: {
      ...REFUSED,
      202: json('The job; Location says where to follow it', PublishJob),
      409: problem('The plan is another by now, it cannot be published as it stands, or another is being'),
    },
  })
}
