import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Draft, Kind } from '../library/item.ts'
import { Conflict, type Library } from '../library/library.ts'
import { LibraryUnavailable } from '../library/unavailable.ts'
import {
  createRequest,
  documents,
  duplicateRequest,
  LARGEST_DOCUMENT,
  LONGEST_NAME,
  saveRequest,
} from './contract-library.ts'
import { Refusal } from './problem.ts'
import { readBody } from './read-body.ts'
import { readQuestion } from './read-question.ts'
import { handlers, route } from './route.ts'
import { savedResult } from './saved-result.ts'
import type { ScenarioParts } from './scenarios.ts'

export interface LibraryParts {
  readonly library: Library
  readonly economics: ScenarioParts
}

const PATHS: Readonly<Record<Kind, string>> = {
  scenario: '/scenarios',
  definition: '/definitions',
  set: '/sets',
  mapping: '/mappings',
}

/** Parameters of a list of items. */
export const listQuestion = { deleted: z.enum(['true', 'false']).optional() }

type Document = Record<string, unknown>

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

const placesOf = (kind: Kind, document: Document): string[] =>
  kind === 'scenario' ? texts(document.places) : kind === 'set' ? texts(document.members) : []

function tooLarge(body: unknown) {
  const document = (body as { document?: unknown } | null | undefined)?.document
  const bytes = document === undefined ? 0 : Buffer.byteLength(JSON.stringify(document))
  const message = `is ${bytes} bytes as JSON, more than ${LARGEST_DOCUMENT}`
  return bytes > LARGEST_DOCUMENT ? [{ where: 'document', message }] : []
}

function refusalFor(error: unknown): unknown {
  if (error instanceof LibraryUnavailable)
    return new Refusal(503, error.message, [{ where: 'library', message: error.message }], {
      'Retry-After': '5',
    })
  if (!(error instanceof Conflict)) return error
  const { why, latest } = error
  const detail =
    why === 'deleted'
      ? 'It has been deleted. Restore it first, or save this as another.'
      : `Version ${latest.version} has been saved since. Save on top of that, or as another.`
  return new Refusal(409, detail, [{ where: 'base', message: detail }], {}, { latest })
}

/** Routes that keep items of every kind in the library, and the presets. Bodies are JSON, read before. */
export function libraryRoutes(parts: LibraryParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  for (const kind of Object.keys(PATHS) as Kind[]) ofKind(router, kind, parts)
  return router
}

function ofKind(router: Router, kind: Kind, { library, economics }: LibraryParts): void {
  const path = PATHS[kind]
  const forms = { create: createRequest(documents[kind]), save: saveRequest(documents[kind]) }
  const resultOf = (document: Document) => (kind === 'scenario' ? savedResult(document, economics) : null)
  const notHere = () => new Refusal(404, `There is no such ${kind} in the library.`)
  const idOf = (request: Request) => String(request.params.id)
  const there = <T>(found: T | undefined): T => {
    if (found === undefined) throw notHere()
    return found
  }
  const handler = handlers(refusalFor)
  const created = async (response: Response, draft: Draft) => {
    const full = await library.create(kind, draft)
    response.status(201).location(`${response.req.baseUrl}${path}/${full.id}`).json(full)
  }

  route(router, path, {
    get: handler(async (request, response) => {
      const { deleted } = readQuestion(listQuestion, request.originalUrl)
      response.json({ items: await library.list(kind, deleted === 'true') })
    }),
    post: handler(async ({ body }, response) => {
      const { name, note = '', count = null } = readBody(forms.create, body, tooLarge)
      const document = body.document as Document
      const places = placesOf(kind, document)
      await created(response, { name, note, count, document, places, result: resultOf(document) })
    }, 'needed'),
  })

  route(router, `${path}/:id`, {
    get: handler(async (request, response) => {
      response.json(there(await library.read(kind, idOf(request))))
    }),
    put: handler(async (request, response) => {
      const { base, name, note = '', count = null } = readBody(forms.save, request.body, tooLarge)
      const document = request.body.document as Document
      const rest = { note, count, document, places: placesOf(kind, document), result: resultOf(document) }
      const draft = (latest: { name: string }): Draft => ({ name: name ?? latest.name, ...rest })
      response.json(there(await library.save(kind, idOf(request), base, draft)))
    }, 'needed'),
    delete: handler(async (request, response) => {
      const { current: _, ...item } = there(await library.mark(kind, idOf(request), true))
      response.json(item)
    }),
  })

  route(router, `${path}/:id/versions`, {
    get: handler(async (request, response) => {
      const items = await library.versions(kind, idOf(request))
      if (items.length === 0) throw notHere()
      response.json({ items })
    }),
  })

  route(router, `${path}/:id/versions/:n`, {
    get: handler(async (request, response) => {
      const n = String(request.params.n)
      if (!/^[1-9]\d{0,8}$/.test(n)) throw notHere()
      response.json(there(await library.version(kind, idOf(request), Number(n))))
    }),
  })

  route(router, `${path}/:id/restore`, {
    post: handler(async (request, response) => {
      response.json(there(await library.mark(kind, idOf(request), false)))
    }),
  })

  route(router, `${path}/:id/duplicate`, {
    post: handler(async (request, response) => {
      const { name } = readBody(duplicateRequest, request.body ?? {})
      const { current, places } = there(await library.read(kind, idOf(request)))
      const document = current.document as Document
      await created(response, {
        name: name ?? copyOf(current.name),
        note: '',
        count: current.count,
        document,
        places,
        result: resultOf(document),
      })
    }, 'taken'),
  })
}

/** The name of a copy, cut between characters where it would be too long. */
function copyOf(name: string): string {
  let copy = ''
  for (const character of `Copy of ${name}`) {
    if (copy.length + character.length > LONGEST_NAME) break
    copy += character
  }
  return copy
}
