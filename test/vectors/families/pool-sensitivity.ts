import { type Programme, totals } from '../../../server/scenario/sharing/programme.ts'
import {
  type DiscountSchedule,
  discountFactors,
  flatRate,
  presentValue,
} from '../../../server/scenario/value/discounting.ts'
import { delayed } from '../../../server/scenario/value/profiles.ts'

const words = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A sensitivity described in words: a rate, changes to benefits and costs, a delay inside the window. */
export function sensitivity(programme: Programme, planned: DiscountSchedule, text: string): number {
  const sum = totals(programme)
  const rate = /rate\s+(\d+(?:\.\d+)?)\s*%/i.exec(text)
  const schedule = /undiscounted/i.test(text) ? flatRate(0) : rate ? flatRate(Number(rate[1]) / 100) : planned
  const change = (what: string) =>
    1 + Number(new RegExp(`${what}\\s*([+-]\\d+(?:\\.\\d+)?)\\s*%`, 'i').exec(text)?.[1] ?? 0) / 100
  const late = /delayed\s+(?:by\s+)?(\w+)\s+year/i.exec(text)?.[1]
  const lag = late === undefined ? 0 : Math.max(words.indexOf(late.toLowerCase()), Number(late) || 0)
  if (!rate && lag === 0 && !/undiscounted|[+-]\d/i.test(text))
    throw new Error(`cannot read the case "${text}"`)
  const factors = discountFactors(schedule, programme.factors.length)
  const benefit = delayed(sum.benefitByYear, lag)
  return (
    change('benefits?') * presentValue(benefit, factors) -
    change('costs?') * presentValue(sum.costByYear, factors)
  )
}
