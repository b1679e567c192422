import { gameFromKeys, keysOfGame } from '../../../server/scenario/games/coalition-keys.ts'
import { equalCharge, equalSaving, proportional } from '../../../server/scenario/games/cost-allocation.ts'
import { airportGame, type Game } from '../../../server/scenario/games/game.ts'
import { solveCostGame, solveGame } from '../../../server/scenario/games/solution.ts'
import { largestRemainder } from '../../../server/scenario/money.ts'
import { outcome } from '../../../server/scenario/sharing/outcome.ts'
import { type Programme, totals } from '../../../server/scenario/sharing/programme.ts'
import { RULES } from '../../../server/scenario/sharing/rules.ts'
import type { Context, Inputs, Shape } from '../types.ts'

function gameFor(inputs: Inputs, values: Record<string, number>): Game {
  const read = gameFromKeys(inputs.players, values)
  if ('faults' in read)
    throw new Error(read.faults.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return read.game
}

function costFigures(cost: Game, { solve }: Context) {
  const { savings, solution, rules, separable, nonSeparable } = solveCostGame(cost, solve)
  return {
    savings: keysOfGame(savings),
    ...solution,
    shapleyCost: rules.shapley.costs,
    shapleyCostTimes6: rules.shapley.costs.map((amount) => amount * 6),
    nucleolusCost: rules.nucleolus.costs,
    shapley: solution.shapley,
    separableCost: separable,
    nonSeparable,
    scrb: rules.separableCostsRemainingBenefits.costs,
    scrbInCore: rules.separableCostsRemainingBenefits.inCore,
    egalitarianNonSeparable: rules.egalitarianNonSeparable.costs,
    egalitarianNonSeparableInCore: rules.egalitarianNonSeparable.inCore,
    proportionalToStandAlone: rules.proportional.costs,
    proportionalToStandAloneInCore: rules.proportional.inCore,
  }
}

export const games: Shape[] = [
  {
    needs: ['players', 'v'],
    work: (inputs, { solve }) => ({ ...solveGame(gameFor(inputs, inputs.v), solve) }),
  },
  {
    needs: ['players', 'cost'],
    work: (inputs, context) => costFigures(gameFor(inputs, inputs.cost), context),
  },
  {
    needs: ['players', 'standAloneCost'],
    work: ({ players, standAloneCost }, context) => {
      const names =
        typeof players === 'number' ? standAloneCost.map((_: number, i: number) => String(i + 1)) : players
      return costFigures(airportGame(names, standAloneCost), context)
    },
  },
]

const staticNames: Record<string, string> = {
  'R0.lieWhereFalls': 'liesWhereItFalls',
  'R1.netByContribution': 'byContribution',
  'R2.netByBenefit': 'byBenefit',
  'R3.equal': 'equalSplit',
}

function staticSharing({ cost, contributionShares, pvBenefits }: Inputs) {
  const programme: Programme = {
    partners: pvBenefits.map((_: number, i: number) => String(i + 1)),
    cost: contributionShares.map((share: number) => [share * cost]),
    benefit: pvBenefits.map((benefit: number) => [benefit]),
    factors: [1],
  }
  const sum = totals(programme)
  const found = Object.fromEntries(RULES.map((rule) => [rule, outcome(rule, programme, sum)]))
  const nets = (rule: string) => {
    const result = found[rule]!
    return result.available ? result.nets : null
  }
  const byBenefit = nets('byBenefit')
  const byContribution = found.byContribution!
  return {
    npv: sum.npv,
    ...Object.fromEntries(Object.entries(staticNames).map(([key, rule]) => [key, nets(rule)])),
    'R1.returnPerPound': byContribution.available ? byContribution.returnPerPound : null,
    'R2.costBornePerPartner': byBenefit?.map((net, i) => sum.pvBenefit[i]! - net),
  }
}

export const sharing: Shape[] = [
  {
    needs: ['standAlone', 'joint'],
    work: ({ standAlone, joint }) => {
      const rational = (costs: number[]) => costs.map((cost, i) => cost <= standAlone[i] + 1e-9)
      const each = {
        equalCharge: equalCharge(standAlone, joint),
        equalSaving: equalSaving(standAlone, joint),
        proportional: proportional(standAlone, joint),
      }
      const tests = Object.entries(each).map(([name, costs]) => [
        `${name}IndividuallyRational`,
        rational(costs),
      ])
      return { ...each, ...Object.fromEntries(tests) }
    },
  },
  { needs: ['cost', 'contributionShares', 'pvBenefits'], work: staticSharing },
  {
    needs: ['amountPence', 'weights'],
    work: ({ amountPence, weights }) => ({ sharesPence: largestRemainder(amountPence, weights) }),
  },
]
