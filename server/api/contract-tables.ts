import { z } from 'zod'

const text = z.string()
const maybe = z.number().nullable()

/** The published tables a scenario is written from; money in pounds of the price year beside it. */
export const tablesReply = z.object({
  unitCosts: z.array(
    z.object({
      code: text,
      item: text,
      per: text,
      fiscal: z.number(),
      priceYear: text,
      economic: maybe,
      social: maybe,
      confidence: z.enum(['high', 'medium', 'low']),
      source: text,
      split: z.array(z.object({ agency: text, amount: z.number(), transfer: z.boolean() })),
    }),
  ),
  schedules: z.array(
    z.object({
      id: text,
      steps: z.array(z.object({ fromYear: z.int(), rate: z.number() })),
      asAt: text.nullable(),
      source: text.nullable(),
    }),
  ),
  deflators: z.array(
    z.object({ id: text, years: z.array(text), forecastFrom: text.nullable(), source: text.nullable() }),
  ),
  projectTypes: z.array(text),
  gradeBias: z.object({
    verified: z.boolean().meta({ description: 'Whether the published table has been read' }),
    grades: z.array(z.object({ grade: z.int(), costs: z.number(), benefits: z.number() })),
  }),
  sources: z.array(
    z.object({ id: text, title: text, publisher: text, date: text, address: text, read: text }),
  ),
})

export type TablesReply = z.infer<typeof tablesReply>
export type UnitCost = TablesReply['unitCosts'][number]
