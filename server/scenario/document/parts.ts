import { z } from 'zod'

export const LONGEST_HORIZON = 200

export const share = z.number().min(0, 'must be between 0 and 1').max(1, 'must be between 0 and 1')
/** Pounds that no public budget holds; sums of this order are still settled to the penny. */
export const BEYOND_BUDGETS = 1e12
const beyond = 'is beyond any public budget'
export const money = z.number().min(-BEYOND_BUDGETS, beyond).max(BEYOND_BUDGETS, beyond)
export const cost = z.number().min(0, 'must not be negative').max(BEYOND_BUDGETS, beyond)
export const priceYear = z.string().regex(/^\d{4}-\d{2}$/, 'must be a financial year such as 2024-25')
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/, 'must be 1 to 63 letters, digits, spaces, dots or hyphens')
  .refine((text) => !(text in Object.prototype) && text !== 'prototype', 'is a reserved word')
export const label = z.string().min(1).max(200)
export const note = z.string().max(2000)
export const yearly = <T extends z.ZodType>(amount: T) => z.array(amount).min(1).max(LONGEST_HORIZON)

/** Where a figure comes from, and whether anybody published it. */
export const provenance = z.strictObject({
  status: z.enum(['published', 'derived', 'illustrative', 'unverified']),
  source: note.optional(),
  note: note.optional(),
})

export const partner = z.strictObject({
  id,
  name: label,
  /** Last year, from 0, in which the body exists; its part then passes to `successor`. */
  lastYear: z.int().min(0).max(LONGEST_HORIZON).optional(),
  successor: id.optional(),
})

export const costBias = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('share'), share: z.number().min(0).max(3) }),
  z.strictObject({
    kind: z.literal('project'),
    mix: z
      .array(z.strictObject({ type: label, share }))
      .min(1)
      .max(10),
    mitigation: share,
  }),
  z.strictObject({ kind: z.literal('grade'), grades: z.array(z.int().min(1).max(6)).min(1).max(10) }),
])

export const benefitBias = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('share'), share }),
  z.strictObject({ kind: z.literal('grade'), grades: z.array(z.int().min(1).max(6)).min(1).max(10) }),
])

export const investment = z.strictObject({
  id,
  name: label,
  kind: z.enum(['capital', 'revenue', 'inKind']),
  /** Pounds by year from year 0. */
  amounts: yearly(cost),
  priceYear,
  optimismBias: costBias,
  /** Borne by one partner instead of the pot. */
  borneBy: id.optional(),
  /** A payment that moves money without using resources, such as redundancy: out of the economic case. */
  transfer: z.boolean().optional(),
  provenance: provenance.optional(),
})
