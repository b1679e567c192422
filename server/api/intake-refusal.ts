import { QueryError } from '../engine/engine.ts'
import { BadMapping, NotNow } from '../intake/intakes.ts'
import { TooLarge } from '../intake/receive.ts'
import { Unreadable } from '../intake/terms.ts'
import { Unplannable } from '../publish/terms.ts'
import { Outdated } from '../shelf/kept.ts'
import { Refusal } from './problem.ts'

const FULL = 'The disk is full: there is no room for this file. Nothing was changed.'
const CLOSED = 'This server cannot write to its disk. Nothing was changed.'

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
  if (error instanceof Unplannable) return new Refusal(400, error.message, error.faults)
  if (error instanceof Outdated)
    return new Refusal(409, error.message, [{ where: 'digest', message: error.message }])
  const code = (error as { code?: unknown } | null)?.code
  const told = error instanceof QueryError ? String(error.cause) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT' || /no space left|disk quota/i.test(told))
    return new Refusal(507, FULL, [{ where: 'disk', message: FULL }])
  if (
    code === 'EROFS' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    /read-only file system|permission denied/i.test(told)
  )
    return new Refusal(503, CLOSED, [{ where: 'disk', message: CLOSED }], { 'Retry-After': '60' })
  return error
}
