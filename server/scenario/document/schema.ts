import { z } from 'zod'
import { RULES } from '../sharing/rules.ts'
import { outcome } from './outcome.ts'
import { id, investment, LONGEST_HORIZON, label, note, partner, priceYear } from './parts.ts'
import { pot } from './pot.ts'
import { coalition, range, uncertainty } from './uncertainty.ts'

export const VERSION = 2

/**
 * A scenario: who pools what, to do what, for what return, and how the return is shared. Money is in
 * pounds of the price year beside it; years are counted from 0, which is undiscounted.
 */
export const scenarioSchema = z.strictObject({
  version: z.literal(VERSION),
  id: id.optional(),
  name: label,
  summary: note.optional(),
  places: z.array(z.string().min(1).max(60)).max(500).default([]),
  partners: z.array(partner).min(1).max(30),
  horizon: z.int().min(1, 'must be at least one year').max(LONGEST_HORIZON),
  priceBase: priceYear,
  deflator: z.string().min(1).max(60).default('gdp'),
  discounting: z.union([
    z.strictObject({ schedule: z.string().min(1).max(60) }),
    z.strictObject({ rate: z.number().min(-0.5, 'must be above -50%').max(1, 'must be at most 100%') }),
  ]),
  pot,
  investment: z.array(investment).max(200),
  outcomes: z.array(outcome).max(200),
  sharing: z.strictObject({
    rule: z.enum(RULES),
    /** Rule for a programme that makes a loss; `asGain` keeps the rule. */
    lossRule: z.enum(['asGain', 'liesWhereItFalls', 'byContribution', 'equalSplit']).default('asGain'),
    /** What counts as benefit to be shared. */
    basis: z.enum(['cashable', 'gross']).default('cashable'),
    /** Each partner's part of the gain for the rule byHand, as parts of their sum; nothing where not named. */
    shares: z.record(id, z.number().min(-100).max(100)).optional(),
    /** Whether contributions in kind count as cost in the financial case. */
    countInKind: z.boolean().default(false),
  }),
  coalition: coalition.optional(),
  ranges: z.array(range).max(200).default([]),
  uncertainty: uncertainty.optional(),
})

export type Scenario = z.infer<typeof scenarioSchema>
export type ScenarioInput = z.input<typeof scenarioSchema>
