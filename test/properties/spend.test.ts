import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DIMENSIONS } from '../../server/api/dimensions.ts'
import { shareOf } from '../../server/count/share.ts'
import { rowsOf } from '../../server/engine/columns.ts'
import { openFixture } from '../fixtures/open-fixture.ts'
import { references } from '../fixtures/references.ts'
import { keyed, type Plain, sums } from './plain.ts'
import { AGENCIES, PLACES, randomLines, TAGS, YEARS } from './random-count.ts'

const asCounted = { kinds: [], classes: [] }

const some = <T>(values: readonly T[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }), { nil: null, freq: 1 })
const question: fc.Arbitrary<Plain> = fc.record({
  by: fc.subarray([...DIMENSIONS]),
  filters: fc.record({
    year: some(YEARS),
    place: some(PLACES),
    agency: some(AGENCIES),
    sector: some(['council', 'nhs', 'central']),
    function: fc.constant(null),
    division: some(['03', '04', '05', '10']),
    economic: some(['current', 'capital', 'transfer_to_people']),
    basis: some(['recorded', 'shared_out']),
    grade: some(['A', 'B', 'C', 'D']),
    class: some([1, 2, 4, 5, 6, 7]),
    source: some(['outturn', 'cra']),
  }),
  off: fc.subarray(TAGS),
})

describe('spend.sql on random counts', () => {
  test('agrees with plain JavaScript, and its parts sum to the whole', async () => {
    const runs = fc.asyncProperty(
      randomLines,
      fc.array(question, { minLength: 8, maxLength: 8 }),
      async (spend, questions) => {
        const { count: open, close } = await openFixture({ spend, ...references })
        const lines = spend.map(keyed)
        try {
          for (const one of questions) {
            const rows = rowsOf<Record<string, unknown>>(
              await open.engine.ask('spend', {
                by: one.by,
                ...one.filters,
                off: one.off,
                ...asCounted,
              } as never),
            )
            const whole = rows.pop()!
            const found = new Map(
              rows
                .filter(({ amount }) => amount !== null)
                .map((row) => [one.by.map((name) => String(row[name])).join(' '), row.amount]),
            )
            const expected = sums(lines, one)
            expect(found).toEqual(expected)
            const total = [...expected.values()].reduce((sum, amount) => sum + amount, 0)
            expect(whole.amount ?? 0).toBe(total)
            const parts = ['grade_a', 'grade_b', 'grade_c', 'grade_d'].map((name) => whole[name] as number)
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
          }
        } finally {
          await close()
        }
      },
    )
    await fc.assert(runs, { numRuns: 12 })
  }, 120_000)

  test('classes of a set of places are the sums of its members', async () => {
    const { count: open, close } = await openFixture()
    const ask = async (place: readonly string[], off: readonly string[]) =>
      rowsOf<Record<string, number>>(
        await open.engine.ask('control', { year: ['2017-18'], place, off, ...asCounted }),
      )
    const sets = fc.asyncProperty(
      fc.subarray(PLACES, { minLength: 1 }),
      fc.subarray(TAGS),
      async (places, off) => {
        const together = await ask(places, off)
        const apart = (await Promise.all(places.map((place) => ask([place], off)))).flat()
        const byPlace = (rows: Record<string, number>[]) =>
          [...rows].sort((a, b) => (String(a.place) < String(b.place) ? -1 : 1))
        expect(byPlace(together)).toEqual(byPlace(apart))
      },
    )
    try {
      await fc.assert(sets, { numRuns: 50 })
    } finally {
      await close()
    }
  }, 60_000)
})

describe('shares', () => {
  const amount = fc.integer({ min: -1000, max: 1000 })
  test('a share of parts that are none of them negative lies in 0 to 1; no other is given outside it', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 7 }),
        (parts, most) => {
          const sum = (list: number[]) => list.reduce((total, part) => total + part, 0)
          const share = shareOf(sum(parts.slice(0, most)), sum(parts))
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
          if (parts.every((part) => part >= 0) && sum(parts) > 0) expect(share).not.toBeNull()
        },
      ),
    )
  })
})
