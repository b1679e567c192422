import { type Kept, Outdated } from './kept.ts'
import { locked } from './lock.ts'
import { type Packages, there } from './packages.ts'
import { type Pointer, readPointer, writePointer } from './pointer.ts'
import { InUse, NotKept } from './refused.ts'
import { makeFolder } from './whole.ts'

/** Which count was chosen to be served, as the disk has it for every process. */
export class Choice {
  readonly #packages: Packages
  /** Chosen, and could not be opened here. */
  readonly #broken = new Set<string>()

  constructor(packages: Packages) {
    this.#packages = packages
  }

  /** `text` is as it stands, null where nothing was chosen; `hash` undefined where it cannot be read. */
  async read(): Promise<{ text: string | null; hash?: string }> {
    const { text, pointer } = await readPointer(this.#packages.folder)
    if (text !== null && !pointer) return { text }
    return { text, hash: !pointer || pointer.shipped ? this.#packages.shipped.hash : pointer.served }
  }

  opens(hash: string, does: boolean): void {
    if (does) this.#broken.delete(hash)
    else this.#broken.add(hash)
  }

  /** Hash of what is served by this pointer, as far as it can be opened here. */
  #effective(pointer: Pointer | undefined): string {
    if (!pointer || pointer.shipped || this.#broken.has(pointer.served)) return this.#packages.shipped.hash
    return pointer.served
  }

  /** Hash of what was served before; null where nothing was, it is served again or is gone. */
  async before(current: string): Promise<string | null> {
    const { pointer } = await readPointer(this.#packages.folder)
    const last = pointer?.history[0]
    if (!last) return null
    const hash = last.shipped ? this.#packages.shipped.hash : last.served
    const kept = (await this.#packages.list()).some((one) => one.hash === hash)
    return kept && hash !== current ? hash : null
  }

  /**
   * Chooses another count; on the disk when this ends. Gives the text that stands there.
   * @throws Outdated, NotKept, Busy, or the disk's own error: then nothing was changed
   */
  async change({ hash, shipped }: Kept, expected: string | undefined, now: Date): Promise<string> {
    const { folder, shipped: ships } = this.#packages
    await makeFolder(folder)
    return locked(folder, async (still) => {
      const { text, pointer } = await readPointer(folder)
      const served = this.#effective(pointer)
      if (expected !== undefined && expected !== served) throw new Outdated()
      if (!(await there(this.#packages.path(hash)))) throw new NotKept()
      if (text !== null && pointer?.served === hash && pointer.shipped === shipped) return text
      const at = now.toISOString()
      const was = { served, shipped: served === ships.hash, until: at }
      const history = [...(served === hash ? [] : [was]), ...(pointer?.history ?? [])]
      await still()
      return writePointer(folder, { served: hash, shipped, at, history })
    })
  }

  /** Takes away what is not chosen by any process. Throws InUse, Busy, or the disk's own error. */
  async remove(hash: string): Promise<void> {
    await locked(this.#packages.folder, async (still) => {
      const { pointer } = await readPointer(this.#packages.folder)
      if (hash === this.#effective(pointer)) throw new InUse(false)
      await still()
      await this.#packages.putAside(hash)
    })
  }
}
