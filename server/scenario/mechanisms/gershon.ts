/** A baseline after what the 2004 rules leave out: transfer payments, delegated schools, police. */
export const gershonBaseline = (budget: number, excluded: readonly number[]): number =>
  budget - excluded.reduce((a, b) => a + b, 0)

/** Targets by year: a rate of a fixed baseline, simple and not compound; half must be cashable. */
export function gershonTargets(
  baseline: number,
  rate: number,
  years: number,
): { target: number[]; cashable: number[] } {
  const target = Array.from({ length: years }, (_, y) => rate * baseline * (y + 1))
  return { target, cashable: target.map((amount) => amount / 2) }
}

export interface EfficiencyStatement {
  baseline: number
  /** Which half must be cashable: of the target, our reading, and not of what was achieved. */
  cashableTest: 'half of the target'
  target: number[]
  minimumCashable: number[]
  achieved: number[]
  meetsTotal: boolean[]
  meetsCashable: boolean[]
}

/**
 * An efficiency statement under "Delivering Efficiency in Local Services" (2004). Gains are cumulative
 * ongoing yearly gains, in pounds.
 */
export function efficiencyStatement(
  baseline: number,
  rate: number,
  gains: readonly { cashable: number; nonCashable: number }[],
): EfficiencyStatement {
  const { target, cashable } = gershonTargets(baseline, rate, gains.length)
  const achieved = gains.map((gain) => gain.cashable + gain.nonCashable)
  return {
    baseline,
    cashableTest: 'half of the target',
    target,
    minimumCashable: cashable,
    achieved,
    meetsTotal: achieved.map((amount, y) => amount >= target[y]! - 1e-6),
    meetsCashable: gains.map((gain, y) => gain.cashable >= cashable[y]! - 1e-6),
  }
}
