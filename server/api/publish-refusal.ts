import { Unplannable, Unpublishable } from '../publish/terms.ts'
import { countsRefusal } from './counts-refusal.ts'
import { intakeRefusal } from './intake-refusal.ts'
import { Refusal } from './problem.ts'

/** What of planning and publishing a reader can act on, as a refusal; anything else as it is. */
export function publishRefusal(error: unknown): unknown {
  if (error instanceof Unplannable) return new Refusal(400, error.message, error.faults)
  if (error instanceof Unpublishable) return new Refusal(409, error.message, error.faults)
  const told = intakeRefusal(error)
  return told === error ? countsRefusal(error) : told
}
