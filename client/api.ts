import { signal } from '@preact/signals'

const ROOT = '/api/v1'

/** One thing wrong with what was sent: where, as keys and positions joined by dots, and what. */
export interface Fault {
  where: string
  message: string
}

/** A refusal of the server's as problem+json tells it. */
interface Problem {
  title?: string
  detail?: string
  errors?: Fault[]
}

export class ApiError extends Error {
  readonly kind: 'away' | 'problem'
  readonly faults: readonly string[]
  /** Of the reply; 0 where there was none. */
  readonly status: number
  readonly errors: readonly Fault[]
  /** The refusal with its members beyond the usual. */
  readonly problem: object
  constructor(
    kind: 'away' | 'problem',
    message: string,
    faults: readonly string[] = [],
    { status = 0, problem = {} }: { status?: number; problem?: Problem } = {},
  ) {
    super(message)
    this.kind = kind
    this.faults = faults
    this.status = status
    this.errors = problem.errors ?? []
    this.problem = problem
  }
}

/** Whether the server answered last time it was asked. */
export const serverAway = signal(false)

type Query = Record<string, string | number | boolean | null | undefined>

/** Hash of the count that is asked; null asks the one that is served. */
export const countAsked = signal<string | null>(null)

/** Questions to a count; the rest have an answer whatever the count. */
const OF_A_COUNT =
  /^\/(?:count|places|spend|control|lines|chain|change|devolution|comparators|published|amended|replaced|pictures\/.*|exports\/place)(?:\.[a-z.-]+)?$/

/** The address of a question: parts in a fixed order, what is empty left out. */
export function address(path: string, query: Query = {}) {
  const count = OF_A_COUNT.test(path) ? countAsked.value : null
  const parts = Object.entries({ ...query, ...(count === null ? {} : { count }) })
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(String(value)).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
  return `${ROOT}${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

/** Asks the server; throws ApiError, or the abort where `stop` fires. */
export const get = <T>(url: string, stop?: AbortSignal) => ask<T>(url, {}, stop)

/** Sends a body as JSON; throws as `get` does. */
export const post = <T>(url: string, body: unknown, stop?: AbortSignal) =>
  ask<T>(url, sending('POST', body), stop)
export const put = <T>(url: string, body: unknown, stop?: AbortSignal) =>
  ask<T>(url, sending('PUT', body), stop)
export const remove = <T>(url: string, stop?: AbortSignal) => ask<T>(url, { method: 'DELETE' }, stop)

const sending = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

/**
 * Listens to an event stream and tells each event as it comes; a stream that breaks is opened anew by the browser.
 *
 * @returns a way to stop listening
 */
export function listen(url: string, tell: Record<string, (data: unknown) => void>, broken: () => void) {
  const stream = new EventSource(url)
  for (const [event, told] of Object.entries(tell))
    stream.addEventListener(event, (message) => told(JSON.parse((message as MessageEvent<string>).data)))
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) broken()
  }
  return () => stream.close()
}

/** A file made of what is posted, with the name the server gives it; throws as `get` does. */
export async function postForFile(url: string, body: unknown, stop?: AbortSignal) {
  const sent = sending('POST', body)
  const reply = await reach(url, { ...sent, headers: { ...sent.headers, Accept: '*/*' } }, stop)
  if (!reply.ok) throw await refusalIn(reply, stop)
  serverAway.value = false
  const said = reply.headers.get('Content-Disposition') ?? ''
  const full = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1]
  const name = full ? decodeURIComponent(full) : (/filename="([^"]+)"/.exec(said)?.[1] ?? 'total-place')
  return { name, content: await reply.blob() }
}

/**
 * Sends a file as it is and tells how many of its bytes have gone; throws as `get` does. XMLHttpRequest, as fetch
 * does not tell.
 */
export function sendFile<T>(
  method: 'PUT' | 'POST',
  url: string,
  file: Blob,
  { sent, stop }: { sent: (bytes: number) => void; stop: AbortSignal },
): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const away = () => {
      serverAway.value = true
      failed(new ApiError('away', 'The server did not answer: the file did not arrive whole.'))
    }
    request.open(method, url)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded }) => sent(loaded)
    request.onabort = () => failed(new DOMException('stopped', 'AbortError'))
    request.onerror = away
    request.onload = () => {
      const { status } = request
      const body = parsed(request.responseText)
      if (body === undefined && (status === 502 || status === 504)) return away()
      serverAway.value = false
      if (status >= 200 && status < 300 && body !== undefined) done(body as T)
      else failed(refusal(status, (body ?? {}) as Problem))
    }
    request.onloadend = () => stop.removeEventListener('abort', abort)
    stop.addEventListener('abort', abort)
    if (stop.aborted) failed(new DOMException('stopped', 'AbortError'))
    else request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function ask<T>(url: string, init: RequestInit, stop?: AbortSignal): Promise<T> {
  const reply = await reach(url, init, stop)
  if (!reply.ok) throw await refusalIn(reply, stop)
  const body = reply.status === 204 ? null : await bodyOf(reply, stop)
  serverAway.value = false
  return body as T
}

async function reach(url: string, init: RequestInit, stop?: AbortSignal): Promise<Response> {
  let reply: Response
  try {
    reply = await fetch(url, {
      ...init,
      headers: { Accept: 'application/json', ...init.headers },
      ...(stop ? { signal: stop } : {}),
    })
  } catch (error) {
    if (stop?.aborted) throw error
    serverAway.value = true
    throw new ApiError('away', 'The server did not answer.')
  }
  if (reply.status === 503 || reply.status === 502 || reply.status === 504) {
    serverAway.value = true
    throw new ApiError('away', 'The server is not ready yet.')
  }
  return reply
}

const bodyOf = (reply: Response, stop?: AbortSignal): Promise<unknown> =>
  reply.json().catch((error: unknown) => {
    if (stop?.aborted) throw error
    throw new ApiError('problem', `The server's answer could not be read (${reply.status}).`)
  })

async function refusalIn(reply: Response, stop?: AbortSignal): Promise<ApiError> {
  const problem = (await bodyOf(reply, stop)) as Problem
  serverAway.value = false
  return refusal(reply.status, problem)
}

function refusal(status: number, problem: Problem): ApiError {
  const faults = (problem.errors ?? []).map(({ message }) => message)
  const told = problem.detail ?? problem.title ?? `The server refused (${status}).`
  return new ApiError('problem', told, faults, { status, problem })
}

/** Resolves when the server is ready again. */
export async function whenBack(stop: AbortSignal): Promise<void> {
  for (let wait = 1000; !stop.aborted; wait = Math.min(wait * 1.5, 8000)) {
    await new Promise((done) => setTimeout(done, wait))
    if (stop.aborted) return
    const ready = await get(address('/health'), stop).then(
      () => true,
      () => false,
    )
    if (ready) return
  }
}

/** A table as the wire carries it: columns, so that names travel once. */
export interface Table {
  columns: { name: string; type: string; unit?: string }[]
  rows: number
  data: Record<string, unknown[]>
  /** The count it is drawn from. */
  count: { hash: string }
}

/** The rows of a table; T names the columns the caller reads. */
export function rowsOf<T>(table: Table): T[] {
  const names = table.columns.map((column) => column.name)
  return Array.from(
    { length: table.rows },
    (_, i) => Object.fromEntries(names.map((name) => [name, table.data[name]?.[i] ?? null])) as T,
  )
}
