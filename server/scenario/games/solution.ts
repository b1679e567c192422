import { allowance, inCore, leastCore } from './core.ts'
import {
  egalitarianNonSeparable,
  proportional,
  separableCosts,
  separableCostsRemainingBenefits,
} from './cost-allocation.ts'
import { everyone, type Game, savingsGame } from './game.ts'
import type { Solver } from './lp.ts'
import { nucleolus } from './nucleolus.ts'
import { shapley } from './shapley.ts'

export interface GameSolution {
  shapley: number[]
  nucleolus: number[]
  /** True where no allocation keeps everybody's stand-alone amount, so that the nucleolus is not one. */
  prenucleolus: boolean
  shapleyInCore: boolean
  nucleolusInCore: boolean
  coreEmpty: boolean
  leastCoreEpsilon: number
}

/** Shapley value, nucleolus, least core, and whether each allocation is in the core. */
export function solveGame(game: Game, solve: Solver): GameSolution {
  const average = shapley(game)
  const { allocation, prenucleolus } = nucleolus(game, solve)
  const { epsilon, coreEmpty } = leastCore(game, solve)
  return {
    shapley: average,
    nucleolus: allocation,
    prenucleolus,
    shapleyInCore: inCore(game, average),
    nucleolusInCore: inCore(game, allocation),
    coreEmpty,
    leastCoreEpsilon: epsilon,
  }
}

export interface CostRule {
  costs: number[]
  inCore: boolean
}

export interface CostSolution {
  savings: Game
  solution: GameSolution
  separable: number[]
  nonSeparable: number
  rules: Record<
    'shapley' | 'nucleolus' | 'separableCostsRemainingBenefits' | 'egalitarianNonSeparable' | 'proportional',
    CostRule
  >
}

/** A joint cost shared by every method; each is in the core where the savings it implies are. */
export function solveCostGame(cost: Game, solve: Solver): CostSolution {
  const savings = savingsGame(cost)
  const solution = solveGame(savings, solve)
  const alone = cost.players.map((_, i) => cost.v[1 << i]!)
  const fromSavings = (saved: readonly number[]) => alone.map((amount, i) => amount - saved[i]!)
  const rule = (costs: number[]): CostRule => ({
    costs,
    inCore: inCore(savings, fromSavings(costs), allowance(cost)),
  })
  return {
    savings,
    solution,
    ...separableCosts(cost),
    rules: {
      shapley: rule(fromSavings(solution.shapley)),
      nucleolus: rule(fromSavings(solution.nucleolus)),
      separableCostsRemainingBenefits: rule(separableCostsRemainingBenefits(cost)),
      egalitarianNonSeparable: rule(egalitarianNonSeparable(cost)),
      proportional: rule(proportional(alone, cost.v[everyone(alone.length)]!)),
    },
  }
}
