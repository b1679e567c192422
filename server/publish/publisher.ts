import type { PlanReply, PlanRequest } from '../api/contract-publish.ts'
import type { Count } from '../count/open.ts'
import type { Intakes } from '../intake/intakes.ts'
import type { KeptCounts } from '../shelf/kept.ts'
import { withPlan } from './open-plan.ts'

export interface PublisherParts {
  readonly intakes: Intakes
  readonly counts: KeptCounts
  readonly now: () => Date
  readonly memoryLimit: string
}

/** Makes counts of what was brought and checked. Methods that name an intake give undefined where there is none. */
export class Publisher {
  readonly #parts: PublisherParts

  constructor(parts: PublisherParts) {
    this.#parts = parts
  }

  /**
   * What the accepted lines of an intake become in a count; nothing is changed.
   * @throws NotNow, Unplannable, QueryError
   */
  plan(id: string, count: Count, request: PlanRequest): Promise<PlanReply | undefined> {
    return withPlan(this.#parts.intakes, id, count, request, ({ planned }) => planned.reply)
  }
}
