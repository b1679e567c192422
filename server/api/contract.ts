import { z } from 'zod'
import { amendmentSummary } from './contract-counts.ts'

const text = z.string()
const pounds = z.int().meta({ description: 'Pounds' })
const amount = z.number().meta({ description: 'Pounds; whole in cash, unrounded in real terms' })
const share = z.number().nullable().meta({
  description: '0 to 1; null where a part is negative or the whole is not positive',
})

export const problemReply = z.object({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  errors: z.array(z.object({ where: text, message: text, value: z.unknown().optional() })),
})

const countName = z.object({ id: text, hash: text })

export const healthReply = z.object({
  status: z.literal('ready'),
  count: countName,
  versions: z.object({ software: text, node: text, duckdb: text }),
})

const column = z.object({
  name: text,
  type: z.enum(['string', 'number', 'integer', 'boolean']),
  unit: text.optional(),
  description: text.optional(),
})

export const tableReply = z.object({
  columns: z.array(column),
  rows: z.int(),
  data: z
    .record(text, z.array(z.union([text, z.number(), z.boolean(), z.null()])))
    .meta({ description: 'Values by column; null is missing, never zero' }),
  query: text.meta({ description: 'The file of queries/ that answered' }),
  count: countName,
})

const missing = z.object({
  place: text,
  place_name: text,
  year: text,
  agency: text,
  agency_name: text,
  sector: text,
  what: text,
  why: text,
  source: text,
  budget: z.boolean().meta({ description: 'Whether its budget can stand in for it, with fill=budget' }),
  own: z.boolean().meta({
    description: 'Whether own recorded outturn is counted for it: perhaps a part of what it would say',
  }),
})

const ownReturns = z
  .array(missing)
  .meta({ description: 'Returns not made for which own figures are counted: no part of missing' })

const bridgeLine = z.object({
  label: text,
  amount: z.int(),
  source: text,
  reason: text,
})

export const reconciled = z.object({
  published: z.int(),
  compiled: z.int(),
  difference: z.int(),
  status: z.enum(['equal', 'bridged', 'unexplained']),
  unexplained: z.int(),
  bridge: z.array(bridgeLine),
})

const controlTotal = reconciled.extend({
  id: text,
  kind: text,
  year: text,
  covers: text,
  unit: text,
  source: text,
})

export const definitionReply = z.object({
  id: text,
  name: text,
  classes: z.array(z.int()),
  meaning: text,
})

const test = text.nullable()
const controlRule = z.object({
  position: z.int(),
  id: text,
  sector: test,
  agency: test,
  function: test,
  programme: test,
  economic: test,
  finance: test,
  decides: test,
  holds: test,
  influences: test,
  class: z.int(),
  reason: text,
})

const source = z.object({
  id: text,
  title: text,
  publisher: text,
  year: text,
  licence: text,
  attribution: text,
  url: text,
  retrieved: text,
  file: text,
  sha256: text,
  note: text.nullable(),
})

const edition = z.object({
  year: text,
  used: text.meta({ description: 'source.id of the edition counted' }),
  compared: text.meta({ description: 'source.id of the other, none of it counted' }),
  level: z.enum(['total', 'region', 'department', 'service', 'authority']),
  id: text,
  name: text,
  used_amount: pounds.nullable(),
  compared_amount: pounds.nullable(),
  difference: pounds.nullable(),
  cells: z.int(),
  changed: z.int(),
})

