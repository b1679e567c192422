import { ApiError } from '../../api.ts'

/** What went wrong, in the server's own words where it said any. */
export const said = (error: unknown, otherwise: string): string =>
  error instanceof ApiError
    ? [error.message, ...error.faults.filter((fault) => fault !== error.message)].join(' ')
    : otherwise
