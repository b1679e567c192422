import { z } from 'zod'
import { cost, id, label, note, share, yearly } from './parts.ts'
import { terms } from './terms.ts'

const whose = { partner: id, note: note.optional() }

export const contribution = z.discriminatedUnion('kind', [
  /** A share of what fixed contributions leave of the cost. */
  z.strictObject({ kind: z.literal('share'), ...whose, share }),
  /** Pounds by year. */
  z.strictObject({ kind: z.literal('amounts'), ...whose, amounts: yearly(cost) }),
  /** A share of a line of the count, whose yearly amount is given in pounds. */
  z.strictObject({
    kind: z.literal('line'),
    ...whose,
    line: z.strictObject({
      id: label,
      amount: cost,
      /** What it is in words, for papers; its id stands where there are none. */
      name: label.optional(),
    }),
    amounts: yearly(cost),
  }),
])

export const pot = z.strictObject({
  /** Body that holds the money, a partner or not. */
  holder: label.optional(),
  opening: cost.default(0),
  contributions: z.array(contribution).min(1).max(60),
  /** Other money in, by year. */
  receipts: yearly(cost).optional(),
  /** Part of each year's cashable benefit paid into the pot the year after. */
  recycled: share.default(0),
  /** What other pots take from the same lines of the count, pounds a year. */
  otherClaims: z
    .array(z.strictObject({ line: label, pot: label, amount: cost }))
    .max(100)
    .default([]),
  /** Published mechanisms the partners have adopted. */
  terms: z.array(terms).max(20).default([]),
  /** Partners who pay part of another's contribution. */
  passedOn: z
    .array(z.strictObject({ from: id, to: id, share }))
    .max(100)
    .default([]),
})
