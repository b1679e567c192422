export const KINDS = ['scenario', 'definition', 'set', 'mapping'] as const
export type Kind = (typeof KINDS)[number]

export interface CountName {
  readonly id: string
  readonly hash: string
}

/** How an item stands: its latest version in brief. Times are ISO. */
export interface Item {
  id: string
  kind: Kind
  name: string
  /** Text beside the latest version; empty for none. */
  note: string
  /** Number of the latest version. */
  version: number
  versions: number
  created: string
  updated: string
  deleted: boolean
  places: string[]
  count: CountName | null
}

export interface VersionBrief {
  id: string
  kind: Kind
  name: string
  note: string
  version: number
  saved: string
  /** Version of the software that saved it. */
  software: string
  count: CountName | null
  /** What it came to when it was saved; null for what is not worked out. */
  result: unknown
}

export interface Version extends VersionBrief {
  document: unknown
}

export interface Full extends Item {
  current: Version
}

/** What is to be kept as one version. */
export interface Draft {
  readonly name: string
  readonly note: string
  readonly document: unknown
  readonly places: readonly string[]
  readonly count: CountName | null
  readonly result: unknown
}
