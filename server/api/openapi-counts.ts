import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { countsReply, keptCount, servedRequest } from './contract-counts.ts'
import { binary, json, problem } from './openapi-parts.ts'

const Counts = countsReply.meta({ id: 'Counts' })
const Kept = keptCount.meta({ id: 'KeptCount' })

const READ = {
  429: problem('Too many requests; see Retry-After'),
  503: problem('The count is not open yet, or the disk cannot be written; see Retry-After'),
}
const WRITE = {
  ...READ,
  403: problem('The page that asks is not of this server'),
  507: problem('The disk is full'),
}
const ABSENT = problem('There is no such count here')
const one = { params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }) }

/** Routes of the counts that can be served. */
export function registerCounts(registry: OpenAPIRegistry): void {
  registry.registerPath({
    method: 'get',
    path: '/counts',
    summary:
      'The counts that can be served, the newest first and the one that ships last, and which is served',
    responses: { ...READ, 200: json('The counts', Counts) },
  })
  registry.registerPath({
    method: 'post',
    path: '/counts',
    summary: 'Keep a count package that comes whole, as a zip; it is not served until it is switched to',
    request: { body: { required: true, content: { 'application/octet-stream': { schema: binary } } } },
    responses: {
      ...WRITE,
      201: json('The count; Location says where its package is', Kept),
      413: problem('The zip is larger than is taken'),
      415: problem('The zip is not sent as application/octet-stream'),
      422: problem('Every fault of the zip or of the package'),
    },
  })
  registry.registerPath({
    method: 'put',
    path: '/counts/served',
    summary: 'Serve another count; the one served before it takes this back',
    request: { body: { required: true, content: { 'application/json': { schema: servedRequest } } } },
    responses: {
      ...WRITE,
      200: json('The counts', Counts),
      404: ABSENT,
      409: problem('Another process is changing which count is served'),
      415: problem('The body is not sent as JSON'),
      422: problem('Every fault of the body, or of a package that can no longer be opened'),
    },
  })
  registry.registerPath({
    method: 'delete',
    path: '/counts/{hash}',
    summary: 'Take a count away that neither ships nor is served',
    request: one,
    responses: {
      ...WRITE,
      204: { description: 'It is gone' },
      404: ABSENT,
      409: problem('It ships or is served'),
    },
  })
  registry.registerPath({
    method: 'get',
    path: '/counts/{hash}/package.zip',
    summary: 'A count whole as a Data Package: its files as they are, in a zip',
    request: one,
    responses: {
      ...READ,
      200: { description: 'The zip', content: { 'application/zip': { schema: binary } } },
      404: ABSENT,
      422: problem('It is larger than a zip holds'),
    },
  })
}
