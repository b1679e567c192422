import { z } from 'zod'
import { scenarioSchema } from '../scenario/document/schema.ts'
import { MOST_PLAYERS } from '../scenario/games/game.ts'
import { RULES } from '../scenario/sharing/rules.ts'

const amounts = z.array(z.number())
const table = z.array(amounts)
const maybe = z.number().nullable()
const byPartner = z.array(maybe)
const flags = z.array(z.boolean())
const byCoalition = z.record(z.string(), z.number())

/** A scenario document, as it is posted. */
export const evaluateRequest = scenarioSchema

const payback = z.object({ first: maybe, sustained: maybe })

const appraisal = z.object({
  pvCost: z.number(),
  pvBenefit: z.number(),
  npv: z.number(),
  bcr: maybe,
  equivalentAnnual: maybe,
  payback: z.object({ discounted: payback, undiscounted: payback }),
  irr: maybe,
})

const flows = z.object({
  investment: amounts,
  inKind: amounts,
  gross: amounts,
  cashable: amounts,
  transfers: amounts,
  net: amounts,
  cumulative: amounts,
})

const blocking = z.array(z.object({ coalition: z.string(), excess: z.number() }))

const ruleOutcome = z.object({
  rule: z.enum(RULES),
  available: z.literal(true),
  nets: amounts,
  benefitShare: byPartner,
  pvTransfer: amounts,
  transfers: table,
  netFlow: table,
  returnPerPound: byPartner,
  payback: z.object({ discounted: z.array(payback), undiscounted: z.array(payback) }),
  acceptance: z.object({
    betterThanNothing: flags,
    betterThanAlone: flags.nullable(),
    blocking: blocking.nullable(),
    inCore: z.boolean().nullable(),
    betterThanFreeRiding: flags.nullable(),
    betterThanR0: flags,
  }),
  /** Whole pence by partner then year. */
  settlement: z.array(z.array(z.int())),
})

const refusal = z.object({ rule: z.enum(RULES), available: z.literal(false), reason: z.string() })

const ledgerYear = z.object({
  year: z.int(),
  opening: z.number(),
  fixedContributions: z.number(),
  calledContributions: z.number(),
  receipts: z.number(),
  recycled: z.number(),
  spend: z.number(),
  shortfall: z.number(),
  closing: z.number(),
})

const steps = z.object({
  target: z.number(),
  engaged: z.number(),
  successes: z.number(),
  attributable: z.number(),
})

const termsResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('section75'), byPartner: amounts, unmet: z.number() }),
  z.object({ kind: z.literal('payForPerformance'), released: z.number(), retained: z.number() }),
  z.object({ kind: z.literal('justiceReinvestment'), stepped: z.number(), half: z.number() }),
  z.object({
    kind: z.literal('troubledFamilies'),
    attachment: amounts,
    result: amounts,
    maximum: z.number(),
  }),
  z.object({ kind: z.literal('outcomesFund'), total: z.number(), local: z.number() }),
  z.object({
    kind: z.literal('gershon'),
    statement: z.object({
      baseline: z.number(),
      cashableTest: z.literal('half of the target'),
      target: amounts,
      minimumCashable: amounts,
      achieved: amounts,
      meetsTotal: flags,
      meetsCashable: flags,
    }),
  }),
])

const named = { id: z.string(), name: z.string() }

export const evaluateReply = z.object({
  name: z.string(),
  partners: z.array(z.string()),
  years: z.int(),
  priceBase: z.string(),
  schedule: z.string(),
  factors: amounts,
  flows: z.object({ partners: z.record(z.string(), flows), total: flows }),
  ledger: z.array(ledgerYear),
  outcomes: z.array(z.object({ id: z.string(), steps: steps.nullable(), fiscal: amounts, wider: amounts })),
  financial: z.object({ gross: appraisal, cashable: appraisal, leakage: maybe }),
  economic: appraisal,
  sharing: z.object({
    basis: z.enum(['cashable', 'gross']),
    countInKind: z.boolean(),
    rule: z.enum(RULES),
    npv: z.number(),
    pvCost: amounts,
    pvBenefit: amounts,
    rules: z.array(z.union([ruleOutcome, refusal])),
    holding: z
      .object({
        exists: z.boolean(),
        nets: amounts.nullable(),
        spare: z.number(),
        why: z.enum(['loss', 'core', 'freeRiding', 'both']).nullable(),
      })
      .nullable(),
    game: z.object({ v: byCoalition, freeRiding: amounts.nullable() }).nullable(),
  }),
  terms: z.array(termsResult),
  breakEven: z.object({ benefitsFall: maybe, costsRise: maybe }),
  switching: z.array(z.object({ ...named, value: z.number(), switching: maybe, possible: z.boolean() })),
  tornado: z.array(
    z.object({ ...named, low: z.number(), high: z.number(), npvAtLow: z.number(), npvAtHigh: z.number() }),
  ),
  sensitivities: z.array(z.object({ ...named, npv: z.number() })),
  notices: z.array(z.object({ code: z.string(), message: z.string() })),
})

const players = z.union([
  z.int().min(1).max(MOST_PLAYERS),
  z.array(z.string().min(1).max(60)).min(1).max(MOST_PLAYERS),
])
const values = z.record(z.string().max(700), z.number().min(-1e12).max(1e12))

/** A game by what each coalition makes, or by what it costs each to act. */
export const sharingRequest = z.union([
  z.strictObject({ players, v: values }),
  z.strictObject({ players, cost: values }),
])

const solution = {
  shapley: amounts,
  nucleolus: amounts,
  prenucleolus: z.boolean(),
  shapleyInCore: z.boolean(),
  nucleolusInCore: z.boolean(),
  coreEmpty: z.boolean(),
  leastCoreEpsilon: z.number(),
}

const costRule = z.object({ costs: amounts, inCore: z.boolean() })

export const sharingReply = z.union([
  z.object({ players: z.array(z.string()), ...solution }),
  z.object({
    players: z.array(z.string()),
    savings: byCoalition,
    solution: z.object(solution),
    separable: amounts,
    nonSeparable: z.number(),
    rules: z.object({
      shapley: costRule,
      nucleolus: costRule,
      separableCostsRemainingBenefits: costRule,
      egalitarianNonSeparable: costRule,
      proportional: costRule,
    }),
  }),
])

export type EvaluateReply = z.infer<typeof evaluateReply>
export type SharingReply = z.infer<typeof sharingReply>
/** A scenario document before defaults are filled in, as it is written and kept. */
export type ScenarioDocument = z.input<typeof evaluateRequest>
