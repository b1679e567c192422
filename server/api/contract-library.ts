import { z } from 'zod'
import { mappingSchema } from '../intake/mapping.ts'
import { KINDS } from '../library/item.ts'
import { presetSchema } from '../parameters/preset.ts'
import { RULES } from '../scenario/sharing/rules.ts'

export const LONGEST_NAME = 120
export const LONGEST_NOTE = 2000
/** Bytes of a document as JSON. */
export const LARGEST_DOCUMENT = 200_000

const text = z.string()
const maybe = z.number().nullable()
const plain = (most: number) =>
  text
    .max(most, `is longer than ${most} characters`)
    .regex(/^(?:\P{Cc}|[\t\n\r])*$/u, 'holds a control character')
    .regex(/^\P{Surrogate}*$/u, 'holds half a character')

const name = plain(LONGEST_NAME).regex(/\S/, 'is empty')
const note = plain(LONGEST_NOTE)
const countName = z.strictObject({ id: text.min(1).max(200), hash: text.regex(/^[0-9a-f]{1,64}$/) })

/** A document of each kind; a scenario may be half done, so that only its being an object is asked. */
export const documents = {
  scenario: z.looseObject({}),
  definition: z.strictObject({
    classes: z.array(z.int().min(1).max(7)).max(7),
    rules: text.max(20_000),
  }),
  /** How files of one kind are read. */
  mapping: mappingSchema,
  set: z.strictObject({ members: z.array(text.min(1).max(60)).max(1000) }),
} as const

const kept = (document: z.ZodType) => ({ note: note.optional(), document, count: countName.optional() })

export const createRequest = (document: z.ZodType) => z.strictObject({ name, ...kept(document) })
export const saveRequest = (document: z.ZodType) =>
  z.strictObject({ base: z.int().min(1), name: name.optional(), ...kept(document) })
export const duplicateRequest = z.strictObject({ name: name.optional() })

const fault = z.object({ where: text, message: text, value: z.unknown().optional() })

/** What a scenario came to when it was saved, in pounds of its price base; faults where it is half done. */
export const savedResult = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('worked out'),
    priceBase: text,
    years: z.int(),
    rule: z.enum(RULES),
    basis: z.enum(['cashable', 'gross']),
    npvGross: z.number(),
    npvCashable: z.number(),
    npvEconomic: z.number(),
    bcrGross: maybe,
    bcrCashable: maybe,
    bcrEconomic: maybe,
    /** By rule that can be used: each partner's net present value. */
    nets: z.partialRecord(z.enum(RULES), z.array(z.object({ partner: text, net: z.number() }))),
  }),
  z.object({ state: z.literal('faults'), faults: z.array(fault) }),
])

const count = z.object({ id: text, hash: text }).nullable()

export const item = z.object({
  id: text,
  kind: z.enum(KINDS),
  name: text,
  note: text,
  version: z.int(),
  versions: z.int(),
  created: text,
  updated: text,
  deleted: z.boolean(),
  places: z.array(text),
  count,
})

const brief = z.object({
  id: text,
  kind: z.enum(KINDS),
  name: text,
  note: text,
  version: z.int(),
  saved: text,
  software: text,
  count,
  result: savedResult.nullable(),
})

export const version = brief.extend({ document: z.looseObject({}) })
export const full = item.extend({ current: version })
export const itemsReply = z.object({ items: z.array(item) })
export const versionsReply = z.object({ items: z.array(brief) })

export const presetsReply = z.object({
  items: z.array(
    z.object({
      id: text,
      name: text,
      summary: text,
      /** Why the claim is disputed; null where it is not. */
      contested: text.nullable(),
      sources: presetSchema.shape.published,
      assumed: z.array(text),
      document: z.looseObject({}),
    }),
  ),
})

export type SavedResult = z.infer<typeof savedResult>
export type LibraryItem = z.infer<typeof item>
export type LibraryVersion = z.infer<typeof version>
export type LibraryFull = z.infer<typeof full>
export type ItemsReply = z.infer<typeof itemsReply>
export type VersionsReply = z.infer<typeof versionsReply>
export type PresetsReply = z.infer<typeof presetsReply>
