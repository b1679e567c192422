import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import type { z } from 'zod'
import type { Count } from '../count/open.ts'
import { aboutQuestion, type Question } from './about-question.ts'
import { MOST_AT_ONCE, refuseLong } from './at-once.ts'
import { borrowed, countIn, type Shelf } from './borrowed.ts'
import type { Cache, Kept } from './cache.ts'
import type { TableReply } from './contract.ts'
import { type Format, formatOf, PACKED, WITH_ORIGIN, withoutForm, written } from './format.ts'
import { Refusal, sendProblem } from './problem.ts'
import { readQuestion, type Vocabulary } from './read-question.ts'
import { replyHeaders } from './reply-headers.ts'
import { SOFTWARE } from './software.ts'
import { stream } from './stream.ts'
import { vocabularyOf } from './vocabulary.ts'

export interface Resource<S extends z.ZodRawShape> {
  readonly path: string
  readonly shape: S
  readonly formats: readonly Format[]
  /** Whether the same question of the same count always has the same answer. */
  readonly lasting: boolean
  /** What the answer depends on beside count and question. */
  readonly edition: string
  answer(count: Count, question: z.output<z.ZodObject<S>>, context: Context): Promise<object> | object
  /** Rows of the whole table a reply begins; without it, those of the reply. */
  rows?(question: z.output<z.ZodObject<S>>, reply: object): number
  /** The tables that follow a reply that does not hold all its rows. */
  rest?(
    count: Count,
    question: z.output<z.ZodObject<S>>,
    first: object,
    context: Context,
  ): AsyncIterable<TableReply>
  /** Writes a reply that is no table; without it, a reply is JSON or a table in one of its forms. */
  write?(reply: object, format: Format, context: Context): Promise<Buffer> | Buffer
  /** What a file of the reply is called, without its extension. */
  file?(count: Count, question: z.output<z.ZodObject<S>>): string
}

export interface Context {
  readonly signal: AbortSignal
  readonly request: Request
  readonly format: Format
  /** Scheme, host and port it was asked at, where the form prints it. */
  readonly origin: string
}

const pack = promisify(gzip)
const unpack = promisify(gunzip)
const WORTH_PACKING = 1024
const ALLOWED = 'GET, HEAD, OPTIONS'

/** One key for a question however its parameters were ordered. */
function keyOf(count: Count, path: string, edition: string, question: object, form: string): string {
  const parts = Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([count.id, count.hash, path, edition, parts, form])
  return createHash('sha256').update(text).digest('hex')
}

const headersIn = (headers: Kept['headers'], tag?: string) => ({
  ...headers,
  Vary: 'Accept, Accept-Encoding',
  'Cache-Control': tag ? 'no-cache' : 'no-store',
  ...(tag ? { ETag: tag } : {}),
})

async function send(request: Request, response: Response, { body, packed, headers }: Kept, tag?: string) {
  response.set(headersIn(headers, tag))
  if (tag && request.fresh) response.status(304).end()
  else if (!packed) response.send(body)
  else if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').send(body)
  else response.send(await unpack(body))
}

/** Router of one resource: reads the question, answers from the cache or the count, in the form asked for. */
export function serve<S extends z.ZodRawShape>(
  resource: Resource<S>,
  shelf: Shelf,
  cache: Cache,
  known: Vocabulary,
): Router {
  const { path, shape, formats, lasting, edition } = resource
  const paths = [path, ...formats.filter((one) => one !== 'json').map((one) => `${path}.${one}`)]
  const router = Router({ caseSensitive: true, strict: true })

  router.get(paths, async (request, response) => {
    const count = await borrowed(shelf, response, 'count' in shape ? countIn(request.originalUrl) : undefined)
    const question = readQuestion(shape, request.originalUrl, { ...known, ...vocabularyOf(count) })
    const format = formatOf(request, formats)
    const origin = WITH_ORIGIN.has(format) ? `${request.protocol}://${request.get('host')}` : ''
    const key = keyOf(count, withoutForm(request.path), edition, question, `${format} ${origin}`)
    const tag = lasting ? `W/"${key.slice(0, 32)}"` : undefined
    const kept = lasting ? cache.get(key) : undefined
    if (kept) return send(request, response, kept, tag)

    const hangUp = new AbortController()
    response.on('close', () => hangUp.abort())
    const context = { signal: hangUp.signal, request, format, origin }
    const reply = await resource.answer(count, question, context)
    const table = 'rows' in reply ? (reply as TableReply) : undefined
    const rows = resource.rows?.(question, reply) ?? table?.rows ?? 0
    const shownRows = table && (format === 'json' ? table.rows : rows)
    const headers = replyHeaders(path, question, format, shownRows, resource.file?.(count, question))
    if (format === 'xlsx') refuseLong(path, question, rows)
    if (table && rows > MOST_AT_ONCE && (format === 'csv' || format === 'arrow')) {
      response.set(headersIn(headers, tag))
      if (tag && request.fresh) return void response.status(304).end()
      if (request.method === 'HEAD') return void response.end()
      return stream(response, format, table, resource.rest?.(count, question, reply, context))
    }
    const asked = question as Question
    const about = () => aboutQuestion(count, path, asked, table!, { rows, origin, software: SOFTWARE })
    const body = await (resource.write?.(reply, format, context) ?? written(reply, format, about))
    const packed = !PACKED.has(format) && body.length >= WORTH_PACKING
    const made = { body: packed ? await pack(body) : body, packed, headers }
    if (lasting) cache.set(key, made)
    await send(request, response, made, tag)
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
