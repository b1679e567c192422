import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stateFile } from '../count/build.ts'
import { type Count, openCount } from '../count/open.ts'
import { type CountPackage, PackageError, readPackage } from '../count/read.ts'
import type { EngineOptions } from '../engine/engine.ts'
import { type Kept, type KeptCounts, Outdated } from './kept.ts'
import { locked } from './lock.ts'
import { type Loan, OpenCounts } from './open-counts.ts'
import { Packages, there } from './packages.ts'
import { type Pointer, readPointer, writePointer } from './pointer.ts'
import { InUse, NotKept } from './refused.ts'
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

/** The count that is asked, and others lent by id or hash. It is one object for as long as the counts are. */
export interface Lending {
  current?: Count | undefined
  /** Lends the count named, or the one served; undefined where there is none. Throws PackageError. */
  lend(ref?: string): Promise<Loan | undefined>
  /** Takes up what another process serves since. */
  refresh(): Promise<void>
}

const MOST_OPEN = 3
/** Work that outlives its request, as a check or a publication, has its count so long. */
const STAY_MS = 900_000
const FOLLOW_MS = 1000

const why = (error: unknown) =>
  error instanceof PackageError ? error.faults.join('; ') : ((error as NodeJS.ErrnoException).code ?? 'fault')

/** The counts that can be served, those kept in `published/` of the state folder. */
export class Counts implements KeptCounts {
  readonly shelf: Lending
  readonly #options: CountsOptions
  readonly #packages: Packages
  readonly #open: OpenCounts
  readonly #broken = new Set<string>()
  #served: Loan | undefined
  #seen: string | null = null
  #warning: string | null = null
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: CountsOptions) {
    this.#options = options
    this.#packages = new Packages(join(options.stateFolder, 'published'), options.shipped, options.warn)
    this.#open = new OpenCounts(options.open ?? MOST_OPEN, () => options.now().getTime())
    this.shelf = { lend: (ref) => this.#lend(ref), refresh: () => this.refresh() }
  }

  get warning(): string | null {
    return this.#warning
  }

  /**
   * Serves what the pointer says, and the count that ships where there is no pointer or what it says cannot be opened.
   * @throws PackageError where the count that ships is broken
   */
  async start(): Promise<Count> {
    await this.#packages.start()
    await this.#takeUp()
    return this.#current
  }

  get #current(): Count {
    return this.#served!.count
  }

  #lendPackage(hash: string, folder = this.#packages.path(hash)): Promise<Loan> {
    const { stateFolder, engine } = this.#options
    return this.#open.lend(hash, () => openCount(folder, stateFolder, engine))
  }

  #swap(loan: Loan): void {
    const before = this.#served
    this.#served = loan
    this.shelf.current = loan.count
    if (!before) return
    this.#open.stay(before.count.hash, STAY_MS)
    before.release()
  }

  #warn(message: string): void {
    this.#warning = message
    this.#options.warn(message)
  }

  /** Opens what the pointer on the disk says, where it says anything new. */
  async #takeUp(): Promise<void> {
    const { folder, shipped } = this.#packages
    const { text, pointer } = await readPointer(folder)
    if (this.#served && text === this.#seen) return
    this.#seen = text
    this.#warning = null
    if (text !== null && !pointer)
      this.#warn('Which count was chosen cannot be read: the count that ships is served.')
    const wanted = !pointer || pointer.shipped ? shipped.hash : pointer.served
    if (wanted === this.#served?.count.hash) return
    const loan = await this.#lendPackage(wanted).catch((error) => {
      if (wanted === shipped.hash) throw error
      this.#broken.add(wanted)
      this.#warn(
        `The count chosen, ${wanted.slice(0, 12)}, cannot be opened: the count that ships is served. ${why(error)}`,
      )
      return this.#lendPackage(shipped.hash)
    })
    this.#broken.delete(loan.count.hash)
    this.#swap(loan)
  }

  refresh(): Promise<void> {
    return this.#inTurn(() => this.#takeUp())
  }

  /** Looks each second whether another process serves another count. Gives what stops it. */
  follow(): () => void {
    const look = () =>
      this.refresh().catch((error) =>
        this.#options.warn(`Which count is served cannot be told: ${why(error)}`),
      )
    const timer = setInterval(look, FOLLOW_MS)
    timer.unref()
    return () => clearInterval(timer)
  }

  list(): Promise<readonly Kept[]> {
    return this.#packages.list()
  }

  #find(ref: string): Promise<Kept | undefined> {
    return this.#packages.find(ref, this.#current.hash)
  }

  async before(): Promise<string | null> {
    const { pointer } = await readPointer(this.#packages.folder)
    const last = pointer?.history[0]
    if (!last) return null
    const hash = last.shipped ? this.#packages.shipped.hash : last.served
    const kept = (await this.list()).some((one) => one.hash === hash)
    return kept && hash !== this.#current.hash ? hash : null
  }

  async #lend(ref?: string): Promise<Loan | undefined> {
    if (!this.shelf.current) return undefined
    const { id, hash } = this.#current
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
    const adopted = this.#inTurn(async () => {
      const found = await readPackage(scratch)
      return (await this.#packages.whole(found.hash)) ?? (await this.#keep(found, base))
    })
    return adopted.finally(() => this.discard(scratch).catch(() => undefined))
  }

  async #keep(found: CountPackage, base: string | null): Promise<Kept> {
    const { hash, folder } = found
    this.#open.drop(hash)
    try {
      const loan = await this.#lendPackage(hash, folder)
      loan.release()
      return await this.#packages.keep(found, base, this.#options.now())
    } catch (error) {
      this.#open.drop(hash)
      if (!(await there(this.#packages.path(hash)))) await this.#forgetState(hash).catch(() => undefined)
      throw error
    }
  }

  #forgetState(hash: string): Promise<void> {
    return rm(stateFile(this.#options.stateFolder, hash), { force: true })
  }

  serve(ref: string, expected?: string): Promise<Count> {
    return this.#inTurn(async () => {
      const kept = await this.#find(ref)
      if (!kept) throw new NotKept()
      const loan = await this.#lendPackage(kept.hash)
      const { folder } = this.#packages
      try {
        await mkdir(folder, { recursive: true })
        this.#seen = await locked(folder, (still) => this.#point(kept, expected, still))
      } catch (error) {
        loan.release()
        throw error
      }
      this.#broken.delete(kept.hash)
      this.#warning = null
      this.#swap(loan)
      return loan.count
    })
  }

  /** Hash of what the pointer on the disk says is served, as far as it can be opened here. */
  #effective(pointer: Pointer | undefined): string {
    if (!pointer || pointer.shipped || this.#broken.has(pointer.served)) return this.#packages.shipped.hash
    return pointer.served
  }

  async #point({ hash, shipped }: Kept, expected: string | undefined, still: () => Promise<void>) {
    const packages = this.#packages
    const { text, pointer } = await readPointer(packages.folder)
    const served = this.#effective(pointer)
    if (expected !== undefined && expected !== served) throw new Outdated()
    if (!(await there(packages.path(hash)))) throw new NotKept()
    if (pointer?.served === hash && pointer.shipped === shipped) return text
    const at = this.#options.now().toISOString()
    const was = { served, shipped: served === packages.shipped.hash, until: at }
    const history = [...(served === hash ? [] : [was]), ...(pointer?.history ?? [])]
    await still()
    return writePointer(packages.folder, { served: hash, shipped, at, history })
  }

  remove(ref: string): Promise<Kept | undefined> {
    return this.#inTurn(async () => {
      const kept = await this.#find(ref)
      if (!kept) return undefined
      if (kept.shipped) throw new InUse(true)
      await locked(this.#packages.folder, async (still) => {
        const { pointer } = await readPointer(this.#packages.folder)
        if (kept.hash === this.#effective(pointer) || kept.hash === this.#current.hash) throw new InUse(false)
        await still()
        await this.#packages.putAside(kept.hash)
      })
      this.#open.drop(kept.hash)
      await this.#forgetState(kept.hash)
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

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  /** Closes every count. */
  async close(): Promise<void> {
    await this.#turn
    await this.#open.close()
    delete this.shelf.current
  }
}
