import type { Response } from 'express'
import type { Fault } from '../scenario/document/fault.ts'

/** Answers with a problem document (RFC 9457) that names every fault at once. */
export function refuse(
  response: Response,
  status: number,
  title: string,
  detail: string,
  errors: readonly Fault[],
): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, errors }))
}
