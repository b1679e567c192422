import fc from 'fast-check'
import type { PlanRequest } from '../../server/api/contract-publish.ts'
import type { Count } from '../../server/count/open.ts'
import { Workbench } from '../../server/engine/workbench.ts'
import type { Receipt } from '../../server/intake/receipt.ts'
import { type Planned, plan } from '../../server/publish/plan.ts'
import { ALPHA, BETASHIRE, DELTA, EPSILON, GAMMA, SOUTH } from '../fixtures/five-places.ts'
import { asked } from './opened.ts'

/** A line as a check accepts it. */
export interface Accepted {
  readonly place: string
  readonly agency: string
  readonly fn: string | null
  readonly programme: string | null
  readonly economic: 'current' | 'capital' | 'transfer_to_people'
  readonly flow: 'own' | 'transfer_in' | 'transfer_out'
  readonly phase: 'outturn' | 'budget'
  readonly year: string
  readonly pence: number
}

const some = <T>(...values: T[]) => fc.constantFrom(...values)

const anyLine: fc.Arbitrary<Accepted> = fc.record({
  place: some(ALPHA, BETASHIRE, GAMMA, DELTA, EPSILON, SOUTH),
  agency: some('alpha', 'nhs', 'moj', 'dwp', 'dcms', 'beta-south', 'epsilon'),
  fn: some(null, '07.3', '03.3', '10.2'),
  programme: some(null, 'a', 'b'),
  economic: some('current' as const, 'capital' as const, 'transfer_to_people' as const),
  flow: fc.oneof(
    { weight: 5, arbitrary: some('own' as const) },
    some('transfer_in' as const, 'transfer_out' as const),
  ),
  phase: fc.oneof({ weight: 4, arbitrary: some('outturn' as const) }, some('budget' as const)),
  year: some('2016-17', '2017-18', '2019-20'),
  pence: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -1e11, max: 1e11 })),
})

/** Every fifth of a body that made no return. */
export const lines: fc.Arbitrary<Accepted[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyLine },
    anyLine.map((one) => ({ ...one, place: BETASHIRE, agency: 'beta-south', year: '2017-18' })),
  ),
  { minLength: 1, maxLength: 40 },
)

/** What may be asked of any import: usual rules, and a driver for whatever is of the South, or none. */
export const wishes = fc.record({
  whereSharedOut: some('replace' as const, 'add' as const, 'leave' as const),
  whereRecorded: some('replace' as const, 'add' as const, 'leave' as const),
  /** Whether what is brought of bodies whose returns are missing stands for every class. */
  whole: fc.boolean(),
  driver: some(null, 'people', 'aged', 'own'),
  weights: fc
    .tuple(fc.nat(9), fc.nat(9), fc.double({ min: 0.001, max: 9, noNaN: true }))
    .map(([a, b, c]) => ({ [GAMMA]: a, [DELTA]: b, [EPSILON]: c })),
})
type Wishes = typeof wishes extends fc.Arbitrary<infer W> ? W : never

/** A request that can be made of these lines. */
export function requestOf(
  all: readonly Accepted[],
  { driver, weights, whole, ...usual }: Wishes,
): PlanRequest {
  const wide = new Map(
    all.filter(({ place }) => place === SOUTH).map((one) => [`${one.agency} ${one.year}`, one]),
  )
  const by = driver === 'own' ? { driver, weights, reason: 'As agreed' } : driver && { driver }
  const placing = by
    ? [...wide.values()].map(({ place, agency, year }) => ({ place, agency, year, ...by }))
    : []
  const bodies = all.filter(
    ({ place, agency }) => place !== SOUTH && ['beta-south', 'epsilon'].includes(agency),
  )
  const groups = new Map(bodies.map((one) => [`${one.place} ${one.agency} ${one.year} ${one.economic}`, one]))
  const decisions = whole
    ? [...groups.values()].map(({ place, agency, year, economic }) => ({
        ...{ place, agency, year, economic },
        ...({ does: 'replace', covers: 'agency', classes: 'all' } as const),
      }))
    : []
  return asked({ ...usual, placing, decisions })
}

const RECEIPT = { form: 1 } as Receipt

/** Plans lines as if a check had accepted them from one file, in their order. */
export async function planLines<T>(
  count: Count,
  folder: string,
  accepted: readonly Accepted[],
  request: PlanRequest,
  then: (planned: Planned, bench: Workbench) => Promise<T> | T,
): Promise<T> {
  const bench = await Workbench.open(':memory:', { threads: 1, memoryLimit: '256MB', folder })
  try {
    await bench.script('intake-tables')
    await bench.connection.run(`create temp table accepted (file varchar, sheet varchar, row bigint,
      place varchar, agency varchar, function varchar, programme varchar, economic varchar, flow varchar,
      phase varchar, year varchar, pence bigint, amount_column integer)`)
    await bench.append(
      'accepted',
      accepted.map((one, at) => [
        'any.csv',
        null,
        at + 2,
        one.place,
        one.agency,
        one.fn,
        one.programme,
        one.economic,
        one.flow,
        one.phase,
        one.year,
        one.pence,
        1,
      ]),
    )
    const files = [{ name: 'any.csv', sha256: 'a'.repeat(64) }]
    const planned = await plan({ bench, intake: 'any', files, receipt: RECEIPT, count, request })
    return await then(planned, bench)
  } finally {
    bench.close()
  }
}