export const countReply = z.object({
  count: countName.extend({ title: text, compiled: text }),
  years: z.array(text),
  financial_years: z.array(
    z.object({
      year: text,
      coverage: z.enum(['full', 'recorded']).meta({
        description: 'recorded: only recorded lines of councils, police and fire, not a full count',
      }),
      note: text.nullable(),
    }),
  ),
  latest: text,
  agencies: z.array(z.object({ id: text, name: text, sector: text, department: text })),
  sectors: z.array(z.object({ id: text, name: text })),
  functions: z.array(z.object({ code: text, name: text, division: text, division_name: text })),
  scope_tags: z.array(z.object({ tag: text, name: text, meaning: text })),
  classes: z.array(z.object({ class: z.int(), name: text, meaning: text })),
  definitions: z.array(definitionReply),
  control_rules: z.array(controlRule),
  sets: z.array(
    z.object({
      id: text,
      name: text,
      kind: text,
      members: z.array(text),
      year: text,
      note: text.nullable(),
      source: text,
    }),
  ),
  sources: z.array(source),
  drivers: z.array(z.object({ driver: text, name: text, source: text })),
  rules: z.array(z.object({ id: text, title: text, reason: text })),
  control_totals: z.array(controlTotal),
  unexplained: z.object({ net: pounds, gross: pounds }),
  missing: z.array(missing),
  editions: z.array(edition).meta({
    description: 'Two editions of one publication for one year, compared and never mixed; largest first',
  }),
  amendments: z.array(amendmentSummary).meta({
    description: 'What was published into the count from files of its readers, in the order it was done',
  }),
  returns_replaced: z.array(z.object({ year: text, lines: z.int(), pounds })).meta({
    description:
      "By year, what was compiled from councils' returns and taken out for what readers put in: control totals of kind return and bridge are from before it",
  }),
  breaks: z.record(text, z.record(text, z.array(z.number()))).meta({
    description: 'By year, then total, head or a definition: where classes 2 to 5 of a map begin',
  }),
  deflator: z
    .object({
      title: text,
      publisher: text,
      published: text,
      address: text,
      note: text,
      years: z.array(text).meta({ description: 'Base years that prices=real: takes, ascending' }),
      forecast_from: text.nullable().meta({ description: 'First year whose index is a forecast' }),
    })
    .meta({ description: 'The deflator of figures in real terms' }),
})

const scopeAsked = {
  scope: z.array(text).meta({ description: 'Tags left out' }),
  fill: z
    .enum(['budget'])
    .nullable()
    .meta({ description: 'What stands in for returns not made; null is nothing' }),
  prices: text.meta({ description: 'cash, or real: and the base year' }),
  deflation: z
    .object({
      base: text,
      title: text,
      publisher: text,
      published: text,
      address: text,
      note: text,
      forecast: z.boolean().meta({ description: 'Whether any index used is a forecast' }),
      index: z.record(text, z.number()),
      factors: z.record(text, z.number()),
    })
    .nullable()
    .meta({ description: 'The deflator of figures in real terms; null for cash' }),
  rules: text.meta({ description: "The reader's own rules of control; empty for none" }),
  years: z.array(text),
  places: z.array(text).nullable().meta({ description: 'As asked; null for everywhere' }),
}

export const placesReply = tableReply.extend({ tier: text })

export const spendReply = tableReply.extend({
  ...scopeAsked,
  total: amount.nullable().meta({
    description: 'Pounds over the filters, in the prices asked for; null where nothing is known',
  }),
  population: z.int().nullable(),
  eliminated: amount.meta({
    description: 'Pounds of transfers left out of the total',
  }),
  control: reconciled.extend({ id: text, covers: text, source: text }).nullable(),
  coverage: z.object({
    recorded: share,
    grades: z.object({ A: share, B: share, C: share, D: share }),
    missing: z.array(missing),
    own_returns: ownReturns,
  }),
  per: z.enum(['total', 'head']),
  question: text.meta({ description: 'The question in words' }),
})

export const controlReply = tableReply.extend({
  ...scopeAsked,
  definition: definitionReply.extend({ rules: text }),
  breaks: z.array(z.number()).meta({
    description: 'Where classes 2 to 5 of a map of the share begin, over all places, everything counted',
  }),
  definitions: z.array(
    definitionReply.extend({ numerator: amount.nullable(), denominator: amount.nullable(), share }),
  ),
  amount_breaks: z.object({ total: z.array(z.number()), head: z.array(z.number()) }).meta({
    description: 'The same of maps of total spending and of spending a head, in the prices asked for',
  }),
  together: z.boolean(),
})

const effect = z.object({
  denominator: amount,
  numerator_before: amount,
  numerator_after: amount,
  share_before: share,
  share_after: share,
  share_change: z.number().nullable(),
  moved: amount.meta({ description: 'Pounds that change class' }),
  into_local: amount.meta({ description: 'Pounds that become local' }),
  out_of_local: amount.meta({ description: 'Pounds that stop being local' }),
})

