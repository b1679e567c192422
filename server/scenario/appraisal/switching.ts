import { bisect, ratio } from './indicators.ts'

/** How far all benefits may fall, and all costs rise, before net present value is nothing. */
export const breakEven = (
  pvBenefit: number,
  pvCost: number,
): { benefitsFall: number | null; costsRise: number | null } => {
  const kept = ratio(pvCost, pvBenefit)
  const covered = ratio(pvBenefit, pvCost)
  return {
    benefitsFall: kept === null ? null : 1 - kept,
    costsRise: covered === null ? null : covered - 1,
  }
}

/**
 * Value of an input at which net present value is nothing, where it is linear in the input.
 *
 * @returns null where the input does not move net present value.
 */
export const switchingValue = (value: number, npv: number, slope: number): number | null =>
  slope === 0 ? null : value - npv / slope

/** The same for any continuous input, by bisection; null where no value between the bounds does it. */
export const switchingValueBetween = (
  npvAt: (value: number) => number,
  low: number,
  high: number,
): number | null => bisect(npvAt, low, high)
