import type { Request } from 'express'
import { TooLarge } from '../intake/receive.ts'
import { Refusal } from './problem.ts'

/**
 * Looks whether a file is sent as it is.
 * @throws Refusal 415 where it is not; TooLarge where it says it is larger than is taken
 */
export function rawBody(request: Request, megabytes?: number): void {
  if (
    request.is('application/octet-stream') !== 'application/octet-stream' ||
    request.headers['content-encoding']
  )
    throw new Refusal(415, 'A file is sent as it is, with Content-Type application/octet-stream.')
  if (megabytes !== undefined && Number(request.headers['content-length'] ?? 0) > megabytes * 2 ** 20)
    throw new TooLarge(megabytes)
}
