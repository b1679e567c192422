import type { Count } from '../count/open.ts'
import { baselineOf, placesOfAgencies } from './baseline.ts'
import { type Known, knownOf } from './known.ts'
import type { Baseline } from './magnitude.ts'

const MOST_BASELINES = 16

/** Names and codes of a count, and the one place of each agency that has one. */
export interface Readers {
  readonly known: Known
  readonly placeOfAgency: (agency: string) => string | undefined
}

/** What files are read against, asked of a count once. */
export class LookedUp {
  readonly #baselines = new Map<string, Promise<Baseline>>()
  #known: (Readers & { readonly hash: string }) | undefined

  async of(count: Count): Promise<Readers> {
    if (this.#known?.hash !== count.hash) {
      const places = await placesOfAgencies(count)
      this.#known = {
        hash: count.hash,
        known: knownOf(count.catalogue),
        placeOfAgency: (agency) => places.get(agency),
      }
    }
    return this.#known
  }

  /** What a count holds for a year. */
  baseline(count: Count, year: string): Promise<Baseline> {
    const key = `${count.hash} ${year}`
    const kept = this.#baselines.get(key) ?? baselineOf(count, year)
    if (this.#baselines.size >= MOST_BASELINES) this.#baselines.clear()
    this.#baselines.set(key, kept)
    kept.catch(() => this.#baselines.delete(key))
    return kept
  }
}
