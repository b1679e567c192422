import { everyone, type Game, gameOf, take } from '../games/game.ts'
import type { Totals } from './programme.ts'

/**
 * What part of the programme a coalition could run. `coverage` is each partner's part of its reach and
 * adds to one; nothing happens without the partners with a veto; `fixedCostShare` of the cost is met
 * whatever the reach. Parallel to the partners.
 */
export interface CoverageModel {
  coverage: readonly number[]
  fixedCostShare: number
  veto: readonly boolean[]
}

/** Reach of a coalition, from 0 to 1. */
export function reach(model: CoverageModel, coalition: number): number {
  const missing = model.veto.some((needed, i) => needed && !(coalition & (1 << i)))
  return missing ? 0 : take(coalition, model.coverage)
}

/**
 * The game in which a coalition runs what it can reach, counts only its own partners' benefits, and
 * would rather do nothing than lose. Everybody together make the programme's net present value, or
 * nothing where that is a loss.
 */
export function coverageGame(players: readonly string[], totals: Totals, model: CoverageModel): Game {
  const all = everyone(players.length)
  return gameOf(players, (mask) => {
    if (mask === all) return Math.max(0, totals.npv)
    const e = reach(model, mask)
    const cost = (model.fixedCostShare + (1 - model.fixedCostShare) * e) * totals.cost
    return Math.max(0, e * take(mask, totals.pvBenefit) - cost)
  })
}

/**
 * What each partner would get by staying out while the others went on without it: its own benefit at
 * the reach they have left, if they would still gain by going on.
 */
export function freeRiding(game: Game, totals: Totals, model: CoverageModel): number[] {
  const all = everyone(game.players.length)
  return totals.pvBenefit.map((benefit, i) => {
    const others = all & ~(1 << i)
    return game.v[others]! > 0 ? reach(model, others) * benefit : 0
  })
}
