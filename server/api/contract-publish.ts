import { z } from 'zod'

const text = z.string()
const plain = text.trim().regex(/^(?:\P{Cc}|[\n\t])*$/u, 'holds a control character')
const said = plain.min(1).max(300)
const maybe = text.nullable()
const whole = z.int()
/** Whole pounds. */
const pounds = z.int()
/** Whole pence as text, as sums may be beyond 2^53. */
const pence = text.regex(/^-?\d+$/)
const grade = z.enum(['A', 'B', 'C', 'D'])
const economic = z.enum(['current', 'capital', 'transfer_to_people'])
const does = z.enum(['replace', 'add', 'leave'])

/** How figures that are known only for a wider place are shared over its places. */
export const placing = z.strictObject({
  /** The wider place: a region or England. */
  place: text,
  agency: text,
  year: text,
  /** A driver of the count, or own. */
  driver: text,
  /** With own: weight by place, none below nought. */
  weights: z.record(text, z.number().nonnegative().max(1e12)).optional(),
  /** How near the driver is to what is spent; without it, D for persons and C for others. */
  grade: z.enum(['B', 'C', 'D']).optional(),
  /** Why this driver; needed with own weights and with grade B. */
  reason: said.optional(),
})

/** What is done with the lines of one place, agency, year and economic class. */
export const decision = z.strictObject({
  place: text,
  agency: text,
  year: text,
  economic,
  /** replace: take the count's lines out; add: put them beside; leave: do not publish these. */
  does,
  /** Whose lines are replaced: the agency's, or the shared-out ones of all agencies of its sector. */
  covers: z.enum(['agency', 'sector']).default('agency'),
  /** Which economic classes are replaced: the same, or all where the file does not tell them apart. */
  classes: z.enum(['same', 'all']).default('same'),
})

/** A total that the lines have to come to, as the reader knows it from elsewhere. */
export const controlTotal = z.strictObject({
  label: said,
  pounds,
  place: text.optional(),
  agency: text.optional(),
  year: text.optional(),
})

/** What the accepted lines of an intake are to become. What is not named is done as is usual. */
export const planRequest = z.strictObject({
  placing: z.array(placing).max(500).default([]),
  /**
   * Where these are recorded: where the count has only shared-out lines, or only a budget in place of a missing
   * return, and where it has recorded ones.
   */
  whereSharedOut: does.default('replace'),
  whereRecorded: does.default('leave'),
  /** Where these are only shared out from a wider place, and the count has shares of its own. */
  whereEstimated: does.default('leave'),
  /**
   * Where these would take out what they may not be the whole of: more than twice it or less than half, or of some
   * districts of a county only.
   */
  whereDoubtful: does.default('leave'),
  decisions: z.array(decision).max(5000).default([]),
  totals: z.array(controlTotal).max(100).default([]),
})

export const publishRequest = z.strictObject({
  plan: planRequest,
  /** The digest of the plan that was looked at: another count or another check since is refused. */
  digest: text,
  /** What the file is, as it will stand among the sources. */
  title: said,
  publisher: said,
  licence: said.optional(),
  note: plain.max(2000).default(''),
  /** Publish although a control total differs: the difference is shown as unexplained. */
  acceptDifferences: z.boolean().default(false),
})

const sum = z.object({ lines: whole, pounds })

export const planReply = z.object({
  intake: text,
  /** The count it would change. */
  count: z.object({ id: text, hash: text }),
  digest: text,
  /** Why it cannot be published as it stands; empty where it can. */
  hindrances: z.array(z.object({ where: text, message: text })),
  /** Place, agency, year and economic class, the largest change first; the first 1000. */
  groups: z.array(
    z.object({
      place: text,
      agency: text,
      year: text,
      economic,
      basis: z.enum(['recorded', 'shared_out']),
      rows: whole,
      pounds,
      /**
       * What the count has for the same: recorded, shared out, shared out to the rest of the sector, and a budget in
       * place of a missing return, which is counted only where a question asks.
       */
      before: z.object({ recorded: sum, sharedOut: sum, sector: sum, budget: sum }),
      /** What it has in other economic classes of the same agency, shared out. */
      otherClasses: sum,
      /** What it has in them of a budget in place of a missing return. */
      otherBudget: sum,
      /** Why it is doubtful that these can take out what the count has; null where it is not. */
      doubt: z.enum(['far', 'districts']).nullable(),
      /** Whether they are left out for that until it is decided. */
      waits: z.boolean(),
      does,
      covers: z.enum(['agency', 'sector']),
      classes: z.enum(['same', 'all']),
      replaced: sum,
      /** Budget in place of a missing return that gives way to recorded outturn: no part of replaced or change. */
      budget: sum,
      /** Pounds the count's total changes by. */
      change: pounds,
      why: text,
      warning: maybe,
    }),
  ),
  groupsInAll: whole,
  /** Figures of wider places: what they are placed by, and who gets what. */
  wide: z.array(
    z.object({
      place: text,
      agency: text,
      year: text,
      rows: whole,
      pounds,
      drivers: z.array(z.object({ driver: text, name: text, grade, year: text })),
      /** null where none is chosen: these are then left out. */
      driver: maybe,
      grade: grade.nullable(),
      note: maybe,
      parts: z.array(z.object({ place: text, weight: z.number(), pounds })),
    }),
  ),
  /** Totals of England by year: own spending counted, before and after. */
  years: z.array(
    z.object({
      year: text,
      /** Whether the count does not have the year yet. */
      fresh: z.boolean(),
      /** null where the count does not have the year. */
      before: pounds.nullable(),
      after: pounds,
      added: sum,
      replaced: sum,
      /** Budgets in place of missing returns that give way: in no total but where a question asks for them. */
      budget: sum,
      /** The same totals with budgets in place of missing returns: after is before, added, less replaced and budget. */
      withBudgets: z.object({ before: pounds.nullable(), after: pounds }),
    }),
  ),
  /** Every accepted penny: published, left, without a place, or budget beside outturn. */
  pence: z.object({ accepted: pence, published: pence, left: pence, notPlaced: pence, aside: pence }),
  /** What is published in whole pounds, and what rounding the whole to pounds added, in pence. */
  pounds,
  rounding: pence,
  totals: z.array(
    z.object({
      label: text,
      expected: pounds,
      found: pounds,
      difference: pounds,
      status: z.enum(['equal', 'unexplained']),
    }),
  ),
})

/** What publishing came to. */
export const publishResult = z.object({
  intake: text,
  count: z.object({ id: text, hash: text, title: text }),
  base: z.object({ id: text, hash: text }),
  years: planReply.shape.years,
})

export type PlanRequest = z.output<typeof planRequest>
export type PublishRequest = z.output<typeof publishRequest>
export type PlanReply = z.infer<typeof planReply>
export type PublishResult = z.infer<typeof publishResult>
