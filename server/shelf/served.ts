import type { Count } from '../count/open.ts'
import { PackageError } from '../count/read.ts'
import type { Choice } from './choice.ts'
import type { Kept } from './kept.ts'
import type { Lending } from './lending.ts'
import type { Loan, OpenCounts } from './open-counts.ts'
import type { Packages } from './packages.ts'

export interface Serving {
  readonly packages: Packages
  readonly open: OpenCounts
  readonly choice: Choice
  /** Where the count served stands for who asks it. */
  readonly shelf: Lending
  /** Opens a count that is kept. */
  readonly lend: (hash: string) => Promise<Loan>
  /** Told of a choice that cannot be read or opened. */
  readonly warn: (message: string) => void
}

/** Work that outlives its request, as a check or a publication, has its count so long. */
export const STAY_MS = 900_000

const GONE = 'Which count was chosen is gone from the disk: what was served goes on being served.'

/** What went wrong, for the log. */
export const why = (error: unknown): string =>
  error instanceof PackageError ? error.faults.join('; ') : ((error as NodeJS.ErrnoException).code ?? 'fault')

/** The count that is served: the one chosen, or the one that ships where that cannot be. Its work is done in turn. */
export class Served {
  readonly #with: Serving
  #loan: Loan | undefined
  /** The choice as it stood on the disk when it was taken up. */
  #seen: string | null = null
  #warning: string | null = null

  constructor(serving: Serving) {
    this.#with = serving
  }

  /** Once it was taken up. */
  get count(): Count {
    return this.#loan!.count
  }

  /** Why another count than the one chosen is served. */
  get warning(): string | null {
    return this.#warning
  }

  #warn(message: string): void {
    this.#warning = message
    this.#with.warn(message)
  }

  #swap(loan: Loan): void {
    const before = this.#loan
    this.#loan = loan
    this.#with.shelf.current = loan.count
    if (!before) return
    this.#with.open.stay(before.count.hash, STAY_MS)
    before.release()
  }

  /**
   * Opens what was chosen, where that is anything new.
   * @throws PackageError where the count that ships has to be opened and is broken
   */
  async takeUp(): Promise<void> {
    const { packages, choice, lend } = this.#with
    const { shipped } = packages
    const { text, hash: chosen } = await choice.read()
    if (this.#loan && text === this.#seen) return
    this.#seen = text
    this.#warning = null
    if (this.#loan && text === null) return this.#warn(GONE)
    if (chosen === undefined)
      this.#warn('Which count was chosen cannot be read: the count that ships is served.')
    const wanted = chosen ?? shipped.hash
    if (wanted === this.#loan?.count.hash) return
    const loan = await lend(wanted).catch((error) => {
      if (wanted === shipped.hash) throw error
      choice.opens(wanted, false)
      this.#warn(
        `The count chosen, ${wanted.slice(0, 12)}, cannot be opened: the count that ships is served. ${why(error)}`,
      )
      return lend(shipped.hash)
    })
    choice.opens(loan.count.hash, true)
    this.#swap(loan)
  }

  /**
   * Chooses and serves another.
   * @throws Outdated, NotKept, Busy, PackageError, or the disk's own error: then nothing was changed
   */
  async change(kept: Kept, expected: string | undefined, now: Date): Promise<Count> {
    const { choice, lend } = this.#with
    const loan = await lend(kept.hash)
    try {
      this.#seen = await choice.change(kept, expected, now)
    } catch (error) {
      loan.release()
      throw error
    }
    choice.opens(kept.hash, true)
    this.#warning = null
    this.#swap(loan)
    return loan.count
  }

  /** Serves nothing more. */
  end(): void {
    delete this.#with.shelf.current
    this.#loan = undefined
  }
}
