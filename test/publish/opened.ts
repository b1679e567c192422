import { join } from 'node:path'
import {
  type PlanRequest,
  type PublishRequest,
  planRequest,
  publishRequest,
} from '../../server/api/contract-publish.ts'
import type { Count } from '../../server/count/open.ts'
import type { Workbench } from '../../server/engine/workbench.ts'
import { Intakes } from '../../server/intake/intakes.ts'
import { mappingSchema } from '../../server/intake/mapping.ts'
import { plan } from '../../server/publish/plan.ts'
import { Publisher } from '../../server/publish/publisher.ts'
import { randomId } from '../../server/random-id.ts'
import { openFixture, type Tables } from '../fixtures/open-fixture.ts'
import { countsIn } from '../fixtures/serve-fixture.ts'
import { sent } from '../intake/opened.ts'

export interface Sent {
  readonly place: string
  readonly agency: string
  readonly amount: string
  readonly year?: string
  readonly fn?: string
  readonly service?: string
  readonly economic?: string
  readonly flow?: string
  readonly phase?: string
}

/** A file of these rows; without a column of functions where none has one. */
export function file(rows: readonly Sent[]): string {
  const said = rows.some(({ fn }) => fn)
  const cells = rows.map(({ place, agency, amount, year, fn, service, economic, flow, phase }) => [
    place,
    agency,
    year ?? '2017-18',
    ...(said ? [fn] : []),
    service ?? '',
    economic ?? '',
    flow ?? '',
    phase ?? '',
    `"${amount}"`,
  ])
  const header = [
    'Place',
    'Agency',
    'Year',
    ...(said ? ['Function'] : []),
    'Service',
    'Class',
    'Flow',
    'Phase',
    'Amount',
  ]
  return [header, ...cells].map((row) => row.join(',')).join('\n')
}

export const MAPPING = mappingSchema.parse({
  columns: [
    { header: 'Place', meaning: 'place' },
    { header: 'Agency', meaning: 'agency' },
    { header: 'Year', meaning: 'year' },
    { header: 'Function', meaning: 'function' },
    { header: 'Service', meaning: 'programme' },
    { header: 'Class', meaning: 'economic' },
    { header: 'Flow', meaning: 'flow' },
    { header: 'Phase', meaning: 'phase' },
    { header: 'Amount', meaning: 'amount' },
  ],
})

export const MADE = '2026-02-03T04:05:06.000Z'
export const TOLD = { title: 'Ledgers of 2017', publisher: 'The Alliance' }

/** A plan in which figures that are far off take the place of what there is, as most tests want of small ones. */
export const asked = (request: Partial<PlanRequest> = {}) =>
  planRequest.parse({ whereDoubtful: 'replace', ...request })

/** The five places, and files brought to them. */
export async function openPublish(tables?: Tables) {
  const fixture = await openFixture(tables)
  const intakes = new Intakes(fixture.folder, {
    id: randomId,
    now: () => new Date(0),
    megabytes: 4,
    threads: 1,
    memoryLimit: '512MB',
  })

  /** Uploads and checks; every row has to be accepted unless told otherwise. */
  const bring = async (
    files: string | Readonly<Record<string, string>>,
    rejected = 0,
    mapping = MAPPING,
  ): Promise<string> => {
    const { id } = await intakes.start()
    const named = typeof files === 'string' ? { 'ledger.csv': files } : files
    for (const [name, content] of Object.entries(named))
      await intakes.put(id, name, sent(content), fixture.count)
    await intakes.map(id, mapping, fixture.count)
    const { rows, findings } = (await intakes.check(id, fixture.count))!
    if (rows.rejected !== rejected) throw new Error(`${rows.rejected} rejected: ${JSON.stringify(findings)}`)
    return id
  }

  /** The plan for what was brought, and the tables it leaves open to be asked. */
  const planned = async <T>(
    id: string,
    request: Partial<PlanRequest>,
    then: (found: Awaited<ReturnType<typeof plan>>, bench: Workbench) => Promise<T> | T,
    count = fixture.count,
  ): Promise<T> => {
    const bench = await intakes.staging(id)
    try {
      const { files } = (await intakes.read(id))!
      const receipt = (await intakes.receipt(id))!
      return await then(
        await plan({ bench, intake: id, files, receipt, count, request: asked(request) }),
        bench,
      )
    } finally {
      bench.close()
    }
  }
  const counts = countsIn(join(fixture.folder, 'count'), join(fixture.folder, 'var'))
  await counts.start()
  const publisher = new Publisher({ intakes, counts, now: () => new Date(MADE) })

  /** Plans and publishes into the count served, and gives the count that is served then. */
  const publish = async (
    id: string,
    request: Partial<PlanRequest> = {},
    more: Partial<PublishRequest> = {},
  ): Promise<Count> => {
    const base = counts.shelf.current!
    const plan = asked(request)
    const { digest } = (await publisher.plan(id, base, plan))!
    await publisher.publish(id, base, publishRequest.parse({ ...TOLD, ...more, plan, digest }))
    return counts.shelf.current!
  }
  const close = async () => {
    await counts.close()
    await fixture.close()
  }
  const reply = (id: string, request: Partial<PlanRequest> = {}) =>
    planned(id, request, (found) => found.reply)
  return { ...fixture, intakes, counts, publisher, bring, planned, reply, publish, close }
}

export type OpenedPublish = Awaited<ReturnType<typeof openPublish>>
