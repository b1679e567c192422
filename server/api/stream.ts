import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { QueryError } from '../engine/engine.ts'
import type { TableReply } from './contract.ts'
import { arrowPieces, csvPieces, slices } from './in-pieces.ts'

async function* all(
  first: TableReply,
  rest: Iterable<TableReply> | AsyncIterable<TableReply>,
): AsyncGenerator<TableReply> {
  yield* slices(first)
  yield* rest
}

const hungUp = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE' ||
  (error instanceof QueryError && error.failure === 'aborted')

/** Sends a long table page by page, in the memory of a page; a fault on the way cuts the connection. */
export async function stream(
  response: Response,
  format: 'csv' | 'arrow',
  first: TableReply,
  rest: Iterable<TableReply> | AsyncIterable<TableReply> = [],
): Promise<void> {
  const pieces = (format === 'csv' ? csvPieces : arrowPieces)(all(first, rest))
  try {
    await pipeline(Readable.from(pieces), response)
  } catch (error) {
    if (!hungUp(error)) throw error
  }
}
