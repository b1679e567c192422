import { join } from 'node:path'
import { type Count, openCount } from '../count/open.ts'
import type { EngineOptions } from '../engine/engine.ts'
import { adopt, forgetState } from './adopt.ts'
import { Choice } from './choice.ts'
import { InTurn } from './in-turn.ts'
import type { Kept, KeptCounts } from './kept.ts'
import type { Lending } from './lending.ts'
import { type Loan, OpenCounts } from './open-counts.ts'
import { Packages, there } from './packages.ts'
import { InUse, NotKept } from './refused.ts'
import { Served, STAY_MS, why } from './served.ts'
import { sweepShelf } from './sweep.ts'

export interface CountsOptions {
  /** Folder of the count that ships. */
  readonly shipped: string
  readonly stateFolder: string
  readonly engine: EngineOptions
  readonly now: () => Date
  /** Told of what is passed over: a pointer or a package that cannot be read. */
  readonly warn: (message: string) => void
  /** How many counts stay open that nobody asks; the one served is not among them. */
  readonly open?: number
}

const MOST_OPEN = 3
const FOLLOW_MS = 1000

/** The counts that can be served, those kept in `published/` of the state folder. */
export class Counts implements KeptCounts {
  readonly shelf: Lending
  readonly #options: CountsOptions
  readonly #packages: Packages
  readonly #open: OpenCounts
  readonly #choice: Choice
  readonly #turns = new InTurn()
  readonly #adopting = new InTurn()
  readonly #served: Served
  #following: NodeJS.Timeout | undefined

  constructor(options: CountsOptions) {
    this.#options = options
    const { stateFolder, shipped, engine, warn } = options
    this.#packages = new Packages(join(stateFolder, 'published'), shipped, engine, warn)
    this.#choice = new Choice(this.#packages)
    this.#open = new OpenCounts(options.open ?? MOST_OPEN, () => options.now().getTime())
    this.shelf = { lend: (ref) => this.#lend(ref), refresh: () => this.refresh() }
    this.#served = new Served({
      packages: this.#packages,
      open: this.#open,
      choice: this.#choice,
      shelf: this.shelf,
      lend: (hash) => this.#lendPackage(hash),
      warn,
    })
  }

  get warning(): string | null {
    return this.#served.warning
  }

  /**
   * Serves what the pointer says, and the count that ships where there is no pointer or what it says cannot be opened.
   * @throws PackageError where the count that ships is broken
   */
  async start(): Promise<Count> {
    await this.#packages.start()
    await this.#served.takeUp()
    return this.#served.count
  }

  #lendPackage(hash: string): Promise<Loan> {
    const { stateFolder, engine } = this.#options
    return this.#open.lend(hash, () => openCount(this.#packages.path(hash), stateFolder, engine))
  }

  refresh(): Promise<void> {
    return this.#turns.do(() => this.#served.takeUp())
  }

  /** From now on looks each second whether another process serves another count. */
  follow(): void {
    let looking = false
    const look = async () => {
      if (looking) return
      looking = true
      await this.refresh().catch((error) =>
        this.#options.warn(`Which count is served cannot be told: ${why(error)}`),
      )
      looking = false
    }
    this.#following = setInterval(look, FOLLOW_MS).unref()
  }

  list(): Promise<readonly Kept[]> {
    return this.#packages.list()
  }

  #find(ref: string): Promise<Kept | undefined> {
    return this.#packages.find(ref, this.#served.count.hash)
  }

  before(): Promise<string | null> {
    return this.#choice.before(this.#served.count.hash)
  }

  async #lend(ref?: string): Promise<Loan | undefined> {
    if (!this.shelf.current) return undefined
    const { id, hash } = this.#served.count
    if (ref === undefined || ref === hash || ref === id) return this.#lendPackage(hash)
    const kept = await this.#find(ref)
    return kept && this.#lendPackage(kept.hash)
  }

  async open(ref: string): Promise<Count | undefined> {
    const loan = await this.#lend(ref)
    if (!loan) return undefined
    this.#open.stay(loan.count.hash, STAY_MS)
    loan.release()
    return loan.count
  }

  async folder(ref: string): Promise<string | undefined> {
    const kept = await this.#find(ref)
    return kept && this.#packages.path(kept.hash)
  }

  scratch(): Promise<string> {
    return this.#packages.scratch()
  }

  discard(scratch: string): Promise<void> {
    return this.#packages.discard(scratch)
  }

  adopt(scratch: string, base: string | null): Promise<Kept> {
    const given = { ...this.#options, packages: this.#packages, open: this.#open }
    return this.#adopting
      .do(() => adopt(scratch, base, given))
      .finally(() => this.discard(scratch).catch(() => undefined))
  }

  serve(ref: string, expected?: string): Promise<Count> {
    return this.#turns.do(async () => {
      const kept = await this.#find(ref)
      if (!kept) throw new NotKept()
      return this.#served.change(kept, expected, this.#options.now())
    })
  }

  remove(ref: string): Promise<Kept | undefined> {
    return this.#turns.do(async () => {
      const kept = await this.#find(ref)
      if (!kept) return undefined
      if (kept.shipped || kept.hash === this.#served.count.hash) throw new InUse(kept.shipped)
      await this.#choice.remove(kept.hash)
      this.#open.drop(kept.hash)
      await forgetState(this.#options.stateFolder, kept.hash)
      return kept
    })
  }

  /** Takes away what processes that were killed left half made. */
  sweep(now = Date.now()): Promise<void> {
    const { folder, shipped } = this.#packages
    return sweepShelf(
      { published: folder, states: join(this.#options.stateFolder, 'counts') },
      async (hash) => hash === shipped.hash || there(join(folder, hash)),
      (path) => this.#packages.working(path),
      now,
    )
  }

  /** Closes every count. */
  async close(): Promise<void> {
    clearInterval(this.#following)
    await this.#adopting.ended()
    await this.#turns.ended()
    this.#served.end()
    await this.#open.close()
  }
}
