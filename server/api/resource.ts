import { createHash } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Count } from '../count/open.ts'
import type { Cache, Kept } from './cache.ts'
import type { TableReply } from './contract.ts'
import { type Format, formatOf, MEDIA, written } from './format.ts'
import { notReady, Refusal, sendProblem } from './problem.ts'
import { readQuestion } from './read-question.ts'
import { vocabularyOf } from './vocabulary.ts'

/** The count being served; empty until it is open. */
export interface Shelf {
  current?: Count
}

export interface Resource<S extends z.ZodRawShape> {
  readonly path: string
  readonly shape: S
  readonly formats: readonly Format[]
  /** Whether the same question of the same count always has the same answer. */
  readonly lasting: boolean
  /** What the answer depends on beside count and question. */
  readonly edition: string
  answer(count: Count, question: z.output<z.ZodObject<S>>, context: Context): Promise<object> | object
}

export interface Context {
  readonly signal: AbortSignal
  readonly request: Request
}

const ALLOWED = 'GET, HEAD, OPTIONS'

/** One key for a question however its parameters were ordered. */
function keyOf(count: Count, path: string, edition: string, question: object, format: Format): string {
  const parts = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([count.id, count.hash, path, edition, parts, format])
  return createHash('sha256').update(text).digest('hex')
}

function headersOf(reply: object, path: string, format: Format): Record<string, string> {
  const rows = 'rows' in reply ? { 'X-Row-Count': String((reply as TableReply).rows) } : {}
  const name = `total-place-${path.replaceAll(/[^a-z]/g, '')}.${format}`
  const download = format === 'json' ? {} : { 'Content-Disposition': `attachment; filename="${name}"` }
  return { 'Content-Type': MEDIA[format], ...rows, ...download }
}

function send(request: Request, response: Response, { body, headers }: Kept, tag?: string): void {
  response.set({
    ...headers,
    Vary: 'Accept',
    'Cache-Control': tag ? 'no-cache' : 'no-store',
  })
  if (tag) response.set('ETag', tag)
  if (tag && request.fresh) response.status(304).end()
  else response.send(body)
}

/** Router of one resource: reads the question, answers from the cache or the count, in the form asked for. */
export function serve<S extends z.ZodRawShape>(resource: Resource<S>, shelf: Shelf, cache: Cache): Router {
  const { path, shape, formats, lasting, edition } = resource
  const paths = [path, ...formats.filter((one) => one !== 'json').map((one) => `${path}.${one}`)]
  const router = Router({ caseSensitive: true, strict: true })

  router.get(paths, async (request, response) => {
    const count = shelf.current
    if (!count) throw notReady()
    const question = readQuestion(shape, request.originalUrl, vocabularyOf(count))
    const format = formatOf(request, formats)
    const key = keyOf(count, request.path.replace(/\.(csv|arrow)$/, ''), edition, question, format)
    const tag = lasting ? `W/"${key.slice(0, 32)}"` : undefined
    const kept = lasting ? cache.get(key) : undefined
    if (kept) return send(request, response, kept, tag)

    const hangUp = new AbortController()
    response.on('close', () => hangUp.abort())
    const reply = await resource.answer(count, question, {
      signal: hangUp.signal,
      request,
    })
    const made = {
      body: written(reply, format),
      headers: headersOf(reply, path, format),
    }
    if (lasting) cache.set(key, made)
    send(request, response, made, tag)
  })
  router.options(paths, (_request, response) => {
    response.set('Allow', ALLOWED).status(204).end()
  })
  router.all(paths, (request, response) => {
    const refusal = new Refusal(405, `${request.method} is not for this address.`, [], { Allow: ALLOWED })
    sendProblem(response, refusal)
  })
  return router
}
