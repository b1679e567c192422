import type { MissingReturn, SourceReply } from '../api/contract.ts'

/** What an export says of itself beside its table: the same for the same question of the same count. */
export interface About {
  /** The question in words. */
  readonly title: string
  /** What was asked, a line each. */
  readonly facts: readonly (readonly [string, string])[]
  /** Rows of the whole table, of which a reply may hold a part. */
  readonly rows: number
  readonly count: {
    readonly id: string
    readonly hash: string
    readonly title: string
    readonly compiled: string
  }
  readonly software: string
  /** Scheme, host and port the reader asked at; empty where they are not fit to print. */
  readonly origin: string
  /** Path and query of the API, beginning with a slash. */
  readonly address: string
  /** Path and query of the twin that is CSV. */
  readonly csv: string
  /** Path and query that open the view; null where no view shows this table. */
  readonly view: string | null
  readonly missing: readonly MissingReturn[]
  /** Returns not made for which own figures are counted: no part of missing. */
  readonly ownReturns: readonly MissingReturn[]
  readonly sources: readonly SourceReply[]
  readonly classes: readonly { readonly class: number; readonly name: string; readonly meaning: string }[]
  readonly scopeTags: readonly { readonly tag: string; readonly name: string; readonly meaning: string }[]
}
