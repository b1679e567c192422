import { z } from 'zod'
import { cost, id, share, yearly } from './parts.ts'

const reduction = z.number().min(-1).max(1)

/** Published mechanisms that a pot may adopt; money in pounds, reductions and rates as fractions. */
export const terms = z.discriminatedUnion('kind', [
  /** An overspend met by contribution, with caps for some partners. */
  z.strictObject({ kind: z.literal('section75'), overspend: cost, caps: z.record(id, cost).default({}) }),
  z.strictObject({ kind: z.literal('payForPerformance'), pot: cost, planned: share, achieved: reduction }),
  z.strictObject({
    kind: z.literal('justiceReinvestment'),
    demandCost: cost,
    threshold: share,
    cap: share,
    reduction,
  }),
  z.strictObject({
    kind: z.literal('troubledFamilies'),
    maxPerFamily: cost,
    families: z.int().min(0).max(10_000_000),
    deadweight: share,
    attachmentShareByYear: yearly(share),
  }),
  z.strictObject({ kind: z.literal('outcomesFund'), fund: cost, topUpShare: z.number().min(0.001).max(1) }),
  z.strictObject({
    kind: z.literal('gershon'),
    budget: cost,
    excluded: z.array(cost).max(50),
    rate: share,
    gains: z
      .array(z.strictObject({ cashable: cost, nonCashable: cost }))
      .min(1)
      .max(10),
  }),
])
