import { z } from 'zod'
import { MOST_RULES, readRules, writeRules } from '../count/classing.ts'
import { FEATURE_NAMES } from '../count/features.ts'
import { canonical } from './definition.ts'
import { CHANGE_BY, DIMENSIONS, FILTERS } from './dimensions.ts'

export const LONGEST = 4000
const MOST_LINES = 1000

const list = (description: string, example?: string) =>
  z
    .string()
    .min(1, 'is empty: leave the parameter out')
    .transform((text) => [...new Set(text.split(','))].sort())
    .meta({
      description: `${description}; comma-separated`,
      ...(example ? { example } : {}),
    })

const whole = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number)

const by = z
  .string()
  .min(1, 'is empty: leave the parameter out for the total')
  .transform((text) => text.split(','))
  .superRefine((names, context) => {
    for (const name of names)
      if (!(DIMENSIONS as readonly string[]).includes(name))
        context.addIssue({
          code: 'custom',
          message: `'${shown(name)}' is not a grouping: use any of ${DIMENSIONS.join(', ')}`,
        })
  })
  .transform((names) => DIMENSIONS.filter((name) => names.includes(name)))
  .meta({
    description: `Groupings, any of ${DIMENSIONS.join(', ')}; absent for the total`,
    example: 'place',
  })

const scope = z
  .string()
  .transform((text) => (text === '' ? [] : [...new Set(text.split(','))].sort()))
  .superRefine((parts, context) => {
    for (const part of parts)
      if (!part.startsWith('-'))
        context.addIssue({
          code: 'custom',
          message: `'${shown(part)}' must begin with a minus: everything is in scope but what is taken off`,
        })
  })
  .transform((parts) => parts.map((part) => part.slice(1)))
  .meta({
    description: 'Parts left out, each with a leading minus; comma-separated',
    example: '-benefits',
  })

const fill = z
  .enum(['budget'], { error: 'must be budget, or be left out' })
  .meta({ description: 'The budget of a council that made no return stands in for it, as an estimate' })

const prices = z
  .string()
  .regex(/^(cash|real:\d{4}-\d{2})$/, 'must be cash, or real: and a base year, as in real:2017-18')
  .meta({
    description: 'cash, or real: and a base year: by GDP deflator, figures not rounded; default cash',
    example: 'real:2017-18',
  })

const cash = z
  .enum(['cash'], { error: 'must be cash: lines are as they were published, in the money of their year' })
  .meta({ description: 'Lines are cash' })

const rules = (description: string) =>
  z
    .string()
    .transform((text, context) => {
      const read = readRules(text)
      if (read) return writeRules(read)
      context.addIssue({
        code: 'custom',
        message: `is not a list of at most ${MOST_RULES} rules, as in rule:education>1;sector:dwp,economic:current>3`,
      })
      return z.NEVER
    })
    .meta({ description, example: 'rule:education>1' })

const anew = rules(
  "The reader's own rules of control, parted by semicolons: tests (rule, sector, agency, function, economic, finance, class), > and the class they give; the first that fits",
)
const name = (description: string) =>
  z
    .string()
    .trim()
    .min(1, 'is empty: leave the parameter out')
    .max(80, 'is longer than 80 characters')
    .regex(/^[^\p{C}]+$/u, 'holds characters that cannot be printed')
    .meta({ description })
const named = name("The reader's own name of the definition, as exports print it")
const called = name("The reader's own name of the places together, as exports print it")

const order = z
  .string()
  .regex(/^-?[a-z][a-z0-9_]{0,40}$/, 'must be a column of the reply, after a minus for descending')
  .meta({ description: 'Column to order by, after a minus for descending; null last', example: '-amount' })

const definition = z.string().transform(canonical).meta({
  description: 'Definition of local control: its id, or the classes it counts, as in classes:1,2,5',
  example: 'local-bodies',
})
const count = z.string().meta({
  description: 'Id or hash of a count kept here; default the one served',
})
const year = list('Financial years; default the latest', '2017-18')
const amendment = z.string().meta({
  description: 'Id of what was published from files of readers, as /count has it; default all',
})
const places = list('GSS codes of places, regions or the country, set:<id>, or not-placed', 'E08000025')

const filters = Object.fromEntries(
  FILTERS.map((name) => [name, list(`Only this ${name}`).optional()]),
) as Record<(typeof FILTERS)[number], z.ZodOptional<ReturnType<typeof list>>>

const asked = {
  year: year.optional(),
  places: places.optional(),
  called: called.optional(),
  scope: scope.optional(),
  fill: fill.optional(),
  prices: prices.optional(),
  rules: anew.optional(),
  count: count.optional(),
}
const oneYear = z.string().meta({ description: 'Financial year; default the latest', example: '2017-18' })
const controlAsked = {
  definition: definition.optional(),
  named: named.optional(),
}

