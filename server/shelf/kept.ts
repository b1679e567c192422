import type { Count } from '../count/open.ts'

/** A count that can be served, as it lies on the disk. */
export interface Kept {
  readonly id: string
  readonly hash: string
  readonly title: string
  /** ISO date. */
  readonly compiled: string
  /** ISO time it was kept; null for the one that ships. */
  readonly made: string | null
  /** Hash of the count it was made from; null where it came whole. */
  readonly base: string | null
  readonly shipped: boolean
  readonly bytes: number
}

/** The counts that can be served: the one that ships and those published or brought since. */
export interface KeptCounts {
  /** Why another count than the one chosen is served; null where it is the one chosen. */
  readonly warning?: string | null
  /** Newest first, the one that ships last. */
  list(): Promise<readonly Kept[]>
  /** Hash of the one served before the present one; null where there is none. */
  before(): Promise<string | null>
  /** Opens a count by id or hash, and keeps it open a while; undefined where there is none. */
  open(ref: string): Promise<Count | undefined>
  /** Folder of its package; undefined where there is none. */
  folder(ref: string): Promise<string | undefined>
  /** An empty folder on the same disk, to build a package in; cleared away if its process dies. */
  scratch(): Promise<string>
  /** Takes a scratch folder away that is not needed. */
  discard(scratch: string): Promise<void>
  /**
   * Checks, opens and keeps the package built in a scratch folder, whole or not at all; the scratch folder
   * is gone either way. It is not served yet. One that is kept already is left as it is.
   * @throws PackageError, or the disk's own error
   */
  adopt(scratch: string, base: string | null): Promise<Kept>
  /**
   * Makes it the count that is asked when a question names none; kept on the disk before it is done.
   * @param expected serves it only while this hash is served
   * @throws Outdated where another is served
   */
  serve(ref: string, expected?: string): Promise<Count>
  /** Takes a count away that neither ships nor is served. */
  remove(ref: string): Promise<Kept | undefined>
}

/** Another count is served than was thought. */
export class Outdated extends Error {
  constructor() {
    super('Another count is served since: look at the plan again.')
    this.name = 'Outdated'
  }
}
