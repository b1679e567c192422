import { type Blocking, blocking, inCore } from '../games/core.ts'
import type { Game } from '../games/game.ts'
import type { Totals } from './programme.ts'
import type { RuleContext } from './rules.ts'

/** Whether the partners would take a split, tested in this order; by partner in partner order. */
export interface Acceptance {
  /** Nobody is worse off than with no deal. */
  betterThanNothing: boolean[]
  /** Nobody could make more alone; null without a coalition model. */
  betterThanAlone: boolean[] | null
  /** Groups that could make more by themselves; null without a coalition model. */
  blocking: Blocking[] | null
  inCore: boolean | null
  /** Nobody gains by staying out; null without a coalition model that says. */
  betterThanFreeRiding: boolean[] | null
  /** Against lying where it falls: never all true unless the split is the same. */
  betterThanR0: boolean[]
}

/** The acceptance tests of a split of the net present value. */
export function acceptance(nets: readonly number[], totals: Totals, context: RuleContext): Acceptance {
  const scale = Math.max(Math.abs(totals.cost), Math.abs(totals.benefit), Math.abs(totals.npv))
  const least = -1e-9 * scale
  const atLeast = (than: (i: number) => number) => nets.map((net, i) => net - than(i) >= least)
  const { freeRiding } = context
  const game: Game | undefined = totals.npv < 0 ? undefined : context.game
  return {
    betterThanNothing: atLeast(() => 0),
    betterThanAlone: game ? atLeast((i) => game.v[1 << i]!) : null,
    blocking: game ? blocking(game, nets) : null,
    inCore: game ? inCore(game, nets) : null,
    betterThanFreeRiding: freeRiding ? atLeast((i) => freeRiding[i]!) : null,
    betterThanR0: atLeast((i) => totals.pvBenefit[i]! - totals.pvCost[i]!),
  }
}
