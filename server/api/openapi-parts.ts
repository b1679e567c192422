import { z } from 'zod'
import { problemReply } from './contract.ts'

/** Id of an intake, a job or what is saved. */
export const id = z.string().regex(/^[a-z0-9]{12}$/)

export const binary = z.string().meta({ format: 'binary' })

/** A reply as JSON. */
export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A reply that says why not. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemReply } },
})
