import { PackageError } from '../count/read.ts'
import { TooLarge } from '../intake/receive.ts'
import { Outdated } from '../shelf/kept.ts'
import { Busy, InUse, NotKept } from '../shelf/refused.ts'
import { diskRefusal } from './disk-refusal.ts'
import { Refusal } from './problem.ts'

/** What of the counts kept a reader can act on, as a refusal; anything else as it is. */
export function countsRefusal(error: unknown): unknown {
  if (error instanceof PackageError) {
    const faults = error.faults.map((message) => ({ where: 'package', message }))
    const many = faults.length === 1 ? 'One thing is' : `${faults.length} things are`
    return new Refusal(422, `This is no count that can be opened: ${many} wrong with it.`, faults)
  }
  if (error instanceof NotKept)
    return new Refusal(404, error.message, [{ where: 'hash', message: error.message }])
  if (error instanceof InUse || error instanceof Outdated || error instanceof Busy)
    return new Refusal(409, error.message, [{ where: 'hash', message: error.message }])
  if (error instanceof TooLarge)
    return new Refusal(413, error.message, [{ where: 'package', message: error.message }])
  return diskRefusal(error) ?? error
}
