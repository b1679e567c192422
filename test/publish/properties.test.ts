import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { PlanReply } from '../../server/api/contract-publish.ts'
import type { Receipt } from '../../server/intake/receipt.ts'
import type { State } from '../../server/intake/store.ts'
import { aboutOf } from '../../server/publish/about.ts'
import { makeLines } from '../../server/publish/lines.ts'
import type { Planned } from '../../server/publish/plan.ts'
import { WITH_BUDGETS } from '../fixtures/budgets.ts'
import { ALPHA, GAMMA } from '../fixtures/five-places.ts'
import { type Accepted, lines, planLines, requestOf, wishes } from './any-import.ts'
import { asked, file, type OpenedPublish, openPublish, type Sent, TOLD } from './opened.ts'

let open: OpenedPublish
beforeAll(async () => {
  open = await openPublish(WITH_BUDGETS)
})
afterAll(() => open.close())

const RUNS = { numRuns: 40 }
const inTime = 120_000

const replyOf = (all: readonly Accepted[], request = asked()) =>
  planLines(open.count, open.folder, all, request, ({ reply }) => reply)
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
const halfAway = (pence: bigint) => Number(pence < 0n ? -((50n - pence) / 100n) : (pence + 50n) / 100n)

function expectAccounted(
  all: readonly Accepted[],
  { pence, pounds, rounding, years, groups }: PlanReply,
): void {
  const accepted = all.reduce((total, one) => total + BigInt(one.pence), 0n)
  const parts = [pence.published, pence.left, pence.notPlaced, pence.aside].map(BigInt)
  expect(BigInt(pence.accepted)).toBe(accepted)
  expect(parts.reduce((total, one) => total + one, 0n)).toBe(accepted)
  expect(BigInt(rounding)).toBe(BigInt(pounds) * 100n - BigInt(pence.published))
  for (const { before, after, added, replaced, budget, withBudgets } of years) {
    expect(after).toBe((before ?? 0) + added.pounds - replaced.pounds)
    expect(withBudgets.after).toBe((withBudgets.before ?? 0) + added.pounds - replaced.pounds - budget.pounds)
  }
  for (const [part, of] of [
    ['replaced', 'pounds'],
    ['budget', 'pounds'],
    ['budget', 'lines'],
  ] as const)
    expect(sum(groups.map((group) => group[part][of]))).toBe(sum(years.map((year) => year[part][of])))
  expect(sum(groups.map(({ change }) => change))).toBe(
    sum(years.map(({ before, after }) => after - (before ?? 0))),
  )
}

test(
  'every penny is accounted for, and England after is before, more what is added, less what is replaced',
  () =>
    fc.assert(
      fc.asyncProperty(lines, wishes, async (all, wish) => {
        expectAccounted(all, await replyOf(all, requestOf(all, wish)))
      }),
      RUNS,
    ),
  inTime,
)

test(
  'what is published of a place, agency, year and class is its pence rounded once, whatever else is published',
  () =>
    fc.assert(
      fc.asyncProperty(lines, wishes, async (all, wish) => {
        const usual = { whereSharedOut: 'replace', whereRecorded: 'add', whereEstimated: 'replace' } as const
        const request = { ...requestOf(all, wish), ...usual }
        const { pence, pounds, rounding, groups } = await replyOf(all, request)
        expect(BigInt(rounding)).toBe(BigInt(pounds) * 100n - BigInt(pence.published))
        for (const group of groups) {
          const of = all.filter(
            ({ agency, year, economic, flow }) =>
              agency === group.agency && year === group.year && economic === group.economic && flow === 'own',
          )
          const here = of.filter(({ place }) => place === group.place)
          const wide = of.some(
            ({ place }) => !open.count.catalogue.places.get(place)?.tier.startsWith('upper'),
          )
          if (wide || here.some(({ phase }) => phase === 'budget')) continue
          expect(group.pounds).toBe(halfAway(here.reduce((all, one) => all + BigInt(one.pence), 0n)))
        }
      }),
      RUNS,
    ),
  inTime,
)

test(
  'the order of rows changes nothing of a plan',
  () =>
    fc.assert(
      fc.asyncProperty(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        wishes,
        async ([all, shuffled], wish) => {
          const request = requestOf(all, wish)
          request.placing.sort((a, b) => (`${a.agency} ${a.year}` < `${b.agency} ${b.year}` ? -1 : 1))
          expect(await replyOf(shuffled, request)).toEqual(await replyOf(all, request))
        },
      ),
      RUNS,
    ),
  inTime,
)

