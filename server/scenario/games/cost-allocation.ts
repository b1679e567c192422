import { everyone, type Game } from './game.ts'

/** A joint cost split in proportion to what each would pay alone. */
export const proportional = (alone: readonly number[], joint: number): number[] => {
  const sum = alone.reduce((a, b) => a + b, 0)
  return alone.map((cost) => (sum === 0 ? joint / alone.length : (joint * cost) / sum))
}

/** The same charge to each. */
export const equalCharge = (alone: readonly number[], joint: number): number[] =>
  alone.map(() => joint / alone.length)

/** The same saving to each on what it would pay alone. */
export const equalSaving = (alone: readonly number[], joint: number): number[] => {
  const saving = (alone.reduce((a, b) => a + b, 0) - joint) / alone.length
  return alone.map((cost) => cost - saving)
}

/** What each player adds to everybody's cost by being there, and the cost that no one adds alone. */
export function separableCosts(cost: Game): { separable: number[]; nonSeparable: number } {
  const all = everyone(cost.players.length)
  const separable = cost.players.map((_, i) => cost.v[all]! - cost.v[all & ~(1 << i)]!)
  return { separable, nonSeparable: cost.v[all]! - separable.reduce((a, b) => a + b, 0) }
}

/**
 * Separable costs, remaining benefits: each pays its separable cost, and the rest is split by what each
 * would still save on acting alone (Ransmeier 1942; Straffin and Heaney 1981). Where nobody has anything
 * left to save, the rest is split equally.
 */
export function separableCostsRemainingBenefits(cost: Game): number[] {
  const { separable, nonSeparable } = separableCosts(cost)
  const remaining = separable.map((part, i) => Math.max(0, cost.v[1 << i]! - part))
  const sum = remaining.reduce((a, b) => a + b, 0)
  return separable.map(
    (part, i) => part + nonSeparable * (sum === 0 ? 1 / separable.length : remaining[i]! / sum),
  )
}

/** Egalitarian non-separable cost: each pays its separable cost and an equal part of the rest. */
export function egalitarianNonSeparable(cost: Game): number[] {
  const { separable, nonSeparable } = separableCosts(cost)
  return separable.map((part) => part + nonSeparable / separable.length)
}
