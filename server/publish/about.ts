import type { PublishRequest } from '../api/contract-publish.ts'
import type { Receipt } from '../intake/receipt.ts'
import { receiptHash } from './digest.ts'

/** What an import is called, who it is from and when it was made part of a count. */
export interface About {
  /** Identifier of the import. */
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly note: string
  /** ISO date. */
  readonly made: string
  readonly receipt: string
}

/** The import that a plan of this digest makes on this day. */
export function aboutOf(
  { title, publisher, licence, note, digest }: PublishRequest,
  receipt: Receipt,
  made: string,
): About {
  return {
    id: `own-${digest.slice(0, 8)}`,
    title,
    publisher,
    licence: licence ?? 'Not stated',
    note,
    made,
    receipt: receiptHash(receipt),
  }
}
