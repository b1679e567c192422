import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, Router } from 'express'
import { receive } from '../intake/receive.ts'
import { keepZip } from '../shelf/from-disk.ts'
import type { Kept, KeptCounts } from '../shelf/kept.ts'
import { MOST_PACKED, packed } from '../shelf/pack.ts'
import type { Shelf } from './borrowed.ts'
import { type CountsReply, type KeptCount, servedRequest } from './contract-counts.ts'
import { countsRefusal } from './counts-refusal.ts'
import { attachment } from './disposition.ts'
import { MEDIA } from './format.ts'
import { notReady, Refusal } from './problem.ts'
import { rawBody } from './raw-body.ts'
import { readBody } from './read-body.ts'
import { type Answer, type Handler, handlers, route } from './route.ts'

export interface CountParts {
  readonly counts: KeptCounts
  readonly shelf: Shelf
  /** Largest package that is taken. */
  readonly megabytes: number
}

const shown = (kept: Kept, served: string): KeptCount => ({ ...kept, served: kept.hash === served })

/** Routes of the counts that can be served: listed, switched, taken out whole and brought in whole. */
export function countRoutes({ counts, shelf, megabytes }: CountParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const told = handlers(countsRefusal)
  const handler = (answer: Answer, body?: Handler['body']): Handler =>
    told(async (request, response) => {
      if (!shelf.current) throw notReady()
      await answer(request, response)
    }, body)
  const there = async ({ params }: Request): Promise<Kept> => {
    const hash = String(params.hash)
    const kept = (await counts.list()).find((one) => one.hash === hash)
    if (!kept) throw new Refusal(404, 'There is no such count here.')
    return kept
  }
  const all = async (): Promise<CountsReply> => {
    const served = shelf.current!.hash
    const [kept, before] = [await counts.list(), await counts.before()]
    return {
      served,
      before,
      counts: kept.map((one) => shown(one, served)),
      ...(counts.warning ? { warning: counts.warning } : {}),
    }
  }

  route(router, '/counts', {
    get: handler(async (_request, response) => {
      await shelf.refresh?.()
      response.json(await all())
    }),
    post: handler(async (request, response) => {
      rawBody(request, megabytes)
      const kept = await brought(counts, request, megabytes)
      response
        .status(201)
        .location(`${request.baseUrl}/counts/${kept.hash}/package.zip`)
        .json(shown(kept, shelf.current!.hash))
    }),
  })

  route(router, '/counts/served', {
    put: handler(async (request, response) => {
      const { hash } = readBody(servedRequest, request.body)
      await counts.serve(hash)
      response.json(await all())
    }, 'needed'),
  })

  route(router, '/counts/:hash', {
    delete: handler(async (request, response) => {
      const { hash } = await there(request)
      await counts.remove(hash)
      response.status(204).end()
    }),
  })

  route(router, '/counts/:hash/package.zip', {
    get: handler(async (request, response) => {
      const { id, hash, title, bytes } = await there(request)
      if (bytes > MOST_PACKED)
        throw new Refusal(422, 'This count is larger than a zip holds: copy its folder from the server.')
      const pieces = await packed((await counts.folder(hash))!)
      response
        .set('Content-Type', MEDIA.zip)
        .set('Content-Disposition', attachment(id.replace(/[^a-z0-9-]+/g, '-'), title, 'zip'))
      await pipeline(Readable.from(pieces), response).catch((error) => {
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
      })
    }),
  })
  return router
}

/** Keeps the count package that is sent as a zip; not served yet. */
async function brought(counts: KeptCounts, request: Request, megabytes: number): Promise<Kept> {
  const arriving = await counts.scratch()
  try {
    const zip = join(arriving, 'package.zip')
    await receive(request, zip, megabytes)
    return await keepZip(counts, zip, megabytes)
  } finally {
    await counts.discard(arriving)
  }
}
