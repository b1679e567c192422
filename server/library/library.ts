import { QueryError } from '../engine/engine.ts'
import type { Store, Work } from '../engine/store.ts'
import type { Draft, Full, Item, Kind, Version, VersionBrief } from './item.ts'
import { FORMS } from './migrate.ts'
import { openLibrary } from './open.ts'
import { type BriefRow, briefOf, fullOf, type ItemRow, itemOf, type VersionRow, versionOf } from './rows.ts'
import { LibraryUnavailable } from './unavailable.ts'

export interface LibraryOptions {
  readonly now: () => Date
  /** A new id: 12 lower case letters and digits. */
  readonly id: () => string
  /** Version of this software. */
  readonly software: string
  /** Size of the write-ahead log above which it is folded into the file; 1MB. */
  readonly checkpointAt?: string
  /** Scripts that bring a library up to its present form. */
  readonly forms?: readonly string[]
}

/** A save that does not follow from the latest version, or is of a deleted item. */
export class Conflict extends Error {
  readonly latest: Version
  readonly why: 'behind' | 'deleted'
  constructor(why: Conflict['why'], latest: Version) {
    super(why)
    this.name = 'Conflict'
    this.why = why
    this.latest = latest
  }
}

interface Held {
  readonly store: Store
  readonly closed: () => void
}

const MEMORY = '256MB'
const TIMEOUT_MS = 10_000

/**
 * Saved scenarios, definitions and sets, every version kept, in one file of the state folder. The file is
 * opened when first asked for and, where that fails, again at the next request. Every method throws
 * LibraryUnavailable where there is no library to ask; those that name an item give undefined where
 * there is none.
 */
export class Library {
  readonly #folder: string
  readonly #options: LibraryOptions
  #open: Promise<Held> | undefined
  #freed: Promise<void> = Promise.resolve()
  #shut = false

  constructor(folder: string, options: LibraryOptions) {
    this.#folder = folder
    this.#options = options
  }

  /** Opens the file now rather than when first asked. */
  async open(): Promise<void> {
    await this.#opened()
  }

  async #opened(): Promise<Held> {
    if (this.#shut) throw new LibraryUnavailable('closed', 'The library is closed: the server is stopping.')
    if (!this.#open) {
      const { now, software, forms = FORMS, checkpointAt = '1MB' } = this.#options
      const options = { memoryLimit: MEMORY, timeoutMs: TIMEOUT_MS, checkpointAt }
      const made = { now, software, forms }
      const opening = this.#freed.then(() => openLibrary(this.#folder, options, made))
      this.#open = opening
      opening.catch(() => {
        if (this.#open === opening) this.#open = undefined
      })
    }
    return this.#open
  }

  // After a failure of its own the database is opened anew: what is on the disk is what holds.
  async #transaction<T>(work: (given: Work) => Promise<T>): Promise<T> {
    const held = await this.#opened()
    try {
      return await held.store.transaction(work)
    } catch (error) {
      if (!(error instanceof QueryError) || error.failure === 'timeout') throw error
      await this.#free(held)
      throw new LibraryUnavailable(
        'unwritable',
        'The library could not do that. See that its disk is not full; then look whether the change is there, and if not try again.',
        error,
      )
    }
  }

  async #free(held: Held): Promise<void> {
    if ((await this.#open?.catch(() => undefined)) === held) {
      this.#open = undefined
      this.#freed = held.store.close().finally(held.closed)
    }
    await this.#freed
  }

  /** Items of a kind, the latest saved first: those deleted, or those not. */
  list(kind: Kind, deleted = false): Promise<Item[]> {
    return this.#transaction(async ({ ask }) =>
      (await ask<ItemRow>('library-items', { kind, id: null, deleted })).map(itemOf),
    )
  }

  read(kind: Kind, id: string): Promise<Full | undefined> {
    return this.#transaction((work) => full(work, kind, id))
  }

  /** Versions of an item without their documents, the newest first; none where there is no such item. */
  versions(kind: Kind, id: string): Promise<VersionBrief[]> {
    return this.#transaction(async ({ ask }) =>
      (await ask<BriefRow>('library-versions', { kind, id })).map(briefOf),
    )
  }

  version(kind: Kind, id: string, version: number): Promise<Version | undefined> {
    return this.#transaction((work) => one(work, kind, id, version))
  }

  /** Begins an item with its first version. */
  create(kind: Kind, draft: Draft): Promise<Full> {
    const id = this.#options.id()
    return this.#transaction(async (work) => {
      const at = this.#options.now().toISOString()
      await work.ask('library-add-item', { id, kind, created: at })
      await this.#add(work, id, 1, draft, at)
      return (await full(work, kind, id))!
    })
  }

  /**
   * Keeps one more version.
   * @param base number of the version the draft was made from
   * @param draft what to keep, given the latest version
   * @throws Conflict where another version has come since, or the item is deleted
   */
  save(kind: Kind, id: string, base: number, draft: (latest: Version) => Draft): Promise<Full | undefined> {
    return this.#transaction(async (work) => {
      const found = await full(work, kind, id)
      if (!found) return undefined
      if (found.deleted) throw new Conflict('deleted', found.current)
      if (found.version !== base) throw new Conflict('behind', found.current)
      await this.#add(work, id, base + 1, draft(found.current), this.#options.now().toISOString())
      return full(work, kind, id)
    })
  }

  /** Marks an item as deleted, or as no longer so; nothing is taken away. */
  mark(kind: Kind, id: string, deleted: boolean): Promise<Full | undefined> {
    return this.#transaction(async (work) => {
      const found = await full(work, kind, id)
      if (!found || found.deleted === deleted) return found
      await work.ask('library-add-mark', { id, deleted, made: this.#options.now().toISOString() })
      return full(work, kind, id)
    })
  }

  async #add({ ask }: Work, id: string, version: number, draft: Draft, saved: string): Promise<void> {
    await ask('library-add-version', {
      id,
      version,
      name: draft.name,
      note: draft.note,
      places: [...draft.places],
      count_id: draft.count?.id ?? null,
      count_hash: draft.count?.hash ?? null,
      software: this.#options.software,
      document: JSON.stringify(draft.document),
      result: draft.result === null ? null : JSON.stringify(draft.result),
      saved,
    })
  }

  /** Lets what was asked end, then frees the file for good. */
  async close(): Promise<void> {
    this.#shut = true
    const held = await this.#open?.catch(() => undefined)
    if (held) await this.#free(held)
  }
}

async function one({ ask }: Work, kind: Kind, id: string, version: number | null) {
  const [row] = await ask<VersionRow>('library-document', { kind, id, version })
  return row && versionOf(row)
}

async function full(work: Work, kind: Kind, id: string): Promise<Full | undefined> {
  const [row] = await work.ask<ItemRow>('library-items', { kind, id, deleted: null })
  return row && fullOf(itemOf(row), (await one(work, kind, id, null))!)
}