export const devolutionReply = tableReply.extend({
  ...scopeAsked,
  definition: definitionReply.extend({ rules: text }),
  moves: text.meta({ description: 'What the reader would devolve, as asked' }),
  together: effect.nullable().meta({ description: 'All rows together; null where nothing is known' }),
  between: z
    .array(z.object({ from: z.int(), to: z.int(), amount }))
    .meta({ description: 'Pounds that move, by class before and after' }),
})

export const changeReply = tableReply.extend({
  ...scopeAsked,
  by: text,
  from: text,
  definition: definitionReply.extend({ rules: text }),
  together: z.object({
    before: amount.nullable(),
    after: amount.nullable(),
    change: amount.nullable(),
    ratio: z.number().nullable(),
    persons_before: z.int().nullable(),
    persons_after: z.int().nullable(),
  }),
  notes: z
    .array(z.object({ year: text, note: text }))
    .meta({ description: 'What stands in for a source that one of the years lacks' }),
  missing: z.array(missing),
  own_returns: ownReturns,
  breaks: z.record(text, z.array(z.number())).meta({
    description:
      'Where classes of a map of change begin, symmetric about nothing, whichever two years are asked for',
  }),
})

export const chainReply = tableReply.extend({
  ...scopeAsked,
  total: pounds,
  eliminated: pounds.meta({ description: 'Pounds of transfers left out of the total' }),
  missing: z.array(missing),
  own_returns: ownReturns,
})

export const linesReply = tableReply.extend({
  ...scopeAsked,
  total: pounds.nullable(),
  matched: z.int(),
  limit: z.int(),
  offset: z.int(),
  next: text.nullable().meta({ description: 'Address of the next page' }),
})

const standing = z
  .object({ rank: z.int().nullable(), of: z.int(), quartile: z.int().nullable() })
  .meta({ description: 'Rank 1 is the highest, quartile 4 the highest quarter; null where not known' })

export const publishedReply = tableReply.extend({
  places: z.array(text).nullable().meta({ description: 'As asked; null for every published count' }),
})

export const comparatorsReply = tableReply.extend({
  ...scopeAsked,
  definition: definitionReply.extend({ rules: text }),
  features: z.array(text).meta({ description: 'What the places are compared by' }),
  group: z
    .object({ kind: text, size: z.int() })
    .meta({ description: 'What the place is compared within; z-scores are over all of it' }),
  standing: z.object({
    among: text,
    incomplete: z.int().meta({ description: 'Of them, places with a return not made' }),
    total: standing,
    head: standing,
    share: standing,
  }),
  left_out: z
    .array(z.object({ place: text, place_name: text, features: z.array(text) }))
    .meta({ description: 'Places not compared, and the features that are not known of them' }),
})

export const outlinesReply = z.looseObject({ type: z.literal('Topology') }).meta({ description: 'TopoJSON' })

export type Problem = z.infer<typeof problemReply>
export type HealthReply = z.infer<typeof healthReply>
export type Column = z.infer<typeof column>
export type TableReply = z.infer<typeof tableReply>
export type CountReply = z.infer<typeof countReply>
export type PlacesReply = z.infer<typeof placesReply>
export type SpendReply = z.infer<typeof spendReply>
export type ControlReply = z.infer<typeof controlReply>
export type DevolutionReply = z.infer<typeof devolutionReply>
export type ChangeReply = z.infer<typeof changeReply>
export type ChainReply = z.infer<typeof chainReply>
export type LinesReply = z.infer<typeof linesReply>
export type MissingReturn = z.infer<typeof missing>
export type ControlTotal = z.infer<typeof controlTotal>
export type ControlRule = z.infer<typeof controlRule>
export type DefinitionReply = z.infer<typeof definitionReply>
export type SourceReply = z.infer<typeof source>
export type PublishedReply = z.infer<typeof publishedReply>
export type ComparatorsReply = z.infer<typeof comparatorsReply>
export type Edition = z.infer<typeof edition>
