import { z } from 'zod'
import {
  benefitBias,
  id,
  LONGEST_HORIZON,
  label,
  money,
  note,
  priceYear,
  provenance,
  share,
  yearly,
} from './parts.ts'

const reached = {
  population: z.int('must be a whole number of people').min(0).max(1e8),
  prevalence: share,
  engagement: share,
}

/** How many achieve an outcome because of the programme, or a total given outright. */
export const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('chain'),
    ...reached,
    success: share,
    /** Share of successes that would have happened anyway. */
    deadweight: share,
  }),
  z.strictObject({
    kind: z.literal('percentagePoints'),
    ...reached,
    /** Share achieving the outcome with the programme, and without it. */
    with: share,
    without: share,
  }),
  /** The value is what falls over the whole horizon before discounting. */
  z.strictObject({ kind: z.literal('total') }),
])

export const ramp = z.union([z.enum(['low', 'mid', 'high']), yearly(share)])

export const outcome = z.strictObject({
  id,
  name: label,
  effect,
  value: z.strictObject({
    /** Pounds to public bodies for each outcome a year, or in all where the effect is a total. */
    fiscal: money,
    economic: money.optional(),
    social: money.optional(),
    priceYear,
    code: note.optional(),
  }),
  /** Whose money the fiscal value is; shares add to one. */
  split: z
    .array(
      z.strictObject({
        partner: id,
        share,
        /** Part of it that can be taken out of a budget. */
        cashable: share,
        /** A saved transfer payment, such as a benefit: out of the economic case. */
        transfer: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(30),
  /** Whole years before the first benefit. */
  lag: z.int().min(0).max(LONGEST_HORIZON),
  ramp,
  /** Yearly fall in the effect after a year. */
  dropOff: z.strictObject({ rate: share, from: z.int().min(0).max(LONGEST_HORIZON) }).optional(),
  persistence: yearly(share).optional(),
  optimismBias: benefitBias,
  provenance: provenance.optional(),
})