test(
  'what places get of a wider one sums to the whole',
  () =>
    fc.assert(
      fc.asyncProperty(lines, wishes, async (all, wish) => {
        for (const { driver, parts, pounds } of (await replyOf(all, requestOf(all, wish))).wide)
          if (driver) expect(sum(parts.map((part) => part.pounds))).toBe(pounds)
          else expect(parts).toEqual([])
      }),
      RUNS,
    ),
  inTime,
)

/** Lines and pounds taken out by year: what was counted, then budgets in place of missing returns. */
const OUT = `select year, count(*) filter (not stood_in), coalesce(sum(amount) filter (not stood_in), 0)::bigint,
  count(*) filter (stood_in), coalesce(sum(amount) filter (stood_in), 0)::bigint from gone group by year`

const STATE = {
  files: [
    {
      name: 'any.csv',
      sha256: 'a'.repeat(64),
      reading: { parts: [{ part: 1, sheet: null, headers: ['Amount'] }] },
    },
  ],
  mapping: { columns: [{ header: 'Amount', meaning: 'amount' }] },
} as unknown as State

test(
  'lines sum to what is published, each within a pound of its row; what moves is what changes',
  () =>
    fc.assert(
      fc.asyncProperty(lines, wishes, async (all, wish) => {
        const request = requestOf(all, wish)
        await planLines(
          open.count,
          join(open.folder, 'count'),
          all,
          request,
          async (planned: Planned, bench) => {
            const { reply } = planned
            const about = aboutOf(
              { ...TOLD, plan: request, digest: reply.digest, note: '', acceptDifferences: false },
              { form: 1 } as Receipt,
              '2026-02-03',
            )
            const moves = await makeLines(
              bench,
              planned,
              STATE,
              about,
              join(open.folder, 'count', 'spend.parquet'),
            )
            for (const { year, before, after } of reply.years)
              expect(sum(moves.filter((move) => move.year === year).map(({ pounds }) => pounds))).toBe(
                after - (before ?? 0),
              )
            const out = (await bench.connection.runAndReadAll(OUT)).getRowsJS() as [string, ...bigint[]][]
            expect(new Map(out.map(([year, ...sums]) => [year, sums.map(Number)]))).toEqual(
              new Map(
                reply.years.flatMap(({ year, replaced, budget }) =>
                  replaced.lines + budget.lines > 0
                    ? [[year, [replaced.lines, replaced.pounds, budget.lines, budget.pounds]]]
                    : [],
                ),
              ),
            )
            const made = (
              await bench.connection.runAndReadAll(
                'select amount, source_row, basis, flow, line from own_line order by line',
              )
            ).getRowsJS() as [bigint, number, string, string, string][]
            expect(sum(made.map(([amount]) => Number(amount)))).toBe(reply.pounds)
            expect(new Set(made.map(([, , , , line]) => line)).size).toBe(made.length)
            for (const [amount, row, basis] of made)
              if (basis === 'recorded')
                expect(Math.abs(Number(amount) * 100 - all[row - 2]!.pence)).toBeLessThan(100)
            const own = made.filter(([, , , flow]) => flow === 'own')
            expect(own).toHaveLength(sum(reply.years.map(({ added }) => added.lines)))
          },
        )
      }),
      RUNS,
    ),
  inTime,
)

test(
  'rows that are rejected change nothing',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(5), amount: fc.constantFrom('n/a', '', '#REF!', '12 apples') }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (bad) => {
          const rows: Sent[] = [
            { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'a', amount: '310.60' },
            { place: ALPHA, agency: 'nhs', fn: 'Hospitals', service: 'b', amount: '4.30' },
            { place: GAMMA, agency: 'moj', fn: 'Law courts', service: 'c', amount: '-20.41' },
          ]
          const more = rows.slice()
          for (const { at, amount } of bad) more.splice(at, 0, { ...rows[0]!, amount })
          const told = ({ intake: _intake, digest: _digest, ...rest }: PlanReply) => rest
          const sound = await open.reply(await open.bring(file(rows)))
          expect(told(await open.reply(await open.bring(file(more), bad.length)))).toEqual(told(sound))
        },
      ),
      { numRuns: 6 },
    ),
  inTime,
)
