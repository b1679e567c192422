import { z } from 'zod'
import { id, money, share } from './parts.ts'

const finite = z.number().min(-1e6).max(1e6)

/** What a multiplier is applied to: all benefits, all costs, one outcome or one item of investment. */
export const target = z.union([
  z.enum(['benefits', 'costs']),
  z.strictObject({ outcome: id }),
  z.strictObject({ investment: id }),
])

const of = { id, of: target }

export const variable = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('triangular'), ...of, min: finite, mode: finite, max: finite }),
  z.strictObject({ distribution: z.literal('pert'), ...of, min: finite, mode: finite, max: finite }),
  z.strictObject({ distribution: z.literal('uniform'), ...of, min: finite, max: finite }),
  z.strictObject({ distribution: z.literal('normal'), ...of, mean: finite, sd: z.number().min(0).max(1e6) }),
])

export const uncertainty = z.strictObject({
  variables: z.array(variable).min(1).max(50),
  correlations: z
    .array(z.strictObject({ a: id, b: id, correlation: z.number().min(-1).max(1) }))
    .max(500)
    .default([]),
  seed: z.int().min(0).max(4294967295),
  draws: z.int().min(100).max(200_000),
})

/** Low and high values of one input, for the tornado. */
export const range = z.strictObject({
  outcome: id,
  parameter: z.enum(['population', 'prevalence', 'engagement', 'success', 'deadweight', 'fiscal']),
  low: z.number(),
  high: z.number(),
})

export const coalition = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('coverage'),
    /** Part of the programme's reach each partner brings; adds to one. */
    coverage: z.record(id, share),
    fixedCostShare: share,
    veto: z.array(id).max(30).default([]),
  }),
  z.strictObject({
    kind: z.literal('values'),
    /** Pounds of present value by coalition, names joined by a plus; all together make the programme's. */
    values: z.record(z.string().max(700), money),
    /** What each would get by staying out, in pounds of present value. */
    freeRiding: z.record(id, money).optional(),
  }),
])
