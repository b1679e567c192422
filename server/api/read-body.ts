import type { z } from 'zod'
import { type Fault, faultsOfForm } from '../scenario/document/fault.ts'
import { Refusal } from './problem.ts'

const DEEPEST = 64

/** Whether a value nests no deeper than a document ever does. */
export function shallow(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return true
}

/**
 * Reads a body of a known form.
 * @param further faults the form cannot tell
 * @throws Refusal 422 naming every fault by its path
 */
export function readBody<S extends z.ZodType>(
  schema: S,
  body: unknown,
  further: (body: unknown) => Fault[] = () => [],
): z.output<S> {
  if (!shallow(body))
    throw new Refusal(422, 'The body is nested too deeply.', [
      { where: 'body', message: `nests deeper than ${DEEPEST}` },
    ])
  const parsed = schema.safeParse(body)
  const faults = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOfForm(issue, body))
  faults.push(...further(body))
  if (faults.length === 0 && parsed.success) return parsed.data
  throw new Refusal(
    422,
    faults.length === 1 ? 'One thing is wrong with it.' : `${faults.length} things are wrong with it.`,
    faults.map((fault) => ({ ...fault, where: fault.where || 'body' })),
  )
}
