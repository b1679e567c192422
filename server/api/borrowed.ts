import type { Response } from 'express'
import type { Count } from '../count/open.ts'
import { PackageError } from '../count/read.ts'
import type { Lending } from '../shelf/lending.ts'
import { notReady, Refusal } from './problem.ts'

/** The count being served, empty until it is open; and others, where there is what lends them. */
export type Shelf = Pick<Lending, 'current'> & Partial<Lending>

/** The count an address names by `count=`; undefined where it names none, or more than one. */
export function countIn(url: string): string | undefined {
  const from = url.indexOf('?')
  const named = from < 0 ? [] : new URLSearchParams(url.slice(from + 1)).getAll('count')
  return named.length === 1 ? named[0] : undefined
}

/**
 * The count a request is about, open until the reply has gone: the one named, or the one served where none is named
 * or none is kept under that name.
 * @throws Refusal 503 where it cannot be opened
 */
export async function borrowed(shelf: Shelf, response: Response, named?: string): Promise<Count> {
  if (!shelf.current) throw notReady()
  if (!shelf.lend) return shelf.current
  const loan =
    (named === undefined ? undefined : await shelf.lend(named).catch(broken)) ?? (await shelf.lend())
  if (!loan) throw notReady()
  if (response.closed) loan.release()
  else response.once('close', loan.release)
  return loan.count
}

function broken(error: unknown): never {
  if (!(error instanceof PackageError)) throw error
  const faults = error.faults.map((message) => ({ where: 'query.count', message }))
  throw new Refusal(503, 'The count named is kept here, and can no longer be opened.', faults)
}
