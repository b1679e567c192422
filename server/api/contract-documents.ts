import { z } from 'zod'
import { evaluateRequest } from './contract-scenarios.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const LONGEST_LINK = 8000
const words = z.string().min(1).max(4000)
const listed = z
  .union([words, z.array(z.string().min(1).max(60)).min(1).max(500)])
  .transform((value) => (Array.isArray(value) ? value.join(',') : value))

/** What the place's figures are asked by: as the parameters of /control, lists as lists or parted by commas. */
const place = {
  places: listed.optional(),
  year: words.optional(),
  scope: listed.optional(),
  fill: words.optional(),
  prices: words.optional(),
  rules: words.optional(),
  definition: words.optional(),
  named: words.optional(),
}
export const PLACE_KEYS = Object.keys(place) as (keyof typeof place)[]

const around = {
  count: z.string().min(1).max(100).optional().meta({
    description: 'Id or hash of the count whose figures of the place stand in it; default the one served',
  }),
  name: z.string().trim().min(1).max(200).optional().meta({ description: 'Name the scenario is kept under' }),
  version: z.int().min(1).max(1e9).optional().meta({ description: 'Version kept, of that name' }),
  preset: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Id of the preset it was made from, for what was published and what was assumed' }),
  link: z
    .string()
    .max(LONGEST_LINK)
    .regex(
      /^(\/(?!\/)|https?:\/\/)[\x21-\x7e]*$/,
      'must be an address that begins with /, http:// or https://',
    )
    .optional()
    .meta({ description: 'Address that opens the view; one that begins with / is of this server' }),
}

/** A document asked for: the scenario, what the reader knows of it, and the place whose figures stand in it. */
export const documentRequest = z.strictObject({ document: z.unknown(), ...around, ...place })

/** The same, with the scenario's own form, for the description of the API. */
export const documentRequestDescribed = z.strictObject({ document: evaluateRequest, ...around, ...place })

export type DocumentRequest = z.output<typeof documentRequest>
