import type { OpenAPIRegistry, RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { problemReply } from './contract.ts'
import { anyJobReply, jobReply, jobRequest } from './contract-jobs.ts'
import * as kept from './contract-library.ts'
import { listQuestion } from './library.ts'
import { id } from './openapi-parts.ts'

type Responses = RouteConfig['responses']

const Problem = problemReply.meta({ id: 'Problem' })
const Version = kept.version.meta({ id: 'Version' })
const Item = kept.item.meta({ id: 'Item' })
const Full = kept.item.extend({ current: Version }).meta({ id: 'Full' })
const Items = z.object({ items: z.array(Item) }).meta({ id: 'Items' })
const Versions = kept.versionsReply.meta({ id: 'Versions' })
const Job = jobReply.meta({ id: 'Job' })
const AnyJob = anyJobReply.meta({ id: 'AnyJob' })

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const answer = (description: string, schema: z.ZodType) => ({ description, ...json(schema) })
const problem = (description: string, schema: z.ZodType = Problem) => ({
  description,
  content: { 'application/problem+json': { schema } },
})
const body = (schema: z.ZodType, required = true) => ({ body: { required, ...json(schema) } })

const GENERAL: Responses = { 429: problem('Too many requests; see Retry-After') }
const READ: Responses = {
  ...GENERAL,
  404: problem('Nothing is here'),
  503: problem('The library is open elsewhere, of a newer form, broken or out of reach; see Retry-After'),
}
const WRITE: Responses = { ...READ, 403: problem('The page that asks is not of this server') }
const BODY: Responses = {
  ...WRITE,
  400: problem('The body is not JSON'),
  413: problem('The body is too large'),
  415: problem('The body is not sent as JSON'),
  422: problem('Every fault of the body, by its path'),
}
const CONFLICT = problem(
  'Another version has been saved since, or the item is deleted',
  problemReply.extend({ latest: Version }).meta({ id: 'Conflict' }),
)

const one = { params: z.object({ id }) }

function ofKind(registry: OpenAPIRegistry, path: string, word: string, document: z.ZodType): void {
  const add = (method: RouteConfig['method'], to: string, rest: Omit<RouteConfig, 'method' | 'path'>) =>
    registry.registerPath({ method, path: `${path}${to}`, ...rest })
  add('get', '', {
    summary: `${word}s kept, the latest saved first; with deleted=true those deleted`,
    request: { query: z.object(listQuestion) },
    responses: {
      ...READ,
      200: answer('The items', Items),
      400: problem('Every fault of the question'),
    },
  })
  add('post', '', {
    summary: `Keep a ${word} as version 1 of a new item`,
    request: body(kept.createRequest(document)),
    responses: { ...BODY, 201: answer('The item; Location says where it is', Full) },
  })
  add('get', '/{id}', {
    summary: `A ${word} in its latest version`,
    request: one,
    responses: { ...READ, 200: answer('The item', Full) },
  })
  add('put', '/{id}', {
    summary: `Keep one more version of a ${word}, made from version base`,
    request: { ...one, ...body(kept.saveRequest(document)) },
    responses: { ...BODY, 200: answer('The item', Full), 409: CONFLICT },
  })
  add('delete', '/{id}', {
    summary: `Mark a ${word} as deleted; every version stays`,
    request: one,
    responses: { ...WRITE, 200: answer('The item', Item) },
  })
  add('get', '/{id}/versions', {
    summary: `Versions of a ${word}, the newest first, without their documents`,
    request: one,
    responses: { ...READ, 200: answer('The versions', Versions) },
  })
  add('get', '/{id}/versions/{n}', {
    summary: `One version of a ${word}`,
    request: { params: z.object({ id, n: z.int().min(1) }) },
    responses: { ...READ, 200: answer('The version', Version) },
  })
  add('post', '/{id}/restore', {
    summary: `Take back the deletion of a ${word}`,
    request: one,
    responses: { ...WRITE, 200: answer('The item', Full) },
  })
  add('post', '/{id}/duplicate', {
    summary: `Keep the latest version of a ${word} as a new item`,
    request: { ...one, ...body(kept.duplicateRequest, false) },
    responses: { ...BODY, 201: answer('The new item; Location says where it is', Full) },
  })
}

function jobs(registry: OpenAPIRegistry): void {
  const { 503: _, ...write } = WRITE
  const { 404: __, 503: ___, ...begin } = BODY
  registry.registerPath({
    method: 'post',
    path: '/jobs',
    summary: 'Begin long work: the draws of a scenario’s uncertainty',
    request: body(jobRequest),
    responses: {
      ...begin,
      202: answer('The job; Location says where to follow it', Job),
      429: problem('Too many requests, or as many jobs as run at once; see Retry-After'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/jobs/{id}',
    summary:
      'A job as it stands, or followed: events progress {done, total}, then done {result}, failed {problem} or cancelled {}',
    request: one,
    responses: {
      ...GENERAL,
      200: {
        description: 'The job',
        content: {
          'application/json': { schema: AnyJob },
          'text/event-stream': { schema: z.string() },
        },
      },
      404: problem('There is no such job; those ended are kept ten minutes'),
      406: problem('No such form'),
    },
  })
  registry.registerPath({
    method: 'delete',
    path: '/jobs/{id}',
    summary: 'Cancel a job; one that has ended stays as it is',
    request: one,
    responses: { ...write, 200: answer('The job', AnyJob) },
  })
}

/** Routes of what is kept, of the presets and of long work. */
export function registerKept(registry: OpenAPIRegistry): void {
  ofKind(registry, '/scenarios', 'scenario', kept.documents.scenario)
  ofKind(registry, '/definitions', 'definition', kept.documents.definition)
  ofKind(registry, '/sets', 'set', kept.documents.set)
  ofKind(registry, '/mappings', 'mapping', kept.documents.mapping)
  registry.registerPath({
    method: 'get',
    path: '/presets',
    summary: 'Scenarios that ship, with what was published and what is assumed',
    responses: { ...GENERAL, 200: answer('The presets', kept.presetsReply) },
  })
  jobs(registry)
}
