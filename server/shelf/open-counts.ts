import type { Count } from '../count/open.ts'

/** A count lent to one piece of work: it stays open until it is given back, once or more. */
export interface Loan {
  readonly count: Count
  readonly release: () => void
}

interface Entry {
  readonly opening: Promise<Count>
  loans: number
  /** Milliseconds until which it stays open though nobody has it. */
  stay: number
  used: number
  closed: boolean
}

/** Counts open beside one another. Of those nobody has, the least recently used are closed above the most. */
export class OpenCounts {
  readonly #most: number
  readonly #now: () => number
  readonly #entries = new Map<string, Entry>()
  readonly #leaving = new Set<Entry>()

  constructor(most: number, now: () => number) {
    this.#most = most
    this.#now = now
  }

  /** Lends a count, opening it where it is not. Throws what opening throws. */
  async lend(hash: string, open: () => Promise<Count>): Promise<Loan> {
    const known = this.#entries.get(hash)
    const entry = known ?? { opening: open(), loans: 0, stay: 0, used: 0, closed: false }
    if (!known) this.#entries.set(hash, entry)
    entry.loans += 1
    let given = true
    const release = () => {
      if (!given) return
      given = false
      entry.loans -= 1
      entry.used = this.#now()
      this.#settle()
    }
    try {
      return { count: await entry.opening, release }
    } catch (error) {
      if (this.#entries.get(hash) === entry) this.#entries.delete(hash)
      throw error
    }
  }

  /** Keeps one open so long, whoever has it. */
  stay(hash: string, milliseconds: number): void {
    const entry = this.#entries.get(hash)
    if (entry) entry.stay = Math.max(entry.stay, this.#now() + milliseconds)
  }

  /** Lends it no more; it is closed once nobody has it. */
  drop(hash: string): void {
    const entry = this.#entries.get(hash)
    if (!entry) return
    this.#entries.delete(hash)
    this.#leaving.add(entry)
    this.#settle()
  }

  #settle(): void {
    const now = this.#now()
    const idle = ({ loans, stay }: Entry) => loans === 0 && stay <= now
    for (const entry of this.#leaving) if (idle(entry)) void this.#close(entry)
    const over = [...this.#entries]
      .filter(([, entry]) => idle(entry))
      .sort(([, a], [, b]) => b.used - a.used)
      .slice(this.#most)
    for (const [hash, entry] of over) {
      this.#entries.delete(hash)
      void this.#close(entry)
    }
  }

  async #close(entry: Entry): Promise<void> {
    this.#leaving.delete(entry)
    if (entry.closed) return
    entry.closed = true
    await entry.opening.then(
      ({ engine }) => engine.close(),
      () => undefined,
    )
  }

  /** Closes all, lent or not. */
  async close(): Promise<void> {
    const all = [...this.#entries.values(), ...this.#leaving]
    this.#entries.clear()
    for (const entry of all) await this.#close(entry)
  }
}
