import { z } from 'zod'
import { RULES } from '../scenario/sharing/rules.ts'
import { problemReply } from './contract.ts'
import { checkResult } from './contract-intake.ts'
import { publishResult } from './contract-publish.ts'

export const MOST_DRAWS = 5_000_000
/** Numbers a simulation holds: a draw for the programme and for each partner, 8 bytes each. */
export const MOST_NUMBERS = 30_000_000
const MOST_SEED = 4_294_967_295

/** A simulation of a scenario document; draws and seed, where given, stand in for the document's. */
export const jobRequest = z.strictObject({
  kind: z.literal('simulation'),
  scenario: z.looseObject({}),
  draws: z.int().min(1).max(MOST_DRAWS).optional(),
  seed: z.int().min(0).max(MOST_SEED).optional(),
})

const number = z.number()
const spread = z.object({
  mean: number,
  sd: number,
  percentiles: z.object({
    p5: number,
    p10: number,
    p25: number,
    p50: number,
    p75: number,
    p90: number,
    p95: number,
  }),
  /** Share of draws below nothing. */
  probabilityOfLoss: number,
})

/** Net present values in pounds of the price base, over all draws. */
export const simulationReply = z.object({
  rule: z.enum(RULES),
  seed: z.int(),
  draws: z.int(),
  programme: spread,
  partners: z.record(z.string(), spread),
})

export const jobReply = z.object({
  id: z.string(),
  kind: z.literal('simulation'),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int(),
  result: simulationReply.nullable(),
  problem: problemReply.nullable(),
})

/** A check of an intake: its steps, and what it came to. */
export const checkJobReply = jobReply.extend({ kind: z.literal('check'), result: checkResult.nullable() })
/** A publication of an intake: its steps, and the count it came to. */
export const publishJobReply = jobReply.extend({
  kind: z.literal('publish'),
  result: publishResult.nullable(),
})
export const anyJobReply = z.discriminatedUnion('kind', [jobReply, checkJobReply, publishJobReply])

export type SimulationReply = z.infer<typeof simulationReply>
export type AnyJobReply = z.infer<typeof anyJobReply>
