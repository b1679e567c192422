import { z } from 'zod'

const text = z.string()
const whole = z.int()

/** One published file of one's own in a count. */
export const amendmentSummary = z.object({
  id: text,
  title: text,
  publisher: text,
  /** ISO date. */
  made: text,
  /** Hash of the count it changed. */
  base: text,
  years: z.array(text),
  places: whole,
  added: z.object({ lines: whole, pounds: z.int() }),
  replaced: z.object({ lines: whole, pounds: z.int() }),
  /** Budgets in place of missing returns taken out, no part of replaced. */
  budget: z.object({ lines: whole, pounds: z.int() }),
})

export const keptCount = z.object({
  id: text,
  hash: text,
  title: text,
  compiled: text,
  /** ISO time it was kept; null for the one that ships. */
  made: text.nullable(),
  /** Hash of the count it was made from; null where it came whole. */
  base: text.nullable(),
  shipped: z.boolean(),
  served: z.boolean(),
  bytes: whole,
})

/** The counts that can be served, the newest first, and which is. */
export const countsReply = z.object({
  served: text,
  /** What was served before this one; null where nothing was, or it is gone. */
  before: text.nullable(),
  counts: z.array(keptCount),
  /** Why another count than the one chosen is served. */
  warning: text.optional(),
})

export const servedRequest = z.strictObject({ hash: text })

export type AmendmentSummary = z.infer<typeof amendmentSummary>
export type KeptCount = z.infer<typeof keptCount>
export type CountsReply = z.infer<typeof countsReply>
