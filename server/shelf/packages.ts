import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readPackage } from '../count/read.ts'
import type { Limits } from '../engine/confined.ts'
import type { Kept } from './kept.ts'
import { HASH, NOTE, type Note, readKept } from './kept-folder.ts'
import { temporaryName } from './owner.ts'
import { makeFolder, syncFiles, syncFolder, writeWhole } from './whole.ts'

export const there = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const byTime = (a: Kept, b: Kept) =>
  a.made! < b.made! ? 1 : a.made! > b.made! ? -1 : a.hash < b.hash ? 1 : -1

/** The packages on the disk: each kept one in a folder named by its hash, which is never written to. */
export class Packages {
  readonly folder: string
  readonly #shippedFolder: string
  readonly #limits: Limits
  readonly #warn: (message: string) => void
  readonly #known = new Map<string, Kept>()
  readonly #strange = new Set<string>()
  readonly #working = new Set<string>()
  #shipped: Kept | undefined

  constructor(folder: string, shippedFolder: string, limits: Limits, warn: (message: string) => void) {
    this.folder = folder
    this.#shippedFolder = shippedFolder
    this.#limits = limits
    this.#warn = warn
  }

  /** Reads the one that ships. Throws PackageError. */
  async start(): Promise<void> {
    const { descriptor, hash, bytes } = await readPackage(this.#shippedFolder, this.#limits)
    const { id, title, compiled } = descriptor
    this.#shipped = { id, hash, title, compiled, made: null, base: null, shipped: true, bytes }
  }

  get shipped(): Kept {
    return this.#shipped!
  }

  path(hash: string): string {
    return hash === this.shipped.hash ? this.#shippedFolder : join(this.folder, hash)
  }

  /** Newest first, the one that ships last. What is no count is passed over and told once. */
  async list(): Promise<readonly Kept[]> {
    const names = await readdir(this.folder).catch((error) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
      throw error
    })
    const hashes = names.filter((name) => HASH.test(name) && name !== this.shipped.hash)
    for (const known of this.#known.keys()) if (!hashes.includes(known)) this.#known.delete(known)
    for (const hash of hashes)
      if (!this.#known.has(hash)) {
        const kept = await readKept(this.path(hash), hash).catch(() => undefined)
        if (kept) this.#known.set(hash, kept)
        else if (!this.#strange.has(hash)) {
          this.#strange.add(hash)
          this.#warn(`What is kept as ${hash} is no count: it is passed over.`)
        }
      }
    return [...[...this.#known.values()].sort(byTime), this.shipped]
  }

  /** By hash, else by id: of several of one id the preferred one, and none where that is none of them. */
  async find(ref: string, preferred: string): Promise<Kept | undefined> {
    const all = await this.list()
    const same = all.filter(({ id }) => id === ref)
    return (
      all.find(({ hash }) => hash === ref) ??
      (same.length === 1 ? same[0] : same.find(({ hash }) => hash === preferred))
    )
  }

  async scratch(): Promise<string> {
    const path = join(this.folder, temporaryName())
    await makeFolder(this.folder)
    this.#working.add(path)
    await mkdir(path)
    return path
  }

  /** Whether this process works in a folder. */
  working(path: string): boolean {
    return this.#working.has(path)
  }

  async discard(scratch: string): Promise<void> {
    await rm(scratch, { recursive: true, force: true })
    this.#working.delete(scratch)
  }

  /** What is kept under this hash already and whole; what is broken is put aside. */
  async whole(hash: string): Promise<Kept | undefined> {
    const known = (await this.list()).find((one) => one.hash === hash)
    if (known?.shipped) return known
    if (!(await there(this.path(hash)))) return undefined
    if (known && (await readPackage(this.path(hash), this.#limits).catch(() => undefined))) return known
    await this.putAside(hash)
    return undefined
  }

  /** Keeps a package that was checked, in one step. */
  async keep(folder: string, hash: string, note: Note): Promise<Kept> {
    await writeWhole(join(folder, NOTE), JSON.stringify(note))
    await syncFiles(folder)
    await rename(folder, this.path(hash)).catch((error) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
    await syncFolder(this.folder)
    return readKept(this.path(hash), hash)
  }

  /** Takes a package out of what is kept in one step, and then away. */
  async putAside(hash: string): Promise<void> {
    const aside = join(this.folder, temporaryName())
    this.#working.add(aside)
    await rename(this.path(hash), aside)
    await syncFolder(this.folder)
    this.#known.delete(hash)
    await this.discard(aside)
  }
}
