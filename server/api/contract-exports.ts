import { z } from 'zod'

const LONGEST_LINK = 8000

/** What is posted for a file of a scenario: the document, and what the file is to say of itself. */
export const exportRequest = z.strictObject({
  /** A scenario document of any version. */
  scenario: z.looseObject({}),
  /** Name of the file, without its extension; the scenario's own if not said. */
  name: z.string().min(1).max(200).optional(),
  /** Name of the saved version of the scenario. */
  version: z.string().min(1).max(200).optional(),
  /** Address that opens the scenario again. */
  link: z
    .string()
    .max(LONGEST_LINK)
    .regex(/^(https?:\/\/|\/(?!\/))[!-~]*$/, 'must be an address, or a path of this server')
    .optional(),
  /** The count of spending that the scenario was drawn up beside. */
  count: z.strictObject({ id: z.string().min(1).max(100), hash: z.string().min(1).max(128) }).optional(),
})
