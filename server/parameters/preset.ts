import { z } from 'zod'

const text = z.string().min(1)

/** A scenario ready to open, with what was published kept apart from what is assumed. */
export const presetSchema = z.strictObject({
  id: text,
  title: text,
  story: text,
  /** Why the claim is disputed, where it is. */
  contested: text.optional(),
  published: z
    .array(
      z.strictObject({
        statement: text,
        amount: z.number(),
        unit: text,
        source: text,
        address: z.string(),
        confidence: z.enum(['high', 'medium', 'low']),
      }),
    )
    .min(1),
  assumed: z.array(text).min(1),
  scenario: z.record(z.string(), z.unknown()),
})

export type Preset = z.infer<typeof presetSchema>
