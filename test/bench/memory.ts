import { setTimeout as wait } from 'node:timers/promises'
import { ask, panelOf } from './ask.ts'
import type { Row } from './row.ts'
import { startServer } from './server.ts'
import { median } from './timing.ts'

const EARLY = 100
const LATE = 1000
const AT_ONCE = 4
const SERVERS = 3
const SETTLE_MS = 1500

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

const SCOPES = ['', '-benefits', '-pensions', '-schools', '-capital', '-sites', '-grade-d']
const CONTROL = ['councillors', 'locally-held', 'local-bodies', 'can-be-pooled']

/** The request at a place in an endless, always equal mixture of all there is to ask. */
function mixed(at: number, places: readonly string[]): string {
  const place = places[(at * 37) % places.length]!
  const scope = SCOPES[at % SCOPES.length]!
  const kinds = [
    ...panelOf(place, scope),
    `/api/v1/control?definition=${CONTROL[at % CONTROL.length]}&year=2017-18`,
    `/api/v1/lines?places=${place}&limit=50&offset=${at % 200}`,
    `/api/v1/lines.csv?places=${place}&limit=500`,
    `/api/v1/spend.csv?by=place&per=head&scope=${scope}`,
    `/api/v1/spend.arrow?by=place,division&scope=${scope}`,
    '/api/v1/places?tier=upper',
    '/api/v1/count',
    '/api/v1/outlines/upper',
    `/api/v1/spend?by=nonsense${at}&places=nowhere`,
  ]
  return kinds[at % kinds.length]!
}

async function grown(state: string) {
  const { url, memory, stop } = await startServer(state)
  try {
    const reply = await fetch(`${url}/api/v1/places?tier=upper`)
    const places = ((await reply.json()) as { data: { code: string[] } }).data.code
    const settledAfter = async (first: number, end: number) => {
      for (let at = first; at < end; at += AT_ONCE)
        await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => ask(url + mixed(at + more, places))))
      await wait(SETTLE_MS)
      return memory()
    }
    return { early: await settledAfter(0, EARLY), late: await settledAfter(EARLY, LATE) }
  } finally {
    await stop()
  }
}

export const memory: Row = {
  id: 'memory',
  name: 'Memory of the server after 1,000 mixed requests against after 100, garbage collected',
  async measure(folder) {
    const servers = []
    for (let at = 0; at < SERVERS; at += 1) servers.push(await grown(folder))
    const ratios = servers.map(({ early, late }) => late.rss / early.rss)
    return {
      notes: [
        ...servers.map(
          ({ early, late }) => `resident ${megabytes(early.rss)}, then ${megabytes(late.rss)} MB`,
        ),
        ...servers.map(
          ({ early, late }) => `JavaScript ${megabytes(early.heapUsed)}, then ${megabytes(late.heapUsed)} MB`,
        ),
      ],
      bars: [{ what: 'resident, median', value: median(ratios), unit: 'times', bar: 1.2 }],
    }
  },
}
