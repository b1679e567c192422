import { TooLarge } from '../intake/receive.ts'
import { BadMapping, NotNow } from '../intake/refusals.ts'
import { Unreadable } from '../intake/terms.ts'
import { diskRefusal } from './disk-refusal.ts'
import { Refusal } from './problem.ts'

/** What of an intake a reader can act on, as a refusal; anything else as it is. */
export function intakeRefusal(error: unknown): unknown {
  if (error instanceof Unreadable) {
    const where = error.row === null ? 'file' : `file.row.${error.row}`
    return new Refusal(422, error.message, [{ where, message: error.message }], {}, { rule: error.rule })
  }
  if (error instanceof TooLarge)
    return new Refusal(413, error.message, [{ where: 'file', message: error.message }])
  if (error instanceof NotNow)
    return new Refusal(409, error.message, [{ where: error.where, message: error.message }])
  if (error instanceof BadMapping)
    return new Refusal(
      422,
      error.faults.length === 1
        ? 'One thing is wrong with the mapping.'
        : `${error.faults.length} things are wrong with the mapping.`,
      error.faults,
    )
  return diskRefusal(error) ?? error
}