const features = z
  .string()
  .min(1, 'is empty: leave the parameter out')
  .transform((text) => text.split(','))
  .superRefine((names, context) => {
    for (const name of names)
      if (!(FEATURE_NAMES as readonly string[]).includes(name))
        context.addIssue({
          code: 'custom',
          message: `'${shown(name)}' is not a feature: use any of ${FEATURE_NAMES.join(', ')}`,
        })
  })
  .transform((names) => FEATURE_NAMES.filter((name) => names.includes(name)))
  .meta({
    description: `What places are compared by, any of ${FEATURE_NAMES.join(', ')}; default all but employment`,
    example: 'population,older,deprivation',
  })

/** The parameters of every question, as the address carries them and as the server takes them. */
export const QUESTIONS = {
  health: {},
  count: { count: count.optional() },
  places: {
    tier: z
      .string()
      .meta({
        description: 'upper, region, country or set:<id>; default upper',
        example: 'region',
      })
      .optional(),
    order: order.optional(),
    count: count.optional(),
  },
  spend: {
    by: by.optional(),
    order: order.optional(),
    ...asked,
    per: z
      .enum(['total', 'head'], { error: 'must be total or head' })
      .meta({ description: 'GBP, or GBP a person, unrounded; default total' })
      .optional(),
    ...filters,
  },
  control: {
    order: order.optional(),
    ...controlAsked,
    together: z
      .enum(['true', 'false'], { error: 'must be true or false' })
      .transform((text) => text === 'true')
      .meta({ description: 'One row for the places together' })
      .optional(),
    ...asked,
    year: oneYear.optional(),
  },
  devolution: {
    order: order.optional(),
    ...controlAsked,
    moves: rules(
      'What the reader would devolve: rules as in `rules`, read after them, that move lines from one class to another',
    ),
    ...asked,
    year: oneYear.optional(),
  },
  change: {
    order: order.optional(),
    by: z
      .enum(CHANGE_BY, { error: `must be one of ${CHANGE_BY.join(', ')}` })
      .meta({ description: `Grouping, one of ${CHANGE_BY.join(', ')}; default place` })
      .optional(),
    from: z.string().meta({ description: 'Financial year changed from', example: '2013-14' }),
    ...controlAsked,
    ...asked,
    year: oneYear.optional(),
  },
  chain: {
    order: order.optional(),
    year: oneYear.optional(),
    places: places.optional(),
    called: called.optional(),
    scope: scope.optional(),
    fill: fill.optional(),
    count: count.optional(),
  },
  picture: {
    ...controlAsked,
    ...asked,
    year: oneYear.optional(),
  },
  map: {
    measure: z
      .enum(['total', 'head', 'share'], { error: 'must be total, head or share' })
      .meta({ description: 'What colours the map: pounds, pounds a person, or share; default share' })
      .optional(),
    ...controlAsked,
    ...asked,
    year: oneYear.optional(),
  },
  flow: {
    year: oneYear.optional(),
    places: places.optional(),
    scope: scope.optional(),
    fill: fill.optional(),
    count: count.optional(),
  },
  lines: {
    ...asked,
    prices: cash.optional(),
    ...filters,
    decides: list(
      'Only what is decided by these: elected_local, duty, joint, local_board, national, statute',
    ).optional(),
    holds: list('Only what is held by these: elected_local, local_board, national').optional(),
    flow: z
      .enum(['own', 'transfers'], { error: 'must be own or transfers' })
      .meta({
        description: 'Lines counted in totals, or the transfers eliminated; default own',
      })
      .optional(),
    order: z
      .enum(['amount', 'line'], { error: 'must be amount or line' })
      .meta({ description: 'Largest first, or by identifier; default amount' })
      .optional(),
    limit: whole(1, MOST_LINES)
      .meta({
        description: `Lines a page, 1 to ${MOST_LINES}; default 100, and all of them as CSV, Arrow or a workbook`,
      })
      .optional(),
    offset: whole(0, 1e9).meta({ description: 'Lines before the page; default 0' }).optional(),
  },
  outlines: {},
  'unit-costs': {},
  openapi: {},
  amended: {
    amendment: amendment.optional(),
    places: places.optional(),
    order: order.optional(),
    count: count.optional(),
  },
  replaced: {
    amendment: amendment.optional(),
    places: places.optional(),
    order: order.optional(),
    count: count.optional(),
  },
  published: {
    places: places.optional(),
    order: order.optional(),
    count: count.optional(),
  },
  comparators: {
    ...asked,
    year: z
      .string()
      .meta({ description: 'Financial year; default the latest', example: '2017-18' })
      .optional(),
    features: features.optional(),
    n: whole(1, 50).meta({ description: 'How many of the nearest, 1 to 50; default 10' }).optional(),
    ...controlAsked,
  },
} as const satisfies Record<string, z.ZodRawShape>

/** A value as an error shows it: short. */
export const shown = (value: string) => (value.length > 80 ? `${value.slice(0, 80)}...` : value)
