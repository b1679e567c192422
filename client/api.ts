import { signal } from '@preact/signals'

const ROOT = '/api/v1'

export class ApiError extends Error {
  readonly kind: 'away' | 'problem'
  readonly faults: readonly string[]
  constructor(kind: 'away' | 'problem', message: string, faults: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.faults = faults
  }
}

/** Whether the server answered last time it was asked. */
export const serverAway = signal(false)

type Query = Record<string, string | number | boolean | null | undefined>

/** The address of a question: parts in a fixed order, what is empty left out. */
export function address(path: string, query: Query = {}) {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, value]) =>
        `${key}=${encodeURIComponent(String(value)).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
  return `${ROOT}${path}${parts.length > 0 ? `?${parts.join('&')}` : ''}`
}

/** Asks the server; throws ApiError, or the abort where `stop` fires. */
export async function get<T>(url: string, stop?: AbortSignal): Promise<T> {
  let reply: Response
  try {
    reply = await fetch(url, { headers: { Accept: 'application/json' }, ...(stop ? { signal: stop } : {}) })
  } catch (error) {
    if (stop?.aborted) throw error
    serverAway.value = true
    throw new ApiError('away', 'The server did not answer.')
  }
  if (reply.status === 503 || reply.status === 502 || reply.status === 504) {
    serverAway.value = true
    throw new ApiError('away', 'The server is not ready yet.')
  }
  const body = await reply.json().catch((error: unknown) => {
    if (stop?.aborted) throw error
    throw new ApiError('problem', `The server's answer could not be read (${reply.status}).`)
  })
  serverAway.value = false
  if (reply.ok) return body as T
  const faults = (body.errors ?? []).map((fault: { message: string }) => fault.message)
  throw new ApiError('problem', body.detail ?? body.title ?? `The server refused (${reply.status}).`, faults)
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
}

/** The rows of a table; T names the columns the caller reads. */
export function rowsOf<T>(table: Table): T[] {
  const names = table.columns.map((column) => column.name)
  return Array.from(
    { length: table.rows },
    (_, i) => Object.fromEntries(names.map((name) => [name, table.data[name]?.[i] ?? null])) as T,
  )
}
