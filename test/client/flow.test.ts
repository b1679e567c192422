import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ChainRow, graphOf, OTHER, STAGES, waysOf } from '../../client/flow/graph.ts'
import { layoutOf } from '../../client/flow/layout.ts'
import { matrixOf } from '../../client/flow/matrix.ts'
import { readWay, wayId } from '../../client/lines/way.ts'

const chainRow = (amount: fc.Arbitrary<number | null>): fc.Arbitrary<ChainRow> =>
  fc.record({
    decides: fc.constantFrom('elected_local', 'duty', 'local_board', 'national', 'statute'),
    holds: fc.constantFrom('elected_local', 'local_board', 'national'),
    sector: fc.constantFrom('council', 'nhs', 'dwp', 'national'),
    sector_name: fc.constant('Sector'),
    agency: fc.constantFrom('E1', 'E2', 'E3', 'E4', 'E5', 'E6'),
    agency_name: fc.constant('Agency'),
    division: fc.constantFrom('1', '7', '9', '10'),
    division_name: fc.constant('Division'),
    amount,
    recorded: fc.nat(1e6),
    eliminated: fc.nat(1e6),
  })
const rows = fc.array(chainRow(fc.option(fc.integer({ min: -1e6, max: 1e6 }))), { maxLength: 40 })
const spender = fc.constantFrom('sector' as const, 'agency' as const)
const keep = fc.integer({ min: 1, max: 6 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('ways add to the whole, however the smaller spenders are rolled up', () => {
  fc.assert(
    fc.property(rows, spender, keep, (all, by, most) => {
      const ways = waysOf(all, by, most)
      expect(sum(ways.map(({ amount }) => amount))).toBe(sum(all.map(({ amount }) => amount ?? 0)))
      expect(
        new Set(ways.map(({ spender }) => spender).filter((one) => one !== OTHER)).size,
      ).toBeLessThanOrEqual(most + 1)
    }),
  )
})

test('the picture conserves pounds: every stage carries all that is drawn, and every stop passes on what it takes', () => {
  fc.assert(
    fc.property(rows, spender, keep, (all, by, most) => {
      const ways = waysOf(all, by, most)
      const { stops, bands } = graphOf(ways, (_, code) => code)
      const drawn = sum(ways.filter(({ amount }) => amount > 0).map(({ amount }) => amount))
      const stageOf = new Map(stops.map(({ id, stage }) => [id, stage]))
      for (let stage = 1; stage < STAGES.length; stage += 1) {
        const into = bands.filter(({ target }) => stageOf.get(target) === stage)
        expect(sum(into.map(({ amount }) => amount))).toBe(drawn)
        expect(into.every(({ source }) => stageOf.get(source) === stage - 1)).toBe(true)
      }
      for (const { id, stage } of stops) {
        const into = sum(bands.filter(({ target }) => target === id).map(({ amount }) => amount))
        const out = sum(bands.filter(({ source }) => source === id).map(({ amount }) => amount))
        if (stage > 0 && stage < STAGES.length - 1) expect(into).toBe(out)
      }
      for (const { amount, recorded } of bands) {
        expect(recorded).toBeGreaterThanOrEqual(0)
        expect(recorded).toBeLessThanOrEqual(amount)
      }
    }),
  )
})

test('the matrix adds to the whole along both of its sides, what is below nothing in', () => {
  fc.assert(
    fc.property(rows, spender, keep, (all, by, most) => {
      const matrix = matrixOf(waysOf(all, by, most))
      const whole = sum(all.map(({ amount }) => amount ?? 0))
      expect(matrix.total).toBe(whole)
      expect(sum(matrix.rows.map(({ total }) => total))).toBe(whole)
      expect(sum(matrix.totals)).toBe(whole)
      for (const row of matrix.rows) expect(sum(row.cells.map((cell) => cell ?? 0))).toBe(row.total)
    }),
  )
})

test('bands that leave a stop lie side by side within it', () => {
  const positive = fc.array(chainRow(fc.integer({ min: 1, max: 1e6 })), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(positive, (all) => {
      const { stops, bands } = graphOf(waysOf(all, 'sector', 10), (_, code) => code)
      for (const stop of layoutOf(stops, bands).nodes) {
        const depth = stop.y1! - stop.y0!
        for (const each of [stop.sourceLinks!, stop.targetLinks!])
          if (each.length > 0) expect(sum(each.map(({ width }) => width!))).toBeCloseTo(depth, 3)
      }
    }),
    { numRuns: 50 },
  )
})

test('a way survives its link', () => {
  const part = fc.option(
    fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,12}$/).filter((text) => text !== 'any'),
    {
      nil: undefined,
    },
  )
  fc.assert(
    fc.property(fc.record({ decides: part, holds: part, sector: part, division: part }), (way) => {
      const known = Object.fromEntries(Object.entries(way).filter(([, value]) => value !== undefined))
      expect(readWay(wayId(known))).toEqual(known)
    }),
  )
})
