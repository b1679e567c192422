import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../root.ts'

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

/** The presets of data/scenarios in order of id; their scenarios are still to be read as documents. */
export function loadPresets(): Preset[] {
  const folder = join(ROOT, 'data/scenarios')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => presetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
