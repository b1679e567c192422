import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { gameFromKeys } from '../../server/scenario/games/coalition-keys.ts'
import { inCore, leastCore } from '../../server/scenario/games/core.ts'
import { type Game, gameOf } from '../../server/scenario/games/game.ts'
import type { Solver } from '../../server/scenario/games/lp.ts'
import { nucleolus } from '../../server/scenario/games/nucleolus.ts'
import { bits, shapley } from '../../server/scenario/games/shapley.ts'
import { solveCostGame, solveGame } from '../../server/scenario/games/solution.ts'
import { largestRemainder } from '../../server/scenario/money.ts'
import { outcome } from '../../server/scenario/sharing/outcome.ts'
import { totals } from '../../server/scenario/sharing/programme.ts'
import { highs } from '../../server/solver/highs.ts'
import { yalps } from '../../server/solver/yalps.ts'

const players = (n: number) => Array.from({ length: n }, (_, i) => `p${i}`)
const randomGame = (least = 0): fc.Arbitrary<Game> =>
  fc
    .integer({ min: 2, max: 5 })
    .chain((n) =>
      fc
        .array(fc.integer({ min: least, max: 40 }), { minLength: 2 ** n, maxLength: 2 ** n })
        .map((values) => gameOf(players(n), (mask) => values[mask]! * bits(mask))),
    )
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const close = (found: readonly number[], wanted: readonly number[], by = 7) =>
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(wanted[i]!, by)
  })
const exact = await highs()

describe('Shapley value', () => {
  test('shares out everything, is additive, and treats players alike who add alike', () => {
    fc.assert(
      fc.property(randomGame(), (game) => {
        const value = shapley(game)
        expect(sum(value)).toBeCloseTo(game.v.at(-1)!, 8)
        const other = gameOf(game.players, (mask) => bits(mask) ** 2)
        const both = gameOf(game.players, (mask) => game.v[mask]! + other.v[mask]!)
        close(
          shapley(both),
          value.map((part, i) => part + shapley(other)[i]!),
        )
        close(
          shapley(other),
          game.players.map(() => game.players.length),
        )
      }),
    )
  })

  test('gives a player who adds nothing but its own amount that amount', () => {
    fc.assert(
      fc.property(randomGame(), fc.integer({ min: 0, max: 50 }), (game, own) => {
        const n = game.players.length
        const joined = gameOf([...game.players, 'own'], (mask) => {
          const rest = mask & (2 ** n - 1)
          return game.v[rest]! + (mask >> n) * own
        })
        expect(shapley(joined)[n]).toBeCloseTo(own, 8)
        expect(nucleolus(joined, yalps).allocation[n]).toBeCloseTo(own, 6)
      }),
    )
  })
})

describe('nucleolus', () => {
  test('is the same by either solver, shares out everything, and is in the core where there is one', () => {
    fc.assert(
      fc.property(randomGame(), (game) => {
        const found = nucleolus(game, yalps)
        close(found.allocation, nucleolus(game, exact).allocation, 6)
        expect(sum(found.allocation)).toBeCloseTo(game.v.at(-1)!, 7)
        const { coreEmpty, epsilon } = leastCore(game, yalps)
        expect(epsilon).toBeCloseTo(leastCore(game, exact).epsilon, 6)
        expect(inCore(game, found.allocation)).toBe(!coreEmpty)
      }),
      { numRuns: 60 },
    )
  })

  test('answers for ten players, however alike they are', () => {
    const ten = gameOf(players(10), (mask) => (bits(mask) > 5 ? 1 : 0))
    close(nucleolus(ten, yalps).allocation, new Array<number>(10).fill(0.1))
    const uneven = gameOf(players(10), (mask) => bits(mask) ** 2 + (mask & 1) * 3)
    expect(sum(nucleolus(uneven, yalps).allocation)).toBeCloseTo(103, 6)
  })

  test('says so where nobody can keep what they make alone', () => {
    const game = gameOf(players(2), (mask) => (mask === 3 ? 1 : 1))
    const found = nucleolus(game, yalps)
    expect(found.prenucleolus).toBe(true)
    close(found.allocation, [0.5, 0.5])
  })
})

describe('refusals', () => {
  const programme = (n: number) => ({
    partners: players(n),
    cost: players(n).map(() => [1]),
    benefit: players(n).map(() => [2]),
    factors: [1],
  })
  const refusal = (n: number, solve?: Solver, game?: Game) => {
    const sums = totals(programme(n))
    const found = outcome('nucleolus', programme(n), sums, {
      ...(game ? { game } : {}),
      ...(solve ? { solve } : {}),
    })
    return found.available ? '' : found.reason
  }

  test('no coalition model, too many partners, no solver, a solver that fails', () => {
    const game = gameOf(players(3), (mask) => bits(mask) ** 2 / 3)
    expect(refusal(3, yalps)).toMatch(/coalition model/)
    expect(refusal(11, yalps)).toMatch(/10 partners/)
    expect(refusal(3, undefined, game)).toMatch(/solver/)
    for (const status of ['infeasible', 'unbounded', 'stopped'] as const)
      expect(refusal(3, () => ({ status }), game)).toMatch(status)
  })

  test('a game with a coalition missing, repeated or unknown names each', () => {
    const read = gameFromKeys(2, { 1: 0, 3: 4, '21': 1, '12': 2 })
    const faults = 'faults' in read ? read.faults.map(({ path }) => path.join()) : []
    expect(faults.sort()).toEqual(['2', '21', '3'].sort())
  })
})

test('pennies go to the largest remainders, ties by id and not by place', () => {
  expect(largestRemainder(10000, [1, 1, 1])).toEqual([3334, 3333, 3333])
  expect(largestRemainder(10000, [1, 1, 1], ['c', 'b', 'a'])).toEqual([3333, 3333, 3334])
  expect(largestRemainder(-1, [1, 2], ['a', 'b']).reduce((a, b) => a + b)).toBe(-1)
  expect(() => largestRemainder(5, [0, 0])).toThrow(RangeError)
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.nat({ max: 1000 }), { minLength: 1 }), (total, weights) => {
      fc.pre(sum(weights) > 0)
      expect(sum(largestRemainder(total, weights))).toBe(total)
    }),
  )
})

describe('a game in which nobody gains by acting together', () => {
  const amounts = [0.1, 0.2, 0.7]
  const additive = gameOf(players(3), (mask) =>
    amounts.reduce((all, a, i) => all + (mask & (1 << i) ? a : 0), 0),
  )

  test('gives each its own, in the core, whatever rounding leaves', () => {
    const found = solveGame(additive, exact)
    close(found.nucleolus, amounts)
    expect(found).toMatchObject({
      prenucleolus: false,
      coreEmpty: false,
      nucleolusInCore: true,
      shapleyInCore: true,
    })
  })

  test('as costs, charges each its own by every rule', () => {
    for (const cost of [additive, gameOf(players(1), () => 22.36)])
      for (const rule of Object.values(solveCostGame(cost, exact).rules)) {
        close(
          rule.costs,
          cost.players.map((_, i) => cost.v[1 << i]!),
        )
        expect(rule.inCore).toBe(true)
      }
  })
})
