import { z } from 'zod'
import { normal } from './clean.ts'
import { MEANINGS, type Meaning, NAMED, type Named, UNITS } from './terms.ts'

const text = z.string().max(300)
/** What all amounts of one column are of; read as cells are, so that `values` tells what the texts stand for. */
export const saysSchema = z.strictObject({
  place: text.optional(),
  agency: text.optional(),
  function: text.optional(),
  programme: text.optional(),
  year: text.optional(),
  economic: text.optional(),
  flow: text.optional(),
  phase: text.optional(),
})
export type Says = z.output<typeof saysSchema>

const meant = z.record(text, z.string().min(1).max(120))

/** How the columns of files like these are to be read. Headers are compared as they are, then without case and punctuation. */
export const mappingSchema = z.strictObject({
  columns: z
    .array(z.strictObject({ header: text.min(1), meaning: z.enum(MEANINGS), says: saysSchema.optional() }))
    .max(2000),
  constants: z
    .strictObject({
      place: text.optional(),
      agency: text.optional(),
      function: text.optional(),
      programme: text.optional(),
      year: text.optional(),
      economic: z.enum(['current', 'capital', 'transfer_to_people']).optional(),
      flow: z.enum(['own', 'transfer_in', 'transfer_out']).optional(),
      phase: z.enum(['outturn', 'budget']).optional(),
    })
    .default({}),
  /** Where no column says where: the one place in which the count has the agency of each row. */
  placeOf: z.literal('agency').optional(),
  /** Unit of the amounts. */
  unit: z.enum(Object.keys(UNITS) as [keyof typeof UNITS]).default('pounds'),
  /** -1 where spending is written as less than nought. */
  sign: z.union([z.literal(1), z.literal(-1)]).default(1),
  /** What texts of a column stand for: place codes, agency ids, function codes, financial years. */
  values: z.partialRecord(z.enum(NAMED), meant).default({}),
  /** Order of day and month; told from the dates where not given. */
  dates: z.enum(['day-month', 'month-day']).optional(),
  /** Mark of decimals; told from the amounts where not given. */
  decimals: z.enum(['point', 'comma']).optional(),
})

export type Mapping = z.output<typeof mappingSchema>

/** Most columns that may be joined into what a line is for. */
export const MOST_PROGRAMMES = 3

/** Most columns of one table that may hold amounts. */
export const MOST_AMOUNTS = 500

/** The column of a mapping that a header names: one of that very text, else the first that is it but for case and punctuation. */
export function namedIn<C extends { readonly header: string }>(
  columns: readonly C[],
): (header: string) => C | undefined {
  const exact = new Map(columns.map((column) => [column.header, column]))
  const alike = new Map(columns.toReversed().map((column) => [normal(column.header), column]))
  return (header) => exact.get(header) ?? alike.get(normal(header))
}

/** Meanings of a table's columns, in their order. */
export function meaningsOf(headers: readonly string[], { columns }: Mapping): Meaning[] {
  const named = namedIn(columns)
  return headers.map((header) => named(header)?.meaning ?? 'ignore')
}

/** What each of a table's columns says of its amounts, in their order. */
export function saysOf(headers: readonly string[], { columns }: Mapping): (Says | undefined)[] {
  const named = namedIn(columns)
  return headers.map((header) => named(header)?.says)
}

/** What a text stands for by the mapping, looked up without case and punctuation. */
export function valuesOf({ values }: Mapping): (meaning: Named, text: string) => string | undefined {
  const maps = new Map(
    Object.entries(values).map(([meaning, map]) => [
      meaning,
      new Map(Object.entries(map).map(([from, to]) => [normal(from), to])),
    ]),
  )
  return (meaning, given) => maps.get(meaning)?.get(given)
}
