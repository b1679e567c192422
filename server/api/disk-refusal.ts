import { QueryError } from '../engine/engine.ts'
import { Refusal } from './problem.ts'

const FULL = 'The disk is full: there is no room for this file. Nothing was changed.'
const CLOSED = 'This server cannot write to its disk. Nothing was changed.'
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const NO_WRITING = new Set(['EROFS', 'EACCES', 'EPERM'])

/** A disk that is full or cannot be written, as a refusal; undefined where the error is another. */
export function diskRefusal(error: unknown): Refusal | undefined {
  const { code } = (error ?? {}) as { code?: string }
  const told = error instanceof QueryError ? String(error.cause) : code ? '' : String(error)
  if (NO_ROOM.has(code ?? '') || /no space left|disk quota|file too large/i.test(told))
    return new Refusal(507, FULL, [{ where: 'disk', message: FULL }])
  if (NO_WRITING.has(code ?? '') || /read-only file system|permission denied/i.test(told))
    return new Refusal(503, CLOSED, [{ where: 'disk', message: CLOSED }], { 'Retry-After': '60' })
  return undefined
}
