import { allowance, leastCore } from '../games/core.ts'
import { everyone, type Game, members, scaleOf } from '../games/game.ts'
import type { Solver } from '../games/lp.ts'
import { NoOptimum } from '../games/no-optimum.ts'
import type { Totals } from './programme.ts'
import type { RuleContext } from './rules.ts'

/**
 * Whether any split of the gain, by a rule or not, passes every acceptance test that can be put; parallel
 * to the partners, in pounds of present value.
 */
export interface Holding {
  exists: boolean
  /** The split with the most to spare on its tightest test; the one least short where none passes; null for a loss. */
  nets: number[] | null
  /** What it has to spare on its tightest test, negative where it is short. */
  spare: number
  /**
   * Why none passes: together they lose; groups could make too much by themselves; staying out is worth
   * too much in all; or each can be met but not both.
   */
  why: 'loss' | 'core' | 'freeRiding' | 'both' | null
}

/** The split that holds best, found by one linear program; null where the solver has no answer. */
export function holding({ pvCost, npv }: Totals, context: RuleContext): Holding | null {
  const n = pvCost.length
  if (npv < 0) return { exists: false, nets: null, spare: npv / n, why: 'loss' }
  const { game, freeRiding, solve } = context
  if (!game) return { exists: true, nets: pvCost.map(() => npv / n), spare: npv / n, why: null }
  if (!solve) return null
  try {
    const nets = best(game, freeRiding ?? pvCost.map(() => 0), npv, solve)
    const spare = spareOf(game, freeRiding, nets)
    if (spare >= -allowance(game) * 10) return { exists: true, nets, spare: Math.max(0, spare), why: null }
    return { exists: false, nets, spare, why: reason(game, freeRiding, npv, solve) }
  } catch (error) {
    if (error instanceof NoOptimum) return null
    throw error
  }
}

function best(game: Game, least: readonly number[], npv: number, solve: Solver): number[] {
  const n = game.players.length
  const scale = Math.max(scaleOf(game), ...least) || 1
  const row = (mask: number, slack: number) => [
    ...Array.from({ length: n }, (_, i) => (mask & (1 << i) ? 1 : 0)),
    slack,
  ]
  const all = everyone(n)
  const rows: { coefficients: number[]; low: number; high?: number }[] = [
    { coefficients: row(all, 0), low: npv / scale, high: npv / scale },
  ]
  for (let mask = 1; mask < Math.max(2, all); mask += 1) {
    const alone = members(mask, n)
    const floor = alone.length === 1 ? Math.max(0, least[alone[0]!]!) : 0
    rows.push({ coefficients: row(mask, 1), low: Math.max(game.v[mask]!, floor) / scale })
  }
  const objective = [...new Array<number>(n).fill(0), 1]
  const found = solve({ objective, rows, free: new Array<boolean>(n + 1).fill(true) })
  if (found.status !== 'optimal') throw new NoOptimum('the split that holds best', found.status)
  const nets = found.variables.slice(0, n).map((part) => part * scale)
  // The solver works to a hundred-thousand-millionth; the parts still have to add up.
  const off = npv - nets.reduce((a, b) => a + b, 0)
  return nets.map((net) => net + off / n)
}

/** What a split has to spare on the tightest of its tests. */
function spareOf(game: Game, freeRiding: readonly number[] | undefined, nets: readonly number[]): number {
  const n = nets.length
  let spare = Math.min(...nets.map((net, i) => net - Math.max(0, freeRiding?.[i] ?? 0)))
  for (let mask = 1; mask < everyone(n); mask += 1) {
    const given = members(mask, n).reduce((sum, i) => sum + nets[i]!, 0)
    spare = Math.min(spare, given - game.v[mask]!)
  }
  return spare
}

function reason(game: Game, freeRiding: readonly number[] | undefined, npv: number, solve: Solver) {
  if (leastCore(game, solve).coreEmpty) return 'core'
  const outside = (freeRiding ?? []).reduce((sum, payoff) => sum + Math.max(0, payoff), 0)
  return outside > npv ? 'freeRiding' : 'both'
}
